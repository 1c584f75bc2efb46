import { diffArrays } from "diff";
import { anchorsBetween, type Pair } from "#lib/core/diff/anchors.ts";
import { isWord } from "#lib/core/diff/tokens.ts";

/** `length` tokens that both texts have, from `before` in the one and `after` in the other. */
export interface Match {
	readonly before: number;
	readonly after: number;
	readonly length: number;
}

/** Sequences of together so many words are compared exactly; longer ones are held together by anchors first. */
const exact = 1_400;
/** Myers costs edits², a square takes about 50 ns: two texts of 20,000 words stay under 300 ms with tokens and all. */
const squares = 2_000_000;
/** Anchors within anchors: an article needs three or four levels, and no text may need thousands. */
const deepest = 12;
/** Marks and spaces between two words that stayed are few; where they are not, only their ends are compared. */
const longestGap = 400;

/** What one comparison may still spend; at its end, what is left counts as replaced. */
interface Budget {
	squares: number;
}

/**
 * What two texts share, in order. Words decide, marks and spaces follow the words that they stand between: no
 * alignment is bought with commas. Bounded on any input.
 */
export function matchesBetween(before: readonly string[], after: readonly string[]): Match[] {
	const [old, now] = numbered(before, after);
	const runs = new Runs();
	const budget = { squares };
	const [oldWords, nowWords] = [placesOfWords(before), placesOfWords(after)];
	const inWords = { before: oldWords.map((at) => old[at] ?? 0), after: nowWords.map((at) => now[at] ?? 0) };
	let [at, afterAt] = [0, 0];
	const fillTo = (end: number, afterEnd: number) => {
		for (const [left, right] of gapPairs(old.slice(at, end), now.slice(afterAt, afterEnd), budget))
			runs.add(at + left, afterAt + right);
		[at, afterAt] = [end, afterEnd];
	};
	for (const [left, right] of pairsBetween(inWords.before, inWords.after, budget)) {
		const [word, afterWord] = [oldWords[left] ?? 0, nowWords[right] ?? 0];
		fillTo(word, afterWord);
		runs.add(word, afterWord);
		[at, afterAt] = [word + 1, afterWord + 1];
	}
	fillTo(before.length, after.length);
	return runs.found;
}

class Runs {
	readonly found: Match[] = [];

	add(before: number, after: number): void {
		const last = this.found.at(-1);
		if (last && last.before + last.length === before && last.after + last.length === after)
			this.found[this.found.length - 1] = { ...last, length: last.length + 1 };
		else this.found.push({ before, after, length: 1 });
	}
}

/** Equal tokens have equal numbers: to compare numbers is quicker. */
function numbered(before: readonly string[], after: readonly string[]): [number[], number[]] {
	const numbers = new Map<string, number>();
	const numberOf = (token: string) => {
		const number = numbers.get(token) ?? numbers.size;
		numbers.set(token, number);
		return number;
	};
	return [before.map(numberOf), after.map(numberOf)];
}

function placesOfWords(tokens: readonly string[]): number[] {
	return tokens.flatMap((token, at) => (isWord(token) ? [at] : []));
}

/** Between two words that stayed: what is left of it when marks, spaces and replaced words are compared one by one. */
function gapPairs(before: readonly number[], after: readonly number[], budget: Budget): Pair[] {
	const { head, tail } = commonEnds(before, after);
	const pairs = straight(0, 0, head);
	const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
	if (left.length + right.length <= longestGap)
		for (const [at, afterAt] of exactPairs(left, right, budget)) pairs.push([head + at, head + afterAt]);
	return [...pairs, ...straight(before.length - tail, after.length - tail, tail)];
}

function straight(before: number, after: number, length: number): Pair[] {
	return Array.from({ length }, (_, step) => [before + step, after + step] as const);
}

function commonEnds(before: readonly number[], after: readonly number[]): { head: number; tail: number } {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	return { head, tail };
}

/** The longest common sequence where that is affordable, else one that anchors hold together. */
function pairsBetween(
	before: readonly number[],
	after: readonly number[],
	budget: Budget,
	depth = 0,
): Pair[] {
	const { head, tail } = commonEnds(before, after);
	const [left, right] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
	// What the other side does not have at all cannot correspond, and need not be looked at.
	const [old, now] = [placesOfShared(left, right), placesOfShared(right, left)];
	const [oldShared, nowShared] = [old.map((at) => left[at] ?? 0), now.map((at) => right[at] ?? 0)];
	const inner =
		old.length + now.length <= exact || depth === deepest
			? exactPairs(oldShared, nowShared, budget)
			: anchoredPairs(oldShared, nowShared, budget, depth);
	return [
		...straight(0, 0, head),
		...inner.map(([at, afterAt]) => [head + (old[at] ?? 0), head + (now[afterAt] ?? 0)] as const),
		...straight(before.length - tail, after.length - tail, tail),
	];
}

function placesOfShared(numbers: readonly number[], others: readonly number[]): number[] {
	const known = new Set(others);
	return numbers.flatMap((number, at) => (known.has(number) ? [at] : []));
}

function anchoredPairs(
	before: readonly number[],
	after: readonly number[],
	budget: Budget,
	depth: number,
): Pair[] {
	const anchors = anchorsBetween(before, after);
	if (anchors.length === 0) return exactPairs(before, after, budget);
	const pairs: Pair[] = [];
	let [at, afterAt] = [0, 0];
	for (const anchor of [...anchors, null]) {
		const [end, afterEnd] = anchor ?? [before.length, after.length];
		const [left, right] = [before.slice(at, end), after.slice(afterAt, afterEnd)];
		for (const [old, now] of pairsBetween(left, right, budget, depth + 1))
			pairs.push([at + old, afterAt + now]);
		if (anchor !== null) pairs.push(anchor);
		[at, afterAt] = [end + 1, afterEnd + 1];
	}
	return pairs;
}

/** A longest common sequence; nothing where finding it would cost more than half of what is left to spend. */
function exactPairs(before: readonly number[], after: readonly number[], budget: Budget): Pair[] {
	if (before.length === 0 || after.length === 0) return [];
	const most = Math.floor(Math.sqrt(budget.squares / 2));
	const parts = diffArrays([...before], [...after], { maxEditLength: most });
	const edits = parts?.reduce((sum, part) => sum + (part.added || part.removed ? part.count : 0), 0) ?? most;
	budget.squares -= edits ** 2 / 2;
	const pairs: Pair[] = [];
	let [at, afterAt] = [0, 0];
	for (const { added, removed, count } of parts ?? []) {
		if (!added && !removed) pairs.push(...straight(at, afterAt, count));
		if (!added) at += count;
		if (!removed) afterAt += count;
	}
	return pairs;
}
