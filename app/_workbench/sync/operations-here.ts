import { LateCode } from "../late-code.ts";

/** The code that applies operations in the browser: no first row waits for it, but everything done by hand does. */
const code = new LateCode(async () => (await import("./local.ts")).applyLocally);

export const expectOperations = () => code.expect();
export const operationsHere = () => code.here;
