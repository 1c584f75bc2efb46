import type { AlignmentFormat } from "./contract.ts";
import { json } from "./json.ts";
import { ladder } from "./ladder.ts";
import { moses } from "./moses.ts";
import { tmx } from "./tmx.ts";
import { tsv } from "./tsv.ts";
import { vecalign } from "./vecalign.ts";

/** In the order of the command's help; the first one is the default. */
export const alignmentFormats = [
	tsv,
	json,
	tmx,
	ladder,
	vecalign,
	moses,
] as const satisfies readonly AlignmentFormat[];
