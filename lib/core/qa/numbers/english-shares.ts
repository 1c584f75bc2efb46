/** Parts of a whole in English: two-thirds, a quarter, 3/4, four in five; and heights in feet and inches. */
import { quantity, type ReadingDraft } from "./draft.ts";
import { type EnglishNumeral, englishNumeral, isOrdinalWord, ordinalValue } from "./english-numeral.ts";
import type { Token } from "./english-tokens.ts";
import type { Quantity } from "./quantity.ts";
import { englishUnit } from "./units.ts";

export interface Found {
	readonly quantity: Quantity;
	readonly next: number;
}

/** Four in five, three out of every ten: a share beside the two numbers. */
export function oneOutOf(
	tokens: readonly Token[],
	at: number,
	{ value, next }: EnglishNumeral,
	draft: ReadingDraft,
): number | null {
	const word = tokens[next]?.lower;
	const from = word === "in" ? next + 1 : word === "out" && tokens[next + 1]?.lower === "of" ? next + 2 : 0;
	if (from === 0) return null;
	const whole = englishNumeral(tokens, tokens[from]?.lower === "every" ? from + 1 : from);
	if (!whole || whole.value <= value || whole.value > 100) return null;
	const span = { start: tokens[at]?.start ?? 0, end: tokens[whole.next - 1]?.end ?? 0 };
	const share = value / whole.value;
	draft.quantities.push(
		quantity({ ...span, kind: "fraction", value: share, readings: [share * 100], shares: [share] }),
	);
	draft.implied.push(value, whole.value);
	return whole.next;
}

const foot = englishUnit("foot");

/** five feet four inches */
export function feetAndInches(tokens: readonly Token[], at: number, feet: EnglishNumeral): Found | null {
	if (!/^(?:feet|foot|ft)$/u.test(tokens[feet.next]?.lower ?? "")) return null;
	const inches = englishNumeral(tokens, feet.next + 1);
	if (!inches || !/^(?:inch(?:es)?|in|tall|high)$/u.test(tokens[inches.next]?.lower ?? "")) return null;
	const start = tokens[at]?.start ?? 0;
	const end = tokens[inches.next]?.end ?? start;
	const value = feet.value + inches.value / 12;
	return { quantity: quantity({ start, end, value, unit: foot, sure: "word" }), next: inches.next + 1 };
}

/** two-thirds, three quarters, 1/3, one in ten */
export function partsOf(tokens: readonly Token[], at: number, read: EnglishNumeral): Found | null {
	const first = tokens[at];
	if (!first || read.ordinal) return null;
	const joint = tokens[read.next]?.text;
	const next = joint === "-" || joint === "‑" ? read.next + 1 : read.next;
	const word = tokens[next]?.lower ?? "";
	const quarters =
		/^quarters?$/u.test(word) &&
		!/^(?:first|last|past|previous|next|these|those|final)$/u.test(tokens[at - 1]?.lower ?? "");
	const whole = quarters ? 4 : word === "half" || word === "halves" ? 2 : ordinalOfPart(word, read.value);
	if (whole !== null && read.value < 100) return partFound(first, tokens[next], read, whole, next + 1);
	const divisor = joint === "/" ? tokens[read.next + 1]?.figure : null;
	if (typeof divisor !== "number" || divisor <= read.value) return null; // 24/7 is no fraction
	return partFound(first, tokens[read.next + 1], read, divisor, read.next + 2, [read.value, divisor]);
}

export function ordinalOfPart(word: string, numerator: number): number | null {
	const singular = word.endsWith("s") ? word.slice(0, -1) : word;
	if (!isOrdinalWord(singular) || singular === "first" || singular === "second") return null;
	return word.endsWith("s") || numerator === 1 ? (ordinalValue(singular) ?? null) : null;
}

function partFound(
	first: Token,
	last: Token | undefined,
	read: EnglishNumeral,
	whole: number,
	next: number,
	more: readonly number[] = [],
): Found {
	const value = read.value / whole;
	return {
		quantity: quantity({
			start: first.start,
			end: last?.end ?? first.end,
			kind: "fraction",
			value,
			readings: [value, value * 100, ...more],
			shares: [value],
			sure:
				((read.figures || whole > 4) && !/^an?$/u.test(first.lower)) || (read.value > 1 && whole > 2)
					? "word"
					: "loose",
		}),
		next,
	};
}
