import { sampleOf, similarityToStrangers } from "./strangers.ts";
import { averages, similarity } from "./vectors.ts";

/** A source and a target sentence that probably belong together. */
export interface Anchor {
	readonly source: number;
	readonly target: number;
	/** How much more like each other they are than like unrelated sentences. */
	readonly margin: number;
}

/** Per source sentence the first target sentence that is looked at, and the one after the last. */
interface Window {
	readonly first: Int32Array;
	readonly end: Int32Array;
}

/** So many nearest neighbours of a sentence may be its counterpart. */
const neighbours = 3;
/** Up to this many pairs of sentences are all compared: seconds at 768 dimensions. */
const mostPairs = 2_000_000;
/** Stretches of text on each side of the coarse path in which the sentences are compared. */
const stretches = 4;

/**
 * Sentences that are among each other's nearest neighbours, as the chain through both texts with the greatest sum of
 * margins (Liu & Zhu 2022, first pass). Long texts are first compared in averages of consecutive sentences, and sentence
 * by sentence only near the chain found so (Thompson & Koehn 2019, section 3.3), so time grows with length alone.
 */
export function findAnchors(
	source: readonly Float32Array[],
	target: readonly Float32Array[],
	step: () => void,
): Anchor[] {
	const pairs = source.length * target.length;
	if (pairs <= mostPairs) return compare(source, target, everything(source.length, target.length), step);
	const size = Math.ceil(Math.sqrt(pairs / mostPairs));
	const [ones, others] = [averages(source, size), averages(target, size)];
	const coarse = compare(ones, others, everything(ones.length, others.length), step);
	return compare(source, target, near(coarse, size, source.length, target.length), step);
}

function everything(sources: number, targets: number): Window {
	return { first: new Int32Array(sources), end: new Int32Array(sources).fill(targets) };
}

/** Between two anchors of the coarse chain, everything from a little before the first to a little after the second. */
function near(coarse: readonly Anchor[], size: number, sources: number, targets: number): Window {
	const { first, end } = everything(sources, targets);
	const margin = stretches * size;
	let next = 0;
	for (let i = 0; i < sources; i += 1) {
		while (next < coarse.length && ((coarse[next]?.source ?? 0) + 1) * size <= i) next += 1;
		const before = coarse[next - 1];
		const here = coarse[next];
		const lower = here && here.source * size <= i ? here : before;
		const upper = here;
		first[i] = lower ? Math.max(0, lower.target * size - margin) : 0;
		end[i] = upper ? Math.min(targets, (upper.target + 1) * size + margin) : targets;
	}
	return { first, end };
}

function compare(
	source: readonly Float32Array[],
	target: readonly Float32Array[],
	{ first, end }: Window,
	step: () => void,
): Anchor[] {
	const sourceMeans = similarityToStrangers(source, sampleOf(target));
	const targetMeans = similarityToStrangers(target, sampleOf(source));
	const ofSource = new Nearest(source.length);
	const ofTarget = new Nearest(target.length);
	for (const [i, vector] of source.entries()) {
		if (i % 32 === 0) step();
		for (let j = first[i] ?? 0; j < (end[i] ?? 0); j += 1) {
			const margin =
				similarity(vector, target[j] ?? vector) - ((sourceMeans[i] ?? 0) + (targetMeans[j] ?? 0)) / 2;
			if (margin <= 0) continue;
			ofSource.offer(i, j, margin);
			ofTarget.offer(j, i, margin);
		}
	}
	const mutual: Anchor[] = [];
	for (let i = 0; i < source.length; i += 1)
		for (const { neighbour, margin } of ofSource.of(i))
			if (ofTarget.of(neighbour).some((back) => back.neighbour === i))
				mutual.push({ source: i, target: neighbour, margin });
	return bestChain(mutual, target.length);
}

/** Keeps the nearest few neighbours of each of many sentences. */
class Nearest {
	readonly #numbers: Int32Array;
	readonly #margins: Float32Array;

	constructor(count: number) {
		this.#numbers = new Int32Array(count * neighbours);
		this.#margins = new Float32Array(count * neighbours);
	}

	/** `margin` is above 0; of equally near ones the first stays. */
	offer(of: number, neighbour: number, margin: number): void {
		let at = (of + 1) * neighbours - 1;
		if (margin <= (this.#margins[at] ?? 0)) return;
		for (; at > of * neighbours && margin > (this.#margins[at - 1] ?? 0); at -= 1) {
			this.#margins[at] = this.#margins[at - 1] ?? 0;
			this.#numbers[at] = this.#numbers[at - 1] ?? 0;
		}
		this.#margins[at] = margin;
		this.#numbers[at] = neighbour;
	}

	of(one: number): { neighbour: number; margin: number }[] {
		return Array.from({ length: neighbours }, (_, k) => ({
			neighbour: this.#numbers[one * neighbours + k] ?? 0,
			margin: this.#margins[one * neighbours + k] ?? 0,
		})).filter(({ margin }) => margin > 0);
	}
}

/** The chain that ascends on both sides with the greatest sum of margins; `anchors` ascend by source. */
function bestChain(anchors: readonly Anchor[], targets: number): Anchor[] {
	const sums = new Float64Array(anchors.length);
	const before = new Int32Array(anchors.length).fill(-1);
	/** A Fenwick tree of maxima: the best chain that ends at or before a target sentence, by number of its last anchor. */
	const tree = new Int32Array(targets + 1).fill(-1);
	const sumOf = (anchor: number) => (anchor < 0 ? 0 : (sums[anchor] ?? 0));
	let best = -1;
	for (let start = 0; start < anchors.length; ) {
		let end = start;
		while (end < anchors.length && anchors[end]?.source === anchors[start]?.source) end += 1;
		for (let a = start; a < end; a += 1) {
			let found = -1;
			for (let at = anchors[a]?.target ?? 0; at > 0; at -= at & -at)
				if (sumOf(tree[at] ?? -1) > sumOf(found)) found = tree[at] ?? -1;
			before[a] = found;
			sums[a] = sumOf(found) + (anchors[a]?.margin ?? 0);
			if (sumOf(a) > sumOf(best)) best = a;
		}
		for (let a = start; a < end; a += 1)
			for (let at = (anchors[a]?.target ?? 0) + 1; at <= targets; at += at & -at)
				if (sumOf(a) > sumOf(tree[at] ?? -1)) tree[at] = a;
		start = end;
	}
	const chain: Anchor[] = [];
	for (let a = best; a >= 0; a = before[a] ?? -1) {
		const anchor = anchors[a];
		if (anchor) chain.push(anchor);
	}
	return chain.reverse();
}
