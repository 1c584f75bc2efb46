import { similarity } from "./vectors.ts";

/** Sentences of the other side that stand for all of them. */
const mostSampled = 48;

/** Evenly spread, so that the same texts give the same sample. */
export function sampleOf<T>(all: readonly T[]): T[] {
	const count = Math.min(all.length, mostSampled);
	return Array.from({ length: count }, (_, i) => all[Math.floor(((i + 0.5) * all.length) / count)]).filter(
		(one) => one !== undefined,
	);
}

/**
 * How like each vector is to unrelated ones, on average: some texts, short ones above all, are near to everything
 * (Thompson & Koehn 2019, section 3.1; Artetxe & Schwenk 2019 on margins). The nearest of the sample is left out,
 * as it may be the translation.
 */
export function similarityToStrangers(
	vectors: readonly Float32Array[],
	sample: readonly Float32Array[],
): Float32Array {
	return Float32Array.from(vectors, (vector) => {
		let [sum, greatest] = [0, Number.NEGATIVE_INFINITY];
		for (const stranger of sample) {
			const found = similarity(vector, stranger);
			sum += found;
			if (found > greatest) greatest = found;
		}
		return sample.length > 1 ? (sum - greatest) / (sample.length - 1) : 0;
	});
}

/** Standard deviation of the margin of unrelated sentences; null where there are too few to tell. */
export function spreadOfStrangers(
	source: readonly Float32Array[],
	target: readonly Float32Array[],
): number | null {
	const ones = sampleOf(source);
	const others = sampleOf(target);
	if (ones.length < fewest || others.length < fewest) return null;
	const oneMeans = similarityToStrangers(ones, others);
	const otherMeans = similarityToStrangers(others, ones);
	let [squares, count] = [0, 0];
	for (const [i, one] of ones.entries()) {
		const margins = others.map(
			(other, j) => similarity(one, other) - ((oneMeans[i] ?? 0) + (otherMeans[j] ?? 0)) / 2,
		);
		margins.sort((a, b) => a - b).pop();
		for (const margin of margins) squares += margin ** 2;
		count += margins.length;
	}
	return Math.sqrt(squares / count);
}

const fewest = 4;
