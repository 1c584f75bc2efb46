/** Plans and decades of a folded Chinese text, whose numerals stand for more than one number. */
import { chineseNumeral, type Numeral } from "./chinese-numeral.ts";
import { quantity, type ReadingDraft } from "./draft.ts";

const plans = /十[一二三四五六七](?=五(?!百|千|万|亿|[岁个天年人名位家米斤次里块元公分、]))/uy;

/** 十四五 is the fourteenth plan of five years. */
export function fiveYearPlan(text: string, at: number, draft: ReadingDraft): number | null {
	plans.lastIndex = at;
	const match = plans.exec(text);
	if (!match) return null;
	const end = at + match[0].length;
	const value = chineseNumeral(match[0], 0)?.value ?? 10;
	draft.quantities.push(quantity({ start: at, end, value, kind: "ordinal", sure: "word" }));
	draft.quantities.push(quantity({ start: end, end: end + 1, value: 5 }));
	return end + 1;
}

const decadesBehind = /世纪(?<tens>[1-9二三四五六七八九]{1,3})(?:十|0)年代/uy;

/** 20世纪八十年代 is the 1980s, and needs no century beside it. */
export function decadesOfCentury(
	text: string,
	at: number,
	{ value, end }: Numeral,
	draft: ReadingDraft,
): number | null {
	decadesBehind.lastIndex = end;
	const match = decadesBehind.exec(text);
	if (!match) return null;
	const tens = [...(match.groups?.["tens"] ?? "")].map((digit) => chineseNumeral(digit, 0)?.value ?? 0);
	for (const ten of tens) {
		const year = (value - 1) * 100 + ten * 10;
		draft.quantities.push(
			quantity({
				start: at,
				end: decadesBehind.lastIndex,
				value: year,
				readings: [year, ten * 10],
				kind: "year",
			}),
		);
	}
	return decadesBehind.lastIndex;
}
