/** Every number, date and time that a Chinese text tells, simplified or traditional. */
import { chineseNumber } from "../../furniture/chinese-number.ts";
import { foldScript } from "../../scripts/fold.ts";
import { assumeMonths, chineseMoment, takeChineseWeekdays } from "./chinese-dates.ts";
import { chineseFraction } from "./chinese-fractions.ts";
import { chineseNumeral, type Numeral } from "./chinese-numeral.ts";
import { decadesOfCentury, fiveYearPlan } from "./chinese-periods.ts";
import { impliedByWords, isIdiom, lunar } from "./chinese-words.ts";
import {
	digitRowsOf,
	emptyDraft,
	moveSpans,
	quantity,
	type ReadingDraft,
	withoutAddresses,
} from "./draft.ts";
import type { ListMarker, NumberReading, Quantity } from "./quantity.ts";
import { chineseUnitAt } from "./units.ts";

const candidate = /[\d〇一二两三四五六七八九十百千万亿兆廿卅半几数壹贰叁肆伍陆柒捌玖拾佰仟]/gu;

export function readChinese(text: string): NumberReading {
	const { text: folded, starts } = foldChinese(text);
	const draft = emptyDraft();
	let at = 0;
	for (;;) {
		candidate.lastIndex = at;
		const match = candidate.exec(folded);
		if (!match) break;
		at = Math.max(match.index + 1, readAt(folded, match.index, draft));
	}
	assumeMonths(folded, draft);
	takeChineseWeekdays(folded, draft);
	impliedByWords(folded, draft);
	const reading = {
		...draft,
		lunar: lunar.test(folded),
		speaksOfYears: true,
		marker: markerOf(folded),
		digitRows: digitRowsOf(folded),
	};
	return moveSpans(reading, (offset) => starts[offset] ?? text.length);
}

const markers = /^[\s【]*[(]?(?<value>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:[).;](?!\d)|、)/u;

/** 2、, (三) */
function markerOf(text: string): ListMarker | null {
	const match = markers.exec(text);
	const written = match?.groups?.["value"];
	const value = written === undefined ? null : chineseNumber(written);
	if (!match || written === undefined || value === null) return null;
	const start = match[0].indexOf(written);
	return { start, end: start + written.length, value };
}

/** Folded, but a full-width comma groups no digits. */
function foldChinese(text: string): { readonly text: string; readonly starts: readonly number[] } {
	const plain = withoutAddresses(text).replace(/[，、]/gu, ";");
	return foldScript(plain);
}

/** Where what was read ends; the place itself where there is nothing. */
function readAt(text: string, at: number, draft: ReadingDraft): number {
	return (
		chineseMoment(text, at, draft) ??
		chineseFraction(text, at, draft) ??
		identifier(text, at, draft) ??
		counted(text, at, draft) ??
		at
	);
}

const identifierHere = /[a-z]{1,12}[-‑–]?$/u;
const identifierRest = /\d[\da-z]*(?:\.\d+(?!\.?\d))?/y;

/** Q3, LP28, F-35: what letters stand before. */
function identifier(text: string, at: number, draft: ReadingDraft): number | null {
	const letters = identifierHere.exec(text.slice(Math.max(0, at - 13), at))?.[0];
	if (letters === undefined) return null;
	identifierRest.lastIndex = at;
	const rest = identifierRest.exec(text)?.[0];
	if (rest === undefined) return null;
	const values = (rest.match(/\d+(?:\.\d+)?/gu) ?? []).map(Number);
	draft.quantities.push(
		quantity({
			start: at,
			end: at + rest.length,
			kind: "identifier",
			value: values[0] ?? 0,
			readings: values,
			letters: letters.replace(/\P{L}/gu, ""),
		}),
	);
	return at + rest.length;
}

function counted(text: string, at: number, draft: ReadingDraft): number | null {
	const plan = fiveYearPlan(text, at, draft);
	if (plan !== null) return plan;
	const numeral = chineseNumeral(text, at);
	if (!numeral) return null;
	if (isIdiom(text, at, numeral.end)) {
		draft.implied.push(...numeral.readings);
		return numeral.end;
	}
	const decades = decadesOfCentury(text, at, numeral, draft);
	if (decades !== null) return decades;
	const suffixed = withSuffix(text, at, numeral);
	draft.quantities.push(suffixed);
	return Math.max(suffixed.end, suffixed.measured.end);
}

/** 八十年代, 80年代 */
function decade(value: number): Pick<Quantity, "kind" | "value"> {
	return { kind: "year", value: value + (value > 20 ? 1900 : 2000) };
}

const height = /米(?=(?<rest>[\d一二三四五六七八九零]{2})(?![\d十百千万]))../uy;
const metre = chineseUnitAt("米", 0)?.unit ?? null;

/** 一米六零 */
function heightAfter(text: string, end: number): number | null {
	height.lastIndex = end;
	return height.test(text) ? end + 3 : null;
}

/** 98年, 08年; but 20年来 is twenty years. */
const isShortYear = (text: string, start: number, after: string): boolean =>
	/^年(?![前后来间内多以的代级历度])/u.test(after) && /^[06-9]\d年/u.test(text.slice(start, start + 3));

const halfAfter = /^(?:个|[年岁天倍分点])?半/u;

/** What the words behind a number make of it. */
function withSuffix(text: string, start: number, numeral: Numeral): Quantity {
	const { end } = numeral;
	const after = text.slice(end, end + 8);
	const readings = [
		...numeral.readings,
		...moreReadings(text, start, numeral, after),
		...tenths(text, numeral, after),
	];
	const base = {
		shares: tenths(text, numeral, after).map((value) => value / 100),
		start,
		end,
		value: numeral.value,
		range: numeral.range,
		sure: surenessOf(text, start, numeral),
	};
	if (/^\s*[%‰]/u.test(after)) {
		const percentEnd = end + (/^\s*/u.exec(after)?.[0].length ?? 0) + 1;
		return quantity({
			...base,
			end: percentEnd,
			kind: "percent",
			readings: text[percentEnd - 1] === "‰" ? [...readings, numeral.value / 10] : readings,
			shares: readings.map((value) => value / (text[percentEnd - 1] === "‰" ? 1000 : 100)),
			sure: "figure",
		});
	}
	const halfMore = halfAfter.exec(after)?.[0];
	if (halfMore !== undefined) {
		const isHalf = numeral.value === 1 && halfMore === "半";
		const unit = chineseUnitAt(text, end + halfMore.length)?.unit ?? chineseUnitAt(text, end)?.unit ?? null;
		return quantity({
			...base,
			end: end + halfMore.length,
			value: numeral.value + 0.5,
			readings: [numeral.value + 0.5, ...readings, 0.5, ...(isHalf ? [50] : [])],
			shares: isHalf ? [0.5] : [],
			range: [numeral.value, numeral.value + 1],
			unit,
		});
	}
	const heightEnd = heightAfter(text, end);
	if (heightEnd !== null) {
		const metres = numeral.value + Number(`0.${chineseNumber(text.slice(end + 1, heightEnd))}`);
		return quantity({
			...base,
			end: heightEnd,
			value: metres,
			readings: [metres, metres * 100],
			unit: metre,
		});
	}
	const unitAt = end + (/^\s?(?:余|多)?/u.exec(after)?.[0].length ?? 0);
	const named = chineseUnitAt(text, unitAt);
	return quantity({
		...base,
		...(/^(?:年代|共识)/u.test(after) && numeral.value < 100 ? decade(numeral.value) : {}),
		readings,
		unit: named?.unit ?? null,
		...(text[start - 1] === "第" ? { kind: "ordinal" as const } : {}),
		counted: text[start - 1] === "第" || counters.test(after) || numeral.end - start > 1 || numeral.figures,
		measured: { start, end: named?.end ?? end },
	});
}

/** The 21 of 2020-21. */
function shortenedYear(text: string, start: number, value: number): number[] {
	if (value < 10 || value > 99) return [];
	const century = /(?<!\d)(?<century>19|20)\d\d[-/—–]$/u.exec(text.slice(Math.max(0, start - 6), start))
		?.groups?.["century"];
	return century === undefined ? [] : [Number(century) * 100 + value];
}

/** Words that numbers count, or that name them: what has none is likely part of a name. */
const counters =
	/^\s?[个名位人家条件项次天年月日周岁届期批轮所座台辆艘架只头匹棵株朵枝支本册部篇章节段句字页张幅块片粒颗滴杯碗盘瓶箱包袋盒套双对副组群队班排连营团师军国省市县区乡镇村户口种类样色门面层楼级步代世分秒时点刻米里斤两元角毛钱号路线大小中多方界力股份倍成折番度%克吨升亩公海英平立余几来伙场辈处根顶道声回趟遍餐星抗稳保]/u;

function moreReadings(text: string, start: number, { value, readings }: Numeral, after: string): number[] {
	const before = text[start - 1] ?? "";
	if (/^[毛角]/u.test(after)) return [value * 10, value / 10];
	if (/^个?基点/u.test(after)) return [value / 100];
	if (value === 15 && /^[”"」]?(?:规划|计划|期间|时期)/u.test(after)) return [10, 5];
	if (after.startsWith("折")) {
		const percent = value > 10 ? value : value * 10;
		return [percent, 100 - percent, value / 10];
	}
	if (after.startsWith("倍"))
		return [value + 1, value - 1, value * 100, (value + 1) * 100, (value - 1) * 100];
	if (after.startsWith("番")) return [2 ** value, 2 ** value * 100, (2 ** value - 1) * 100];
	if (after.startsWith("世纪")) return [(value - 1) * 100];
	if (after.startsWith("旬")) return [value * 10];
	if (value === 92 && after.startsWith("共识")) return [1992];
	if (value < 100 && (/^(?:年代|后)/u.test(after) || isShortYear(text, start, after)))
		return readings.flatMap((reading) => [1900 + reading, 2000 + reading]);
	if (before === "初" && value <= 3) return [value + 6];
	if (before === "高" && value <= 3) return [value + 9];
	if (/^[:：比]/u.test(after)) return [];
	const ahead =
		/^\s?[-~至到—–]\s?(?:\d+(?:\.\d+)?|[一二两三四五六七八九])(?<scale>[十百千万亿]{1,2}|成)/u.exec(after)
			?.groups?.["scale"];
	if (ahead === "成") return [value * 10];
	if (ahead !== undefined) return [value * (chineseNumeral(ahead, 0)?.value ?? 1)];
	const season = /^[-/—–](?<short>\d\d)(?!\d)/u.exec(after)?.groups?.["short"];
	if (season !== undefined && value > 1900 && value < 2100)
		return [Math.floor(value / 100) * 100 + Number(season)];
	return shortenedYear(text, start, value);
}

/** 三成 is 30 %; 七成五 is 75 %. */
function tenths(text: string, { value, end, readings }: Numeral, after: string): number[] {
	if (!/^成(?!立|[为就果功员长])/u.test(after)) return [];
	const behind = after[1] === "半" ? 5 : (chineseNumeral(text, end + 1)?.value ?? 0);
	const more = behind < 10 ? behind : 0;
	return [...readings.map((reading) => reading * 10), value * 10 + more];
}

/** A single character is often part of a name; what is written with a unit of tens and more hardly ever. */
function surenessOf(text: string, start: number, { end, value, figures }: Numeral): Quantity["sure"] {
	if (/^(?:后(?!来|面|天|续|期|续)|度)/u.test(text.slice(end, end + 2)) && (value % 5 === 0 || value === 360))
		return "loose";
	if (figures)
		return /^[、;.)）]/u.test(text.slice(end)) &&
			/(?:^|\n)[\s(（]*$/u.test(text.slice(Math.max(0, start - 6), start))
			? "loose"
			: "figure";
	if (end - start < 2 || value < 10 || /^[\d]?[一二三四五六七八九十]{2}$/u.test(text.slice(start, end)))
		return value > 19 ? "word" : "loose";
	return "word";
}
