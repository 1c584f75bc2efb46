/** Dates, times and weekdays of a folded Chinese text. */
import { chineseNumber } from "../../furniture/chinese-number.ts";
import { otherMonth } from "./chinese-words.ts";
import { quantity, type ReadingDraft } from "./draft.ts";
import type { CalendarDate } from "./quantity.ts";

const number = "(?:\\d{1,2}(?!\\d)|[一二三四五六七八九十廿卅]{1,3})";
const year = "(?:\\d{4}(?!\\d)|[一二][〇零○一二三四五六七八九]{3})";
const fullDate = new RegExp(
	`(?<y>${year}|\\d{2})\\s*年\\s*(?:(?<m>${number})\\s*月(?:份|\\s*(?<d>${number})\\s*[日号])?)?`,
	"uy",
);
const republic = /(?<y>\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s*年/uy;
const monthAndDay = new RegExp(
	`(?<m>${number})\\s*月(?:份|\\s*(?<d>${number})\\s*[日号]?(?![个人名家条]))?`,
	"uy",
);
const dayAlone = new RegExp(
	`(?<d>${number})\\s*(?:日(?!元|圆|均|益|常|产)|号(?!楼|线|院|令|文|馆|门|店|机|房|码|床|公|航|卫|飞|火|球|选|井|矿|路|台|桥))`,
	"uy",
);
const numeric = /(?<y>(?:19|20)\d\d)([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})(?![\d.])/uy;
const minutes =
	"(?:钟|整)?(?:\\s*(?<mi2>\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*分?|(?<half>半)|(?<quarter>[一三])刻)?";
const clock = new RegExp(
	`(?<h>\\d{1,2}|[一二三四五六七八九十两〇零]{1,3})\\s*(?:[:：](?<mi>[0-5]\\d)(?::[0-5]\\d)?(?!\\d)|(?:时(?![间代候尚刻光空机装期])|点(?![评子头击赞缀名菜]))${minutes})`,
	"uy",
);
const partOfDay =
	/(?<am>上午|凌晨|早上|清晨|早晨|早|今晨)|(?<pm>下午|晚上|晚间|傍晚|今晚|昨晚|当晚|午后|深夜|夜里|晚)|(?<noon>中午)/u;
const firstOfMonths = new RegExp(`(?<m>${number})\\s*[-~至到—–、和;]\\s*(?<last>${number})\\s*月`, "uy");
const dotted = /(?!(?:19|20)\d\d\.\d{1,2}\.\d{1,2}(?![\d.]))\d+(?:\.\d+){2,}/uy;
const weekdays =
	/(?<![一二两三四五六七八九十几数\d])(?:星期|周|礼拜)(?<day>[一二三四五六日天])(?![年岁期天个次内后百千])/gu;

/** Where it ends, or null where none begins. */
export function chineseMoment(text: string, at: number, draft: ReadingDraft): number | null {
	const before = text[at - 1] ?? "";
	if (/[\d.]/u.test(before) && /\d/u.test(text[at] ?? "")) return null;
	return date(text, at, draft) ?? time(text, at, draft);
}

/** 12月3日…，9日: of December too, unless another month is spoken of. */
export function assumeMonths(text: string, draft: ReadingDraft): void {
	let month: number | null = null;
	for (const [index, date] of draft.dates.entries()) {
		month = date.month ?? month;
		const other = otherMonth.test(text.slice(Math.max(0, date.start - 3), date.start));
		if (date.month === null && !other) draft.dates[index] = { ...date, assumedMonth: month };
	}
}

/** Weekdays, wherever they stand. */
export function takeChineseWeekdays(text: string, draft: ReadingDraft): void {
	for (const match of text.matchAll(weekdays)) {
		const weekday = "一二三四五六日".indexOf((match.groups?.["day"] ?? "").replace("天", "日")) + 1;
		draft.weekdays.push({ start: match.index, end: match.index + match[0].length, weekday });
	}
}

function date(text: string, at: number, draft: ReadingDraft): number | null {
	return (
		monthRange(text, at, draft) ??
		versionOrAddress(text, at) ??
		written(numeric, text, at, draft) ??
		ofRepublic(text, at, draft) ??
		written(fullDate, text, at, draft) ??
		written(monthAndDay, text, at, draft) ??
		written(dayAlone, text, at, draft)
	);
}

/** 3至6月: the first month, told before its word. */
function monthRange(text: string, at: number, draft: ReadingDraft): number | null {
	firstOfMonths.lastIndex = at;
	const match = firstOfMonths.exec(text);
	const month = chineseNumber(match?.groups?.["m"] ?? "");
	if (!match || month === null || month < 1 || month > 12) return null;
	const end = at + (match.groups?.["m"] ?? "").length;
	const last = chineseNumber(match.groups?.["last"] ?? "");
	if (last !== null) draft.implied.push(last - month + 1, last); // 1至5月: five months
	draft.dates.push({
		start: at,
		end,
		year: null,
		month,
		day: null,
		assumedMonth: null,
		eitherOrder: false,
		implied: false,
	});
	return end;
}

/** 4.10.0.20 counts nothing. */
function versionOrAddress(text: string, at: number): number | null {
	dotted.lastIndex = at;
	return dotted.test(text) ? dotted.lastIndex : null;
}

function ofRepublic(text: string, at: number, draft: ReadingDraft): number | null {
	if (!/民国$/u.test(text.slice(Math.max(0, at - 2), at))) return null;
	republic.lastIndex = at;
	const match = republic.exec(text);
	const told = chineseNumber(match?.groups?.["y"] ?? "");
	if (!match || told === null) return null;
	draft.quantities.push(
		quantity({
			start: at,
			end: at + match[0].length,
			value: told,
			readings: [told, told + 1911],
			kind: "year",
		}),
	);
	return at + match[0].length;
}

function written(pattern: RegExp, text: string, at: number, draft: ReadingDraft): number | null {
	pattern.lastIndex = at;
	const match = pattern.exec(text);
	if (!match?.groups) return null;
	const { y, m, d } = match.groups;
	const named = dateOf(at, at + match[0].length, y, m, d);
	if (!named) return null;
	if (named.month === null && named.day === null) return yearAlone(named, y ?? "", draft);
	draft.dates.push(named);
	if (named.year !== null)
		draft.quantities.push(
			quantity({ start: at, end: named.end, value: named.year, kind: "year", sure: "figure" }),
		);
	return named.end;
}

function dateOf(start: number, end: number, y?: string, m?: string, d?: string): CalendarDate | null {
	const told = (part: string | undefined): number | null => (part === undefined ? null : chineseNumber(part));
	const date = {
		start,
		end,
		year: inCentury(told(y)),
		month: told(m),
		day: told(d),
		assumedMonth: null,
		eitherOrder: false,
		implied: false,
	};
	if (date.month !== null && (date.month < 1 || date.month > 12)) return null;
	if (date.day !== null && (date.day < 1 || date.day > 31)) return null;
	return date;
}

/** 2021年, 98年; but 10年 is ten years as well. */
/** 98年3月 is 1998, 08年3月 2008. */
const inCentury = (year: number | null): number | null =>
	year === null || year >= 100 ? year : year + (year > 30 ? 1900 : 2000);

function yearAlone({ start, end, year }: CalendarDate, y: string, draft: ReadingDraft): number | null {
	if (year === null || y.length < 4) return null;
	draft.quantities.push(quantity({ start, end, value: year, kind: "year", sure: "figure" }));
	return end;
}

function time(text: string, at: number, draft: ReadingDraft): number | null {
	const told = partBefore(text, at);
	clock.lastIndex = at;
	const match = clock.exec(text);
	if (!match?.groups) return null;
	const { h, mi, mi2, half, quarter } = match.groups;
	const hour = chineseNumber((h ?? "").replace("两", "二"));
	const minute = half ? 30 : quarter ? (quarter === "一" ? 15 : 45) : (chineseNumber(mi ?? mi2 ?? "") ?? 0);
	if (hour === null || hour > 24 || minute > 59) return null;
	const end = at + match[0].length;
	if (/^[一二三四五六七八九]{2}/u.test(match[0])) return null; // 三四点
	draft.times.push({ start: at, end, hour, minute, half: hour > 12 ? "pm" : told });
	draft.implied.push(hour, minute, hour % 12, hour + 12);
	return end;
}

function partBefore(text: string, at: number): "am" | "pm" | null {
	const groups = partOfDay.exec(text.slice(Math.max(0, at - 4), at))?.groups;
	if (!groups) return null;
	return groups["pm"] ? "pm" : groups["am"] ? "am" : null;
}
