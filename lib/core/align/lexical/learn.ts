/** Learns translations of words from beads (IBM model 1, both ways), with what is known beforehand as a prior. */

import { RowCollector, type WordPairs, wordPairs } from "./pairs.ts";
import type { LexicalParameters } from "./parameters.ts";
import type { Prior, Sides } from "./prior.ts";
import type { SideWords } from "./words.ts";

/** Words that stand in one bead; `weight` says how sure it is, 0–1. */
export interface Lesson {
	readonly source: readonly number[];
	readonly target: readonly number[];
	readonly weight: number;
}

/** A text of so many running words is trusted half as much as a long one to tell how common its words are. */
const fewWords = 50;

/** Shares of running words, per word of a side: the text's own mixed with the language's. */
export function wordShares(
	side: SideWords,
	languageShare: (word: string) => number | undefined,
	{ ownShare }: LexicalParameters,
): Float64Array {
	const all = side.words.length;
	const trust = (ownShare * all) / (all + fewWords);
	return Float64Array.from(side.texts, (text, word) => {
		const own = (side.counts[word] ?? 0) / all;
		const inLanguage = languageShare(text);
		return inLanguage === undefined ? own : trust * own + (1 - trust) * inLanguage;
	});
}

export interface Shares {
	readonly source: Float64Array;
	readonly target: Float64Array;
}

/** The prior as pairs, before anything is learned. By Bayes t(z|e)/p(z) is t(e|z)/p(e). */
export function pairsOfPrior(prior: Prior, shares: Shares, { cap }: LexicalParameters): WordPairs {
	const values = new Float32Array(prior.targets.length);
	for (let k = 0; k < values.length; k += 1)
		values[k] = Math.min(cap, (prior.shares[k] ?? 0) / (shares.target[prior.targets[k] ?? 0] ?? 1));
	return wordPairs({ starts: prior.starts, others: prior.targets, values }, values, shares.target.length);
}

/**
 * Expectation–maximisation after Brown et al. (1993), model 1, where a word may also come from chance. The prior
 * counts as `priorCount` occurrences, and each expected count is discounted by a share of the greatest that one lesson
 * gives it, so that a bead does not confirm itself. Words of which `occurs` says no are left out unless a lesson has them.
 */
export function learnPairs(
	lessons: readonly Lesson[],
	prior: Prior,
	sides: Sides,
	shares: Shares,
	parameters: LexicalParameters,
	occurs: (sourceWord: number) => boolean = () => true,
): WordPairs {
	const grid = pairGrid(lessons, prior, sides, occurs);
	const size = grid.targets.length;
	const known = { forward: new Float64Array(size), backward: new Float64Array(size) };
	for (let z = 0; z + 1 < prior.starts.length; z += 1) {
		if (grid.starts[z] === grid.starts[z + 1]) continue;
		let place = grid.starts[z] ?? 0;
		for (let k = prior.starts[z] ?? 0; k < (prior.starts[z + 1] ?? 0); k += 1) {
			const e = prior.targets[k] ?? 0;
			while ((grid.targets[place] ?? 0) < e) place += 1;
			const share = prior.shares[k] ?? 0;
			known.forward[place] = share;
			known.backward[place] = Math.min(1, (share * (shares.source[z] ?? 0)) / (shares.target[e] ?? 1));
		}
	}
	const start = parameters.unknownShare;
	let forward: Float64Array = known.forward.map((share) => share + start);
	let backward: Float64Array = known.backward.map((share) => share + start);
	for (let round = 0; round < parameters.rounds; round += 1) {
		const counts = expect(lessons, grid, { forward, backward }, shares, parameters);
		forward = maximise(
			counts.forward,
			counts.forwardTop,
			known.forward,
			grid.sourceOf,
			sides.source.texts.length,
			parameters,
		);
		backward = maximise(
			counts.backward,
			counts.backwardTop,
			known.backward,
			grid.targets,
			sides.target.texts.length,
			parameters,
		);
	}
	return telling(grid, { forward, backward }, shares, parameters);
}

/** A pair no likelier than so many times chance, either way, says nothing. */
const leastRatio = 1;

/** The pairs that say more than chance, as ratios. */
function telling(grid: Grid, t: Both, shares: Shares, { cap }: LexicalParameters): WordPairs {
	const starts = new Int32Array(grid.starts.length);
	const targets: number[] = [];
	const forward: number[] = [];
	const backward: number[] = [];
	for (let z = 0; z + 1 < grid.starts.length; z += 1) {
		for (let k = grid.starts[z] ?? 0; k < (grid.starts[z + 1] ?? 0); k += 1) {
			const e = grid.targets[k] ?? 0;
			const there = (t.forward[k] ?? 0) / (shares.target[e] ?? 1);
			const back = (t.backward[k] ?? 0) / (shares.source[z] ?? 1);
			if (there < leastRatio && back < leastRatio) continue;
			targets.push(e);
			forward.push(Math.min(cap, there));
			backward.push(Math.min(cap, back));
		}
		starts[z + 1] = targets.length;
	}
	const ratios = { starts, others: Int32Array.from(targets), values: Float32Array.from(forward) };
	return wordPairs(ratios, Float32Array.from(backward), shares.target.length);
}

interface Grid {
	readonly starts: Int32Array;
	readonly targets: Int32Array;
	/** Source word of each pair. */
	readonly sourceOf: Int32Array;
	/** Per lesson the places of its pairs, source word by source word. */
	readonly places: readonly Int32Array[];
}

/** All pairs of words that a lesson or the prior has, of source words that occur. */
function pairGrid(
	lessons: readonly Lesson[],
	prior: Prior,
	{ source, target }: Sides,
	occurs: (sourceWord: number) => boolean,
): Grid {
	const lessonsOf: { lesson: number; at: number }[][] = source.texts.map(() => []);
	for (const [lesson, { source: words }] of lessons.entries())
		for (const [at, z] of words.entries()) lessonsOf[z]?.push({ lesson, at });
	const places = lessons.map((lesson) => new Int32Array(lesson.source.length * lesson.target.length));
	const row = new RowCollector(target.texts.length);
	const placeOf = new Int32Array(target.texts.length);
	const starts = new Int32Array(source.texts.length + 1);
	const targets: number[] = [];
	const sourceOf: number[] = [];
	for (const [z, found] of lessonsOf.entries()) {
		if (found.length > 0 || occurs(z)) {
			for (let k = prior.starts[z] ?? 0; k < (prior.starts[z + 1] ?? 0); k += 1)
				row.add(prior.targets[k] ?? 0, 1);
		}
		for (const { lesson } of found) for (const e of lessons[lesson]?.target ?? []) row.add(e, 1);
		row.take((e) => {
			placeOf[e] = targets.length;
			targets.push(e);
			sourceOf.push(z);
		});
		for (const { lesson, at } of found) {
			const words = lessons[lesson]?.target ?? [];
			const grid = places[lesson];
			if (grid === undefined) continue;
			for (let k = 0; k < words.length; k += 1) grid[at * words.length + k] = placeOf[words[k] ?? 0] ?? 0;
		}
		starts[z + 1] = targets.length;
	}
	return { starts, targets: Int32Array.from(targets), sourceOf: Int32Array.from(sourceOf), places };
}

type Both = Readonly<Record<"forward" | "backward", Float64Array>>;
type Counts = Both & Readonly<Record<"forwardTop" | "backwardTop", Float64Array>>;

function expect(
	lessons: readonly Lesson[],
	grid: Grid,
	t: Both,
	shares: Shares,
	{ chance }: LexicalParameters,
): Counts {
	const forward = new Float64Array(grid.targets.length);
	const backward = new Float64Array(grid.targets.length);
	const forwardTop = new Float64Array(grid.targets.length);
	const backwardTop = new Float64Array(grid.targets.length);
	for (const [l, { source, target, weight }] of lessons.entries()) {
		const places = grid.places[l];
		if (!places) continue;
		const width = target.length;
		for (let k = 0; k < width; k += 1) {
			let sum = chance * (shares.target[target[k] ?? 0] ?? 0) * source.length;
			for (let at = k; at < places.length; at += width) sum += t.forward[places[at] ?? 0] ?? 0;
			const each = weight / sum;
			for (let at = k; at < places.length; at += width) {
				const place = places[at] ?? 0;
				const count = each * (t.forward[place] ?? 0);
				forward[place] = (forward[place] ?? 0) + count;
				if (count > (forwardTop[place] ?? 0)) forwardTop[place] = count;
			}
		}
		for (let i = 0; i < source.length; i += 1) {
			let sum = chance * (shares.source[source[i] ?? 0] ?? 0) * width;
			for (let at = i * width; at < (i + 1) * width; at += 1) sum += t.backward[places[at] ?? 0] ?? 0;
			const each = weight / sum;
			for (let at = i * width; at < (i + 1) * width; at += 1) {
				const place = places[at] ?? 0;
				const count = each * (t.backward[place] ?? 0);
				backward[place] = (backward[place] ?? 0) + count;
				if (count > (backwardTop[place] ?? 0)) backwardTop[place] = count;
			}
		}
	}
	return { forward, backward, forwardTop, backwardTop };
}

/** New shares of each word's counts, per owner of the row (the source word forward, the target word backward). */
function maximise(
	counts: Float64Array,
	tops: Float64Array,
	known: Float64Array,
	owner: Int32Array,
	owners: number,
	{ priorCount, discount }: LexicalParameters,
): Float64Array {
	const sums = new Float64Array(owners).fill(priorCount);
	const next = new Float64Array(counts.length);
	for (let k = 0; k < counts.length; k += 1) {
		const row = owner[k] ?? 0;
		sums[row] = (sums[row] ?? 0) + (counts[k] ?? 0);
		next[k] = Math.max(0, (counts[k] ?? 0) - discount * (tops[k] ?? 0)) + priorCount * (known[k] ?? 0);
	}
	for (let k = 0; k < next.length; k += 1) next[k] = (next[k] ?? 0) / (sums[owner[k] ?? 0] ?? 1);
	return next;
}
