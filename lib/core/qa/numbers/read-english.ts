/** Every number, date and time that an English text tells. */
import { digitRowsOf, emptyDraft, quantity, type ReadingDraft, withoutAddresses } from "./draft.ts";
import { takeEnglishMoments } from "./english-dates.ts";
import { type EnglishNumeral, englishNumeral, ordinalValue } from "./english-numeral.ts";
import { type Found, feetAndInches, oneOutOf, ordinalOfPart, partsOf } from "./english-shares.ts";
import { isRough, isYear, partAfter, sharedScale, shortFor, signBefore, suffixOf } from "./english-suffix.ts";
import { type Token, tokensOf } from "./english-tokens.ts";
import { impliedByEnglish } from "./english-words.ts";
import type { ListMarker, NumberReading, Quantity } from "./quantity.ts";
import { englishUnit } from "./units.ts";

export function readEnglish(text: string): NumberReading {
	const draft = emptyDraft();
	const plain = withoutAddresses(text);
	const tokens = tokensOf(takeEnglishMoments(plain, draft));
	for (let at = 0; at < tokens.length; ) {
		const token = tokens[at];
		at = (token && (identifier(tokens, at, draft) ?? numeral(tokens, at, draft))) ?? at + 1;
	}
	impliedByEnglish(tokens, draft);
	return {
		...draft,
		lunar: false,
		speaksOfYears: draft.dates.length > 0 || /\b(?:years?|annual|annually|today|yesterday)\b/iu.test(plain),
		marker: markerOf(plain),
		digitRows: digitRowsOf(plain),
	};
}

const markers = /^\s*[([]?(?<value>\d{1,5})\s?[).\]](?=\s|\p{L})/u;

/** “2.” and “(2)”. */
function markerOf(text: string): ListMarker | null {
	const match = markers.exec(text);
	const written = match?.groups?.["value"];
	if (!match || written === undefined) return null;
	const start = match[0].indexOf(written);
	return { start, end: start + written.length, value: Number(written) };
}

/** Parts before a hyphen that name a time or a rank and no thing: mid-2019, top-10. */
const prefixes = new Set(
	"mid pre post late early sub top non under over age aged class grade level no number part phase step chapter article section year day the a an of in and or to with about some us rmb cny hk nt usd eur gbp aud sgd yuan no vol pp p fig".split(
		" ",
	),
);

/** COVID-19, G20, F-35, MH370: figures that belong to letters before them. */
function identifier(tokens: readonly Token[], at: number, draft: ReadingDraft): number | null {
	const token = tokens[at];
	const before = tokens[at - 1];
	if (!token || token.figure === null || !before) return null;
	const hyphen = /^[-‑–]$/u.test(before.text) && before.end === token.start;
	const name = hyphen ? tokens[at - 2] : before;
	if (!name || !/^[A-Za-z]+$/u.test(name.text) || name.end !== (hyphen ? before.start : token.start))
		return null;
	if (prefixes.has(name.lower) || (hyphen && !/\p{Lu}/u.test(name.text))) return null;
	if (hyphen && ordinalValue(name.lower) !== undefined) return null;
	if (/^(?:hundred|thousand|million|billion|trillion)$/u.test(tokens[at + 1]?.lower ?? "")) return null;
	draft.quantities.push(
		quantity({
			start: token.start,
			end: token.end,
			kind: "identifier",
			value: token.figure,
			letters: name.lower,
		}),
	);
	return at + 1;
}

function numeral(tokens: readonly Token[], at: number, draft: ReadingDraft): number | null {
	const read = englishNumeral(tokens, at) ?? oneOf(tokens, at);
	if (!read) return null;
	const share = oneOutOf(tokens, at, read, draft);
	if (share !== null) return share;
	const found = feetAndInches(tokens, at, read) ?? partsOf(tokens, at, read) ?? withSuffix(tokens, at, read);
	draft.quantities.push(found.quantity);
	return found.next;
}

/** “a week”, “an hour”: one, and never held against anybody. */
function oneOf(tokens: readonly Token[], at: number): EnglishNumeral | null {
	if (!/^(?:an?|per|every|each|half)$/u.test(tokens[at]?.lower ?? "")) return null;
	if (/^an?$/u.test(tokens[at]?.lower ?? "") && ordinalOfPart(tokens[at + 1]?.lower ?? "", 1) !== null)
		return { next: at + 1, value: 1, readings: [1], range: null, ordinal: false, figures: false };
	const skipped = /^(?:an?|full|whole|-)$/u.test(tokens[at + 1]?.lower ?? "") ? 2 : 1;
	const unit = englishUnit(tokens[at + skipped]?.lower ?? "");
	if (!unit || unit.dimension === "money") return null;
	const value = (tokens[at]?.lower === "half" ? 0.5 : 1) + partAfter(tokens, at + skipped + 1);
	return { next: at + skipped, value, readings: [value], range: null, ordinal: true, figures: false };
}

function withSuffix(tokens: readonly Token[], at: number, read: EnglishNumeral): Found {
	const first = tokens[at];
	const last = tokens[read.next - 1];
	const start = first?.start ?? 0;
	const suffix = suffixOf(tokens, read.next, last?.end ?? start);
	const sign = read.figures ? signBefore(tokens, at) : null;
	const { value } = read;
	const year = read.figures && read.next === at + 1 && !sign && isYear(tokens, at);
	const kind = suffix.kind ?? (read.ordinal ? "ordinal" : year ? "year" : "count");
	return {
		quantity: quantity({
			start,
			end: suffix.end,
			kind,
			value,
			readings: [
				...read.readings,
				...suffix.more(value),
				...sharedScale(tokens, read),
				...shortFor(tokens, at, read),
			],
			rough: isRough(tokens, sign ? at - 1 : at),
			shares: suffix.kind === "percent" ? [value / 100] : value < 1 ? [value] : [],
			range: read.range,
			unit: sign?.unit ?? suffix.unit,
			measured: { start: sign?.start ?? start, end: suffix.unit && !sign ? suffix.unitEnd : suffix.end },
			sure: surenessOf(tokens, at, read),
		}),
		next: suffix.next,
	};
}

function surenessOf(tokens: readonly Token[], at: number, read: EnglishNumeral): Quantity["sure"] {
	if (read.figures) return /^(?:gmt|utc)$/u.test(tokens[read.next]?.lower ?? "") ? "loose" : "figure";
	if (read.range !== null || read.value < 4) return "loose";
	const alone = read.next === at + 2 && /^an?$/u.test(tokens[at]?.lower ?? "");
	return alone || /^(?:dozen|million|billion|thousand|hundred)$/u.test(tokens[at]?.lower ?? "")
		? "loose"
		: "word";
}
