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
