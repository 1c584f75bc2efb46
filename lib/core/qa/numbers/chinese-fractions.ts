/** Percentages, fractions and halves of a folded Chinese text. */
import { chineseNumeral } from "./chinese-numeral.ts";
import { quantity, type ReadingDraft } from "./draft.ts";
import { chineseUnitAt } from "./units.ts";

const longestDenominator = 20;
const parts: ReadonlyMap<string, number> = new Map([
	["百", 100],
	["千", 1000],
	["万", 10_000],
]);

/** 百分之十二点五, 三分之二, 百分百 */
export function chineseFraction(text: string, at: number, draft: ReadingDraft): number | null {
	if (text.startsWith("百分百", at)) {
		draft.quantities.push(quantity({ start: at, end: at + 3, value: 100, shares: [1], kind: "percent" }));
		return at + 3;
	}
	if (text[at] === "半") return half(text, at, draft);
	const whole = chineseDenominator(text, at);
	if (!whole) return null;
	const part = chineseNumeral(text, whole.end);
	if (!part) return whole.end;
	const shares = part.readings.map((value) => value / whole.value);
	const percent = whole.value === 100;
	if (!percent) draft.implied.push(...part.readings, whole.value);
	draft.quantities.push(
		quantity({
			start: at,
			end: part.end,
			kind: percent ? "percent" : "fraction",
			value: percent ? part.value : part.value / whole.value,
			readings: percent ? part.readings : shares.map((share) => share * 100),
			shares,
			sure: "word",
		}),
	);
	return part.end;
}

function chineseDenominator(
	text: string,
	at: number,
): { readonly value: number; readonly end: number } | null {
	const named = parts.get(text[at] ?? "");
	if (named !== undefined && text.startsWith("分之", at + 1)) return { value: named, end: at + 3 };
	if (!text.slice(at, at + longestDenominator).includes("分之")) return null;
	const whole = chineseNumeral(text, at);
	return whole && text.startsWith("分之", whole.end) ? { value: whole.value, end: whole.end + 2 } : null;
}

/** 半小时 is half an hour and thirty minutes; 大半, 一半 are .5 and 50 %. */
function half(text: string, at: number, draft: ReadingDraft): number | null {
	if (text[at] !== "半") return null;
	const named = chineseUnitAt(text, text[at + 1] === "个" && text[at + 2] !== "月" ? at + 2 : at + 1);
	const end = named?.end ?? at + 1;
	draft.quantities.push(
		quantity({
			start: at,
			end,
			value: 0.5,
			readings: [0.5, 50],
			shares: [0.5],
			unit: named?.unit ?? null,
			kind: "fraction",
		}),
	);
	return end;
}
