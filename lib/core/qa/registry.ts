/** Every check there is. Adding one is a file in checks/ and a line here. */
import { scriptSlip } from "./checks/script-slip.ts";
import type { Check } from "./contract.ts";

export const checks = [scriptSlip] as const satisfies readonly Check[];
