/** Dates, times and weekdays of an English text. */
import { quantity, type ReadingDraft } from "./draft.ts";

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month =
	"(?<name>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?=\\s+\\d|\\b)))";
const day = "(?:the\\s+)?(?<d>\\d{1,2})(?!\\d|[,.:]\\d)(?:st|nd|rd|th)?";
const dayBefore = "(?:(?<d0>\\d{1,2})(?:st|nd|rd|th)?(?:\\s+(?:day\\s+)?of|\\s*-)?\\s+)?";
const range = "(?:\\s*(?:[-–—~]|to|and|,)\\s*(?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d,%]))?";
const year = "(?:,?\\s+(?:of\\s+)?(?<y>\\d{4})(?!\\d))?";
const named = new RegExp(
	`(?<![\\p{L}\\d])${dayBefore}(?<!\\p{L})${month}(?!\\p{L})(?:\\s+${day}${range})?${year}`,
	"gu",
);
const yearFirst = /(?<![\d./-])(?<y>(?:1[89]|20)\d\d)([-/.])(?<m>\d{1,2})\2(?<d>\d{1,2})(?![\d./-])/gu;
const yearLast = /(?<![\d./-])(?<a>\d{1,2})([-/.])(?<b>\d{1,2})\2(?<y>(?:1[89]|20)\d\d)(?![\d/-])/gu;
const clock =
	/(?<![\d:.])(?<h>\d{1,2})(?:(?::(?<mi>[0-5]\d)(?::[0-5]\d)?(?![\d:]))(?:\s?(?<half>[ap])\.?\s?m\b\.?)?|(?:\.(?<mi2>[0-5]\d))?\s?(?<half2>[ap])\.?\s?m\b\.?|\s?o['’]clock)/giu;
const weekdays =
	/\b(?:(?<name>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?<short>Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)(?=[.,)]))/gu;
const dayNames = "mon tue wed thu fri sat sun".split(" ");

/** Pushes what it finds; the text as long, with nothing in the place of what was read. */
export function takeEnglishMoments(text: string, draft: ReadingDraft): string {
	let rest = text;
	const blank = (start: number, end: number): void => {
		rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
	};
	const spans: [number, number][] = [];
	takeWeekdays(text, draft);
	for (const match of text.matchAll(yearFirst)) spans.push(takeNumeric(match, draft));
	for (const match of text.matchAll(yearLast)) spans.push(takeNumeric(match, draft));
	if (/[A-Z]/u.test(text)) for (const match of text.matchAll(named)) spans.push(...takeNamed(match, draft));
	for (const match of text.matchAll(clock)) spans.push(takeClock(match, draft));
	if (spans.length > 200) return blankAll(text, spans);
	for (const [start, end] of spans) blank(start, end);
	return rest;
}

/** In one go where there are many. */
function blankAll(text: string, spans: readonly [number, number][]): string {
	const sorted = spans.toSorted((one, two) => one[0] - two[0]);
	const pieces: string[] = [];
	let at = 0;
	for (const [start, end] of sorted) {
		if (start < at) continue;
		pieces.push(text.slice(at, start), " ".repeat(end - start));
		at = end;
	}
	return pieces.join("") + text.slice(at);
}

function takeNumeric(match: RegExpExecArray, draft: ReadingDraft): [number, number] {
	const { y, m, d, a, b } = match.groups ?? {};
	const span = { start: match.index, end: match.index + match[0].length };
	const first = Number(m ?? a);
	const second = Number(d ?? b);
	const dayFirst = m === undefined && first > 12;
	pushYear(Number(y), span, draft);
	draft.dates.push({
		...span,
		year: Number(y),
		month: dayFirst ? second : first,
		day: dayFirst ? first : second,
		assumedMonth: null,
		eitherOrder: m === undefined && first <= 12 && second <= 12,
		implied: false,
	});
	return [span.start, span.end];
}

/** In March, last May, from March to May. */
const isMonthAlone = (text: string, at: number): boolean =>
	/\b(?:in|of|since|by|until|till|from|last|this|next|early|late|mid|between|through|and|to)[\s-]$/iu.test(
		text.slice(Math.max(0, at - 9), at),
	);

/** “May” and “March” alone are words as well. */
function takeNamed(match: RegExpExecArray, draft: ReadingDraft): [number, number][] {
	const { d0, name = "", d, d2, y } = match.groups ?? {};
	const { index } = match;
	const alone = d === undefined && d0 === undefined && y === undefined && /^(?:May|March|Mar)$/u.test(name);
	if (alone && !isMonthAlone(match.input, index)) return [];
	const days = [d0, d, d2].filter((one) => one !== undefined).map(Number);
	const told = {
		start: index,
		end: index + match[0].length,
		month: monthNumber(name),
		assumedMonth: null,
		eitherOrder: false,
		implied: false,
	};
	const year = y === undefined ? null : Number(y);
	pushYear(year, told, draft);
	for (const one of days) draft.dates.push({ ...told, year, day: one });
	if (days.length === 0) draft.dates.push({ ...told, year, day: null });
	return [[told.start, told.end]];
}

/** The year is held against years, wherever they stand. */
function pushYear(
	year: number | null,
	{ start, end }: { start: number; end: number },
	draft: ReadingDraft,
): void {
	if (year !== null)
		draft.quantities.push(quantity({ start, end, value: year, kind: "year", sure: "figure" }));
}

const monthNumber = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function takeClock(match: RegExpExecArray, draft: ReadingDraft): [number, number] {
	const { h, mi, mi2, half, half2 } = match.groups ?? {};
	const hour = Number(h);
	const letter = (half ?? half2)?.toLowerCase();
	const [start, end] = [match.index, match.index + match[0].length];
	if (hour > 24) return [start, start];
	draft.times.push({
		start,
		end,
		hour,
		minute: Number(mi ?? mi2 ?? 0),
		half: letter === "p" || hour > 12 ? "pm" : letter === "a" ? "am" : null,
	});
	return [start, end];
}

function takeWeekdays(text: string, draft: ReadingDraft): void {
	for (const match of text.matchAll(weekdays)) {
		const name = (match.groups?.["name"] ?? match.groups?.["short"] ?? "").slice(0, 3).toLowerCase();
		draft.weekdays.push({
			start: match.index,
			end: match.index + match[0].length,
			weekday: dayNames.indexOf(name) + 1,
		});
	}
}
