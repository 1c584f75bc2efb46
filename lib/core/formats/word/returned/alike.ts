import { diffArrays } from "diff";

/** Texts are the same one, edited, where at least this share of their words is in both. */
export const alikeAbove = 0.4;
/** Beyond this many comparisons between two texts that are the same, those between are taken in order. */
const mostComparisons = 250_000;
/** Texts that came or went, above which nothing is held to be the same. */
const mostEdits = 2_000;

type Words = readonly string[];

/** Pairs the texts of two lists, each given by its words, in order: the same ones, and between them the most alike. */
export function alikeInOrder(ours: readonly Words[], theirs: readonly Words[]): [number, number][] {
	const keys = (texts: readonly Words[]) => texts.map((words) => words.join(" "));
	const parts = diffArrays(keys(ours), keys(theirs), { maxEditLength: mostEdits });
	if (parts === undefined) return mostAlike(ours, theirs, 0, 0);
	const pairs: [number, number][] = [];
	let [at, other] = [0, 0];
	let [start, otherStart] = [0, 0];
	const between = () =>
		pairs.push(...mostAlike(ours.slice(start, at), theirs.slice(otherStart, other), start, otherStart));
	for (const { added, removed, count } of parts) {
		if (!added && !removed) {
			between();
			for (let step = 0; step < count; step++) pairs.push([at + step, other + step]);
		}
		if (!added) at += count;
		if (!removed) other += count;
		if (!added && !removed) [start, otherStart] = [at, other];
	}
	between();
	return pairs;
}

/** Places count on from the two given. */
function mostAlike(
	ours: readonly Words[],
	theirs: readonly Words[],
	from: number,
	otherFrom: number,
): [number, number][] {
	if (ours.length * theirs.length > mostComparisons)
		return ours.slice(0, theirs.length).map((_, index) => [from + index, otherFrom + index]);
	const width = theirs.length + 1;
	const best = new Float64Array((ours.length + 1) * width);
	const at = (i: number, j: number) => best[i * width + j] ?? 0;
	for (let i = ours.length - 1; i >= 0; i--)
		for (let j = theirs.length - 1; j >= 0; j--) {
			const share = alike(ours[i] ?? [], theirs[j] ?? []);
			const both = share >= alikeAbove ? share + at(i + 1, j + 1) : 0;
			best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), both);
		}
	const pairs: [number, number][] = [];
	for (let i = 0, j = 0; i < ours.length && j < theirs.length; ) {
		if (at(i, j) === at(i + 1, j)) i++;
		else if (at(i, j) === at(i, j + 1)) j++;
		else pairs.push([from + i++, otherFrom + j++]);
	}
	return pairs;
}

/** Share of the words that two texts have in common, whatever their order. */
export function alike(one: readonly string[], other: readonly string[]): number {
	if (one.length === 0 || other.length === 0) return 0;
	const counts = new Map<string, number>();
	for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
	let common = 0;
	for (const word of other) {
		const left = counts.get(word) ?? 0;
		if (left > 0) common += 1;
		counts.set(word, left - 1);
	}
	return (2 * common) / (one.length + other.length);
}
