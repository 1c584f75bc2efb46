/** Dates as pages write them, as values: ISO 8601, as precise as the page says, no zone where it names none. */
import { chineseNumber } from "./chinese-number.ts";

export interface FoundDate {
	/** UTF-16 offsets in the text, end exclusive; a weekday and a time beside the date are within. */
	readonly start: number;
	readonly end: number;
	readonly iso: string;
}

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
	"(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const year = "(?<y>(?:1[89]|20)\\d\\d)";
const day = "(?<d>\\d{1,2})(?:st|nd|rd|th)?";
const digit = "[〇零○Ｏ一二三四五六七八九]";
const separator = "\\s?[-/.．－–]\\s?";
/** From the 1st year of the Republic, 1912. */
const republic = 1911;

/** In order of preference where two begin at the same place: the longer first. */
const notations: readonly RegExp[] = [
	`(?<![\\d.])${year}${separator}(?<m>\\d{1,2})${separator}(?<d>\\d{1,2})(?!\\d)`,
	`(?<y>(?<!\\d)\\d{4}|${digit}{4})\\s*年\\s*(?<m>\\d{1,2}|[正元一二三四五六七八九十]{1,2})\\s*月(?:份|\\s*(?<d>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\\s*[日号號])?`,
	`(?:中?[華华]?民[國国])\\s*(?<roc>\\d{1,3}|[一二三四五六七八九十百○〇零]{1,5})\\s*年\\s*(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2})\\s*月(?:\\s*(?<d>\\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\\s*[日號号])?`,
	`(?<![\\d.])(?<roc>1[0-2]\\d)[-/.](?<m>\\d{2})[-/.](?<d>\\d{2})(?![\\d.])`,
	`\\b${month}\\s*${day}\\s*,?\\s*${year}\\b`,
	`\\b${day}[\\s-](?:of\\s+)?${month},?[\\s-]*${year}\\b`,
	`\\b${year}[\\s,]+${month}\\s+${day}\\b`,
	`(?<![\\d./-])(?<a>\\d{1,2})(?<s>[-/.])(?<b>\\d{1,2})\\k<s>${year}(?![./-]?\\d)`,
	`\\b${month},?\\s+${year}\\b`,
	`(?<![\\d./-])${year}[-/](?<m>0?[1-9]|1[0-2])(?![\\d./-])`,
].map((source) => new RegExp(source, "giu"));

const weekday =
	"(?:[（(]?(?:星期|[周週]|禮拜|礼拜)[一二三四五六日天][）)]?|[（(]?\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?[）)]?)";
const zone =
	"(?<zone>Z\\b|[（(]?(?:GMT|UTC)(?:\\s?[+-]\\d{1,2}(?::?\\d{2})?)?[）)]?|[（(]?[+-](?:0\\d|1[0-4]):?\\d{2}[）)]?|BJT\\b|BST\\b|EDT\\b|EST\\b|PDT\\b|PST\\b|CEST\\b|CET\\b|HKT\\b|Beijing Time|Hong Kong Time)";
const place = "(?<place>(?:北京|香港|台北|臺北)[时時][间間]\\s*)?";
const clock =
	"(?<part>上午|下午|晚上|晚间|晚間|凌晨|中午|早上|傍晚)?\\s*(?<h>\\d{1,2})(?:\\.(?<mi3>[0-5]\\d)(?=\\s?[ap]\\.?m\\b)|[:：](?<mi>\\d{2})(?:[:：](?<sec>\\d{2})(?:\\.\\d+)?)?|\\s*[时時点點](?:\\s*(?<mi2>\\d{1,2})\\s*分)?(?!间|間)|(?=\\s?[ap]\\.?m\\b))(?!\\d)(?:\\s?(?<half>[ap])\\.?m\\b\\.?)?";
const timeAfter = new RegExp(
	`^(?:\\s*${weekday})?(?:\\s*[,，|·•/-]|T|\\s+at\\b|\\s*[（(])?\\s*${place}${clock}(?:\\s*${zone})?`,
	"iu",
);
const timeBefore = new RegExp(
	`(?<![\\d:.])${clock}(?:\\s*${zone})?\\s*(?:[,，|]|\\bon\\b)?\\s*(?:${weekday}\\s*,?\\s*)?$`,
	"iu",
);
const weekdayBefore = new RegExp(`${weekday}\\s*[,，]?\\s*$`, "iu");
const weekdayAfter = new RegExp(`^\\s*[,，]?\\s*${weekday}`, "iu");
const timeAlone = new RegExp(`^\\D{0,12}?${place}${clock}(?:\\s*${zone})?\\D{0,3}$`, "iu");

/** So far before and after a date its time and weekday are looked for. */
const reach = 40;

/** All dates of a text in order, none overlapping another. Numbers that name no day of the calendar are none. */
export function findDates(text: string): FoundDate[] {
	if (!/\d{2}|年/u.test(text)) return [];
	const found: FoundDate[] = [];
	for (const notation of notations) {
		for (const match of text.matchAll(notation)) {
			const iso = isoDate(match.groups ?? {});
			const end = match.index + match[0].length;
			if (iso === null || found.some((other) => match.index < other.end && other.start < end)) continue;
			found.push({ start: match.index, end, iso });
		}
	}
	found.sort((one, other) => one.start - other.start);
	return found.map((date, index) =>
		withTime(text, date, found[index - 1]?.end ?? 0, found[index + 1]?.start ?? text.length),
	);
}

/** The time of a line that tells nothing else, as the end of an ISO date: "T16:05"; null for every other line. */
export function timeOnly(text: string): string | null {
	const groups = timeAlone.exec(text)?.groups;
	return groups ? isoTime(groups) : null;
}

function isoDate(groups: Record<string, string | undefined>): string | null {
	const { y, roc, m, d, a, b, name } = groups;
	const inYear = roc === undefined ? chineseNumber(y ?? "") : (chineseNumber(roc) ?? 0) + republic;
	if (inYear === null || inYear < 1800 || inYear > 2100) return null;
	if (a !== undefined && b !== undefined) return isoOfTwo(inYear, Number(a), Number(b));
	const inMonth = name
		? months.indexOf(name.slice(0, 3).toLowerCase()) + 1
		: chineseNumber(m === "正" || m === "元" ? "1" : (m ?? ""));
	if (inMonth === null || inMonth < 1 || inMonth > 12) return null;
	if (d === undefined) return `${inYear}-${two(inMonth)}`;
	const onDay = chineseNumber(d);
	return onDay === null ? null : isoOfDay(inYear, inMonth, onDay);
}

/** 27/05/2024 and 05/27/2024 say which is the day; 05/06/2024 does not, and only the year is sure. */
function isoOfTwo(inYear: number, first: number, second: number): string | null {
	if (first === second || second > 12) return isoOfDay(inYear, first, second);
	if (first > 12) return isoOfDay(inYear, second, first);
	return isoOfDay(inYear, first, second) && String(inYear);
}

function isoOfDay(inYear: number, inMonth: number, onDay: number): string | null {
	if (inMonth < 1 || inMonth > 12) return null;
	const leap = inYear % 4 === 0 && (inYear % 100 !== 0 || inYear % 400 === 0);
	const days = inMonth === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(inMonth) ? 30 : 31;
	return onDay < 1 || onDay > days ? null : `${inYear}-${two(inMonth)}-${two(onDay)}`;
}

/** The date with the time and the weekday beside it, looked for between its neighbours only. */
function withTime(text: string, date: FoundDate, from: number, to: number): FoundDate {
	if (date.iso.length < 10) return date;
	const before = text.slice(Math.max(from, date.start - reach), date.start);
	const after = text.slice(date.end, Math.min(to, date.end + reach));
	const later = timeAfter.exec(after);
	const laterTime = later && isoTime(later.groups ?? {});
	const start = date.start - (weekdayBefore.exec(before)?.[0].length ?? 0);
	if (later && laterTime) return { start, end: date.end + later[0].length, iso: date.iso + laterTime };
	const end = date.end + (weekdayAfter.exec(after)?.[0].length ?? 0);
	const earlier = timeBefore.exec(before);
	const earlierTime = earlier && isoTime(earlier.groups ?? {});
	if (earlier && earlierTime)
		return { start: date.start - earlier[0].length, end, iso: date.iso + earlierTime };
	return { start, end, iso: date.iso };
}

function isoTime(groups: Record<string, string | undefined>): string | null {
	const { part, h, mi, mi2, mi3, sec, half, zone: named, place: city } = groups;
	const minutes = Number(mi ?? mi2 ?? mi3 ?? 0);
	const said = Number(h);
	const afternoon =
		half?.toLowerCase() === "p" || /^(?:下午|晚|傍晚)/u.test(part ?? "") || (part === "中午" && said < 11);
	const midnight = (half?.toLowerCase() === "a" || part === "凌晨") && said === 12;
	const hours = midnight ? 0 : afternoon && said < 12 ? said + 12 : said;
	if (hours > 23 || minutes > 59 || Number(sec ?? 0) > 59) return null;
	return `T${two(hours)}:${two(minutes)}${sec === undefined ? "" : `:${sec}`}${isoZone(named ?? city ?? "")}`;
}

const lettersOfZones: Readonly<Record<string, string>> = {
	BST: "+01:00",
	CET: "+01:00",
	CEST: "+02:00",
	EST: "-05:00",
	EDT: "-04:00",
	PST: "-08:00",
	PDT: "-07:00",
};

function isoZone(named: string): string {
	if (named === "") return "";
	const letters = lettersOfZones[named.toUpperCase()];
	if (letters !== undefined) return letters;
	const offset = /(?<sign>[+-])(?<hours>\d{1,2}):?(?<minutes>\d{2})?/u.exec(named)?.groups;
	if (offset) return `${offset["sign"]}${two(Number(offset["hours"]))}:${offset["minutes"] ?? "00"}`;
	return /^[(（]?(?:Z|GMT|UTC)/iu.test(named) ? "Z" : "+08:00";
}

function two(number: number): string {
	return String(number).padStart(2, "0");
}
