/**
 * Ranks: strings whose byte order (COLLATE "C") is the order of rows, with room between any two.
 * Storage only; operations name neighbours, never ranks.
 *
 * Length, in digits: 100,000 laid out anew have at most 5, and as many laid between two ranks at most 4
 * more than those. Put in one at a time, n ranks make the longest grow by n/100,000 × 3 at an end of the
 * list, by n/30 between two when each comes behind the last (or each before it), and by n/2 at the very
 * worst, when they close in on a place from both sides.
 */

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = digits.length;
const lowest = "0";
const middle = "V";
const highest = "z";

/** Digits that a rank grows by at the ends of a list, where thousands follow each other, and between two. */
const atEnd = 3;
const inside = 1;

/** `count` evenly spaced ranks for a list laid out anew. */
export function evenRanks(count: number): string[] {
	const width = Math.max(2, Math.ceil(Math.log(count + 1) / Math.log(base)) + 1);
	const step = Math.floor(base ** width / (count + 1));
	return Array.from({ length: count }, (_, i) => written((i + 1) * step, width));
}

function written(value: number, width: number): string {
	let rest = value;
	let text = "";
	for (let i = 0; i < width; i++) {
		text = (digits[rest % base] ?? "") + text;
		rest = Math.floor(rest / base);
	}
	// A rank never ends in the lowest digit, so that there is always room before it.
	return text.endsWith(lowest) ? text + middle : text;
}

/**
 * `count` ranks in order strictly between two; null stands for the end on that side.
 * Throws a RangeError where `low` is not below `high`.
 */
export function ranksBetween(low: string | null, high: string | null, count: number): string[] {
	if (low !== null && high !== null && low >= high)
		throw new RangeError(`no rank lies between ${low} and ${high}`);
	return count === 1 ? [between(low ?? "", high)] : spread(low ?? "", high, count);
}

function spread(low: string, high: string | null, count: number): string[] {
	if (count <= 0) return [];
	const mid = halfway(low, high);
	const left = Math.floor((count - 1) / 2);
	return [...spread(low, mid, left), mid, ...spread(mid, high, count - 1 - left)];
}

/** A rank above `low` and below `high`, near whichever of them new ranks were put beside before. */
function between(low: string, high: string | null): string {
	if (high === null) return above(low, atEnd);
	if (low === "") return below(high, atEnd);
	const same = commonLength(low, high);
	const prefix = low.slice(0, same);
	const [lowRest, highRest] = [low.slice(same), high.slice(same)];
	if (lowRest === "") return prefix + below(highRest, inside);
	const [from, to] = [digitAt(lowRest), digitAt(highRest)];
	if (to - from > 1) return prefix + (digits[Math.floor((from + to) / 2)] ?? "");
	// Below `high` in this place, so every longer string that begins like `low` stays below it.
	return prefix + lowRest.slice(0, 1) + above(lowRest.slice(1), inside);
}

/** A rank in the middle, for laying many at once. */
function halfway(low: string, high: string | null): string {
	let prefix = "";
	for (let i = 0; ; i++) {
		const from = digitAt(low[i] ?? lowest);
		const to = high === null ? base : digitAt(high[i] ?? lowest);
		if (to - from > 1) return prefix + (digits[Math.floor((from + to) / 2)] ?? "");
		prefix += digits[from] ?? "";
		if (to > from) return prefix + halfway(low.slice(i + 1), null);
	}
}

/** The next rank after `low` when nothing bounds it from above. */
function above(low: string, block: number): string {
	if (low === "") return middle;
	const places = padded(low, block);
	for (let i = places.length - 1; i >= 0; i--) {
		const digit = digitAt(places[i] ?? lowest) + 1;
		if (digit < base)
			return withoutTail(places.slice(0, i) + (digits[digit] ?? "") + lowest.repeat(places.length - i - 1));
	}
	return places + middle;
}

/** The last rank before `high` when nothing bounds it from below. */
function below(high: string, block: number): string {
	const places = padded(high, block);
	for (let i = places.length - 1; i >= 0; i--) {
		const digit = digitAt(places[i] ?? lowest) - 1;
		if (digit < 0) continue;
		const text = places.slice(0, i) + (digits[digit] ?? "") + highest.repeat(places.length - i - 1);
		if (withoutTail(text) === "") break;
		return text.endsWith(lowest) ? below(text, block) : text;
	}
	return lowest.repeat(places.length) + middle;
}

/** Counted to whole blocks, so that there is room to count on. */
function padded(rank: string, block: number): string {
	return rank.padEnd(Math.ceil(rank.length / block) * block, lowest);
}

/** Lowest digits at the end say nothing. */
function withoutTail(rank: string): string {
	return rank.replace(/0+$/, "");
}

function digitAt(text: string): number {
	return digits.indexOf(text[0] ?? lowest);
}

function commonLength(a: string, b: string): number {
	let i = 0;
	while (i < a.length && a[i] === b[i]) i++;
	return i;
}
