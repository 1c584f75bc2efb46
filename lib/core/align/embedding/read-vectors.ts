import type { AlignOptions } from "../contract.ts";
import type { Embedder } from "../embedder.ts";
import { nothing } from "./vectors.ts";

/** Texts a call: enough to keep a model busy, few enough to hear of progress and to stop soon. */
const batch = 128;
/** UTF-16 code units of a text that are read: models see 256 to 512 tokens, and endpoints refuse endless ones. */
const longest = 4_000;

export type ReadVectors = (texts: readonly string[]) => Promise<Float32Array[]>;

/**
 * One vector a text, each different text embedded once. Texts without content are not sent at all.
 * Throws an Error where the embedder breaks its contract, and whatever it or `checkCancelled` throws.
 * @param total how many texts will be asked for altogether, at most
 */
export function vectorReader(
	embedder: Embedder,
	total: number,
	{ progress, checkCancelled }: AlignOptions,
): ReadVectors {
	let done = 0;
	let dimension: number | null = null;
	return async (texts) => {
		const numbers = new Map<string, number>();
		for (const text of texts.map(shortened))
			if (text !== "") numbers.set(text, numbers.get(text) ?? numbers.size);
		const different = [...numbers.keys()];
		const vectors: Float32Array[] = [];
		for (let start = 0; start < different.length; start += batch) {
			checkCancelled?.();
			const sent = different.slice(start, start + batch);
			const received = await embedder.embed(sent);
			dimension ??= received[0]?.length ?? 0;
			check(embedder, sent.length, received, dimension);
			for (const vector of received) vectors.push(vector);
			const share = vectors.length / different.length;
			progress?.(Math.min(total, Math.floor(done + share * texts.length)), total);
		}
		checkCancelled?.();
		done += texts.length;
		return texts.map((text) => vectors[numbers.get(shortened(text)) ?? -1] ?? nothing);
	};
}

/** White space at the ends means nothing to a model; a surrogate pair is not cut in two. */
function shortened(text: string): string {
	const trimmed = text.trim();
	return trimmed.length <= longest ? trimmed : trimmed.slice(0, longest).replace(/[\uD800-\uDBFF]$/u, "");
}

function check({ name }: Embedder, sent: number, received: readonly Float32Array[], dimension: number): void {
	if (received.length !== sent) throw new Error(`${name} gave ${received.length} vectors for ${sent} texts`);
	const odd = received.find((vector) => vector.length !== dimension || dimension === 0);
	if (odd) throw new Error(`${name} gave vectors of ${dimension} and of ${odd.length} dimensions`);
}
