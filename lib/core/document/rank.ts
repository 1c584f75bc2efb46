/**
 * Ranks: strings whose byte order (COLLATE "C") is the order of rows, with room between any two.
 * Storage only; operations name neighbours, never ranks.
 */

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const base = digits.length;

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
	return text.endsWith("0") ? `${text}V` : text;
}

/** `count` ranks in order strictly between two; null stands for the end on that side. */
export function ranksBetween(low: string | null, high: string | null, count: number): string[] {
	const ranks: string[] = [];
	let last = low;
	for (let i = 0; i < count; i++) {
		last = between(last ?? "", high);
		ranks.push(last);
	}
	return ranks;
}

/** A string above `low` and below `high`. */
function between(low: string, high: string | null): string {
	let prefix = "";
	for (let i = 0; ; i++) {
		const from = digits.indexOf(low[i] ?? "0");
		const to = high === null ? base : digits.indexOf(high[i] ?? "0");
		if (to - from > 1) return prefix + (digits[from + Math.max(1, Math.floor((to - from) / 2))] ?? "");
		prefix += digits[from] ?? "";
		// Once below `high` in this place, every longer string with the prefix stays below it.
		if (to > from) return prefix + above(low.slice(i + 1));
	}
}

/** A string above `low` with no upper end. */
function above(low: string): string {
	for (let i = 0; i < low.length; i++) {
		const digit = digits.indexOf(low[i] ?? "0");
		if (digit < base - 1) {
			return low.slice(0, i) + (digits[digit + Math.max(1, Math.floor((base - digit) / 2))] ?? "");
		}
	}
	return `${low}V`;
}
