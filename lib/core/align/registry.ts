/**
 * The aligners. To read the folder, begin with `contract.ts`: what goes in and what comes out. `aligners/` has one file
 * each; `aligners/lexical.ts` is the default and names its own files (in `lexical/`) in reading order. Shared by all:
 * `lattice.ts` decodes within a `band.ts`; `paragraphs.ts`, `kinds.ts` and `numbers.ts` are soft evidence (`evidence.ts`);
 * `between.ts` keeps beads that are given; `one-side.ts` is the case without a choice. `length-model.ts` and `script.ts`
 * belong to `length`, `embedding/` and `embedder.ts` to `embedding`. `lexicon/` builds the dictionary's tables.
 * `evaluate.ts` and `calibration.ts` measure, `formats/` writes beads for other programs, `pairs-file.ts` reads terms.
 */
import { embedding } from "./aligners/embedding.ts";
import { length } from "./aligners/length.ts";
import { lexical } from "./aligners/lexical.ts";
import { oneToOne } from "./aligners/one-to-one.ts";
import type { Aligner } from "./contract.ts";

/** The first one is offered first. */
export const aligners = [lexical, length, oneToOne, embedding] as const satisfies readonly Aligner[];
export type AlignerId = (typeof aligners)[number]["id"];
export const alignerIds = aligners.map((aligner) => aligner.id);

export function findAligner(id: string): Aligner | undefined {
	return aligners.find((aligner) => aligner.id === id);
}
