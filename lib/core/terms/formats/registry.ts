/** Every format of glossaries. Adding one is a file and a line here; the order is that in which they are offered. */
import type { GlossaryFormat } from "./contract.ts";
import { glossaryCsv } from "./csv.ts";
import { glossaryTbx } from "./tbx.ts";
import { glossaryXlsx } from "./xlsx.ts";

export const glossaryFormats = [
	glossaryTbx,
	glossaryXlsx,
	glossaryCsv,
] as const satisfies readonly GlossaryFormat[];
