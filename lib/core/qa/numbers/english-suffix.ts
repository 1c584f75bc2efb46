/** What stands around an English number: signs, units, “about”, the ends of years. */
import type { EnglishNumeral } from "./english-numeral.ts";
import type { Token } from "./english-tokens.ts";
import type { Quantity, Unit } from "./quantity.ts";
import { currencySign, englishUnit } from "./units.ts";

/** “and a half” behind a unit. */
export function partAfter(tokens: readonly Token[], at: number): number {
	if (tokens[at]?.lower !== "and" || tokens[at + 1]?.lower !== "a") return 0;
	const part = tokens[at + 2]?.lower;
	return part === "half" ? 0.5 : part === "quarter" ? 0.25 : 0;
}

const approximately = new Set(
	"about around nearly almost some over approximately roughly exceeding exceeded exceeds exceed below under beyond towards".split(
		" ",
	),
);

/** About, more than, at least, close to. */
export function isRough(tokens: readonly Token[], at: number): boolean {
	const one = tokens[at - 1]?.lower ?? "";
	const two = tokens[at - 2]?.lower ?? "";
	return (
		approximately.has(one) ||
		(one === "than" && /^(?:more|less|fewer|higher|lower|greater|larger)$/u.test(two)) ||
		(/^(?:least|most)$/u.test(one) && two === "at") ||
		(one === "to" && /^(?:close|up|equal)$/u.test(two))
	);
}

const glued: ReadonlyMap<string, number> = new Map([
	["m", 1e6],
	["b", 1e9],
	["t", 1e12],
]);

/** What else figures may be short for: ’98, the 17 of 2016–17, $5m, one and a half behind its unit. */
export function shortFor(tokens: readonly Token[], at: number, read: EnglishNumeral): number[] {
	const { value, next, figures } = read;
	const found: number[] = [];
	const half = partAfter(tokens, next + 1);
	if (half > 0 && englishUnit(tokens[next]?.lower ?? "")) found.push(value + half);
	if (!figures) return found;
	const last = tokens[next - 1];
	const scale = tokens[next]?.start === last?.end ? glued.get(tokens[next]?.lower ?? "") : undefined;
	if (scale !== undefined) found.push(value * scale);
	const before = tokens[at - 1]?.text ?? "";
	if (!/^\d\d$/u.test(tokens[at]?.text ?? "") || tokens[at - 1]?.end !== tokens[at]?.start) return found;
	if (/^['’‘]$/u.test(before)) found.push(1900 + value, 2000 + value);
	const year = tokens[at - 2]?.figure ?? 0;
	if (/^[-–—/]$/u.test(before) && year >= 1000 && year < 2100)
		found.push(Math.floor(year / 100) * 100 + value);
	return found;
}

/** 2024; 221 BC; the reign of (618–907). */
export function isYear(tokens: readonly Token[], at: number): boolean {
	const written = tokens[at]?.text ?? "";
	if (/^(?:1[5-9]|20)\d\d$/u.test(written)) return true;
	if (!/^\d{2,4}$/u.test(written)) return false;
	if (/^(?:bc|bce|ad|ce)$/u.test(tokens[at + 1]?.lower ?? "") || /^ad$/u.test(tokens[at - 1]?.lower ?? ""))
		return true;
	const joint = /^[-–—]$/u;
	const opens = tokens[at - 1]?.text === "(" && joint.test(tokens[at + 1]?.text ?? "");
	return opens || (joint.test(tokens[at - 1]?.text ?? "") && tokens[at - 3]?.text === "(");
}

interface Suffix {
	readonly next: number;
	readonly end: number;
	readonly kind: Quantity["kind"] | null;
	readonly unit: Unit | null;
	readonly unitEnd: number;
	more(value: number): number[];
}

const none = (): number[] => [];

/** What stands behind a number: st, %, -fold, a unit. */
export function suffixOf(tokens: readonly Token[], at: number, end: number): Suffix {
	const skipped = tokens[at]?.text === "-" ? at + 1 : at;
	const word = tokens[skipped]?.lower ?? "";
	const wordEnd = tokens[skipped]?.end ?? end;
	if (/^(?:degrees?|°)$/u.test(word) && englishUnit(tokens[skipped + 1]?.lower ?? ""))
		return suffixOf(tokens, skipped + 1, end);
	const plain: Suffix = { next: at, end, kind: null, unit: null, unitEnd: end, more: none };
	if (/^(?:st|nd|rd|th)$/u.test(word) && tokens[skipped]?.start === end)
		return { ...plain, next: skipped + 1, end: wordEnd, kind: "ordinal" };
	if (word === "s" && tokens[skipped]?.start === end)
		return { ...plain, next: skipped + 1, end: wordEnd, more: decadeReadings };
	if (/^(?:%|percent|pct|percentage|‰)$/u.test(word)) return percent(skipped + 1, wordEnd);
	if (word === "per" && /^cent/u.test(tokens[skipped + 1]?.lower ?? ""))
		return percent(skipped + 2, tokens[skipped + 1]?.end ?? wordEnd);
	if (word === "fold") return { ...plain, next: skipped + 1, end: wordEnd };
	if (word === "metric") return suffixOf(tokens, skipped + 1, end);
	const square = word === "square" || word === "cubic" || word === "sq";
	const nation = /^(?:us|american)$/u.test(word) && /^dollars?$/u.test(tokens[skipped + 1]?.lower ?? "");
	const unit = englishUnit(nation ? "usd" : square ? word + (tokens[skipped + 1]?.lower ?? "") : word);
	return { ...plain, unit, unitEnd: tokens[skipped + (nation || square ? 1 : 0)]?.end ?? end };
}

/** 1990s; '90s */
const decadeReadings = (value: number): number[] => {
	if (value < 100) return [1900 + value, 2000 + value];
	return value % 100 === 0 ? [value / 100 + 1] : [];
};

const percent = (next: number, end: number): Suffix => ({
	next,
	end,
	kind: "percent",
	unit: null,
	unitEnd: end,
	more: none,
});

export function signBefore(
	tokens: readonly Token[],
	at: number,
): { readonly unit: Unit; readonly start: number } | null {
	const sign = tokens[at - 1];
	if (!sign) return null;
	const before = tokens[at - 2];
	const joined = before !== undefined && sign.text === "$" && /^(?:us|hk|nt)$/u.test(before.lower);
	const unit = currencySign((joined ? before.lower : "") + sign.lower.replace("￥", "¥"));
	return unit && { unit, start: joined ? before.start : sign.start };
}

const scaleWords: ReadonlyMap<string, number> = new Map([
	["hundred", 100],
	["thousand", 1000],
	["million", 1e6],
	["billion", 1e9],
	["trillion", 1e12],
]);

/** 20 to 30 million: twenty million to thirty. */
export function sharedScale(tokens: readonly Token[], { value, next }: EnglishNumeral): number[] {
	if (!/^(?:[-–—~]|to|or|and)$/u.test(tokens[next]?.lower ?? "")) return [];
	const scale = scaleWords.get(tokens[next + 2]?.lower ?? "");
	return scale === undefined || value >= scale ? [] : [value * scale];
}
