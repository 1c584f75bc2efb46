/** How well each sentence is covered by runs of sentences of the other side, for all runs that the search may ask for. */
import type { Ratios } from "./pairs.ts";
import type { SideWords } from "./words.ts";

/** For each sentence of one side a range of sentences of the other, both ends included; both ends ascend. */
export interface Reach {
	readonly first: Int32Array;
	readonly last: Int32Array;
	/** `offset[i]` is the number of places before sentence i; the last entry is the number of all. */
	readonly offset: Int32Array;
}

/** `values[(offset[a] + b - first[a]) * longest + n - 1]`: sentence b given the n sentences from a on. */
export interface SpanScores {
	readonly reach: Reach;
	readonly longest: number;
	readonly values: Float32Array;
}

/** A product of more factors could leave the range of numbers, so its logarithm is taken in between. */
const factorsAtOnce = 64;

export function makeReach(first: Int32Array, last: Int32Array): Reach {
	const offset = new Int32Array(first.length + 1);
	for (let i = 0; i < first.length; i += 1)
		offset[i + 1] = (offset[i] ?? 0) + Math.max(0, (last[i] ?? 0) - (first[i] ?? 0) + 1);
	return { first, last, offset };
}

/** The same places seen from the other side, which has `count` sentences. */
export function turn({ first, last }: Reach, count: number): Reach {
	const turnedFirst = new Int32Array(count);
	const turnedLast = new Int32Array(count).fill(-1);
	let from = 0;
	let to = -1;
	for (let b = 0; b < count; b += 1) {
		while (from < last.length && (last[from] ?? 0) < b) from += 1;
		while (to + 1 < first.length && (first[to + 1] ?? 0) <= b) to += 1;
		turnedFirst[b] = from;
		turnedLast[b] = to;
	}
	return makeReach(turnedFirst, turnedLast);
}

/**
 * Σ log((1 − λ) + λ · Σ ratio / L) over the words of sentence b; the inner sum goes over the words of the run, L is
 * their number and ratio is t(e|z)/p(e) of IBM model 1: the log-likelihood ratio of a translation over chance.
 * Sums over words are sums over sentences, so every run costs one pass over the words beside it.
 */
export function scoreSpans(
	runs: SideWords,
	covered: SideWords,
	ratios: Ratios,
	reach: Reach,
	longest: number,
	share: number,
): SpanScores {
	const count = runs.starts.length - 1;
	const values = new Float32Array((reach.offset[count] ?? 0) * longest);
	const base = covered.starts[0] ?? 0;
	const running = (covered.starts.at(-1) ?? 0) - base;
	const ring = Array.from({ length: longest }, () => new Float32Array(running));
	const sums = new Float32Array(covered.texts.length);
	const together = new Float64Array(longestSentence(covered));
	for (let a = count - 1; a >= 0; a -= 1) {
		const first = reach.first[Math.max(0, a - longest + 1)] ?? 0;
		lookUp(a, first, reach.last[a] ?? -1);
		for (let b = reach.first[a] ?? 0; b <= (reach.last[a] ?? -1); b += 1) {
			const place = ((reach.offset[a] ?? 0) + b - (reach.first[a] ?? 0)) * longest;
			scoreRuns(a, b, place);
		}
	}
	return { reach, longest, values };

	/** Writes into the ring, for each running word of sentences `first` to `last`, its ratios to the words of a. */
	function lookUp(a: number, first: number, last: number): void {
		const row = ring[a % longest];
		if (row === undefined || last < first) return;
		addRatios(a, 1);
		for (let at = covered.starts[first] ?? 0; at < (covered.starts[last + 1] ?? 0); at += 1)
			row[at - base] = sums[covered.words[at] ?? 0] ?? 0;
		addRatios(a, 0);
	}

	/** Adds the ratios of the words of a to the sums of the words they call for; with `keep` 0 these are empty again. */
	function addRatios(a: number, keep: 0 | 1): void {
		const { starts, others, values: each } = ratios;
		for (let at = runs.starts[a] ?? 0; at < (runs.starts[a + 1] ?? 0); at += 1) {
			const word = runs.words[at] ?? 0;
			const end = starts[word + 1] ?? 0;
			for (let k = starts[word] ?? 0; k < end; k += 1) {
				const other = others[k] ?? 0;
				sums[other] = keep * ((sums[other] ?? 0) + (each[k] ?? 0));
			}
		}
	}

	function scoreRuns(a: number, b: number, place: number): void {
		const begin = (covered.starts[b] ?? 0) - base;
		const words = (covered.starts[b + 1] ?? 0) - base - begin;
		together.fill(0, 0, words);
		const rest = 1 - share;
		for (let n = 1; n <= longest && a + n <= count; n += 1) {
			const row = ring[(a + n - 1) % longest];
			if (row === undefined) return;
			const length = (runs.starts[a + n] ?? 0) - (runs.starts[a] ?? 0);
			const scale = length === 0 ? 0 : share / length;
			let product = 1;
			let sum = 0;
			for (let k = 0; k < words; k += 1) {
				const ratio = (together[k] ?? 0) + (row[begin + k] ?? 0);
				together[k] = ratio;
				product *= rest + scale * ratio;
				if (k % factorsAtOnce === factorsAtOnce - 1) {
					sum += Math.log(product);
					product = 1;
				}
			}
			values[place + n - 1] = sum + Math.log(product);
		}
	}
}

function longestSentence({ starts }: SideWords): number {
	let longest = 1;
	for (let i = 0; i + 1 < starts.length; i += 1)
		longest = Math.max(longest, (starts[i + 1] ?? 0) - (starts[i] ?? 0));
	return longest;
}
