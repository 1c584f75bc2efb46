import { sentenceLength } from "../length-model.ts";
import { scriptOf } from "../script.ts";
import type { ReadVectors } from "./read-vectors.ts";
import { similarityToStrangers } from "./strangers.ts";

/** The most sentences of one side in a bead. */
export const mostTogether = 5;

/** One side of a stretch; `[n][i]` stands for the n + 1 sentences from the stretch's sentence i on. */
export interface Spans {
	readonly sentences: number;
	readonly vectors: readonly (readonly Float32Array[])[];
	/** How like each of them is to unrelated sentences of the other side. */
	readonly strangers: readonly Float32Array[];
	/** Characters before each sentence, one more than there are sentences. */
	readonly lengths: Float64Array;
}

/** One side of a whole text. */
export interface SideTexts {
	readonly sentences: readonly string[];
	/** One vector a sentence. */
	readonly vectors: readonly Float32Array[];
	/** What stands between sentences that are joined. */
	readonly joiner: "" | " ";
}

/** Reads the vectors of all runs of up to `mostTogether` sentences ("overlaps" in Vecalign). */
export async function readSpans(
	{ sentences, vectors, joiner }: SideTexts,
	[start, end]: readonly [number, number],
	sampleOfOtherSide: readonly Float32Array[],
	read: ReadVectors,
): Promise<Spans> {
	const own = sentences.slice(start, end);
	const levels: (readonly Float32Array[])[] = [vectors.slice(start, end)];
	for (let size = 2; size <= Math.min(mostTogether, own.length); size += 1)
		levels.push(await read(own.slice(size - 1).map((_, i) => own.slice(i, i + size).join(joiner))));
	const lengths = new Float64Array(own.length + 1);
	for (const [i, sentence] of own.entries()) lengths[i + 1] = (lengths[i] ?? 0) + sentenceLength(sentence);
	return {
		sentences: own.length,
		vectors: levels,
		strangers: levels.map((level) => similarityToStrangers(level, sampleOfOtherSide)),
		lengths,
	};
}

/** Chinese is written without spaces. */
export function joinerOf(sentences: readonly string[]): "" | " " {
	return scriptOf(sentences) === "han" ? "" : " ";
}
