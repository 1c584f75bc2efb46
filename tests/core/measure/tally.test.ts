import { expect, test } from "vitest";
import { writeCsv } from "#lib/core/measure/csv.ts";
import { activityOf, daysOf, isZone } from "#lib/core/measure/days.ts";
import { measureTexts } from "#lib/core/measure/measure-texts.ts";
import { figuresOf, type HourTally, type MeasuredPassage, TallyBook } from "#lib/core/measure/tally.ts";

const changed = measureTexts("a b c d", "a x c d", "en");
const same = measureTexts("a b", "a b", "en");
const passage = (over: Partial<MeasuredPassage>): MeasuredPassage => ({
	measured: changed,
	edited: true,
	confirmed: false,
	worded: { actor: "ana", hour: 7 },
	confirmation: null,
	...over,
});

test.each<[name: string, given: MeasuredPassage, people: object]>([
	["an edit is whoever's wrote it", passage({}), { ana: [1, 1, 0, 0] }],
	[
		"confirmed by another, both have theirs",
		passage({ confirmed: true, confirmation: { actor: "bo", hour: 8 } }),
		{ ana: [1, 1, 0, 0], bo: [0, 0, 1, 0] },
	],
	[
		"confirmed as drafted, it is whoever's confirmed it",
		passage({
			measured: same,
			edited: false,
			worded: null,
			confirmed: true,
			confirmation: { actor: "bo", hour: 8 },
		}),
		{ bo: [1, 0, 1, 1] },
	],
	["worded by a file and confirmed by nobody, it is nobody's", passage({ worded: null }), {}],
])("%s", (_, given, people) => {
	const book = new TallyBook();
	book.add(given);
	const counts = Object.entries(book.people).map(([id, one]) => [
		id,
		[one.passages, one.edited, one.confirmed, one.confirmedUntouched],
	]);
	expect(Object.fromEntries(counts)).toEqual(people);
	expect(figuresOf(book.total)).toMatchObject({ passages: 1, words: given.measured.words });
});

test("passages are grouped by their edit rate, those as drafted apart", () => {
	const book = new TallyBook();
	const ten = "a b c d e f g h i j";
	for (const text of [
		ten,
		ten,
		ten.replace("c", "x"),
		"x b y d z f u h v j",
		"one two",
		"p q r s t u v w x y z",
	])
		book.add(passage({ measured: measureTexts(ten, text, "en") }));
	expect(book.total.bands).toEqual([2, 1, 0, 1, 1, 1]);
});

const worked = (
	actor: string,
	hour: number,
	minutes: readonly number[],
	more: Partial<HourTally> = {},
): HourTally => ({
	actor,
	hour,
	minutes: minutes.reduce((bits, minute) => bits | (1n << BigInt(minute)), 0n).toString(16),
	changes: minutes.length,
	confirmed: 0,
	wordsChanged: 0,
	...more,
});
/** 2026-03-04, 16:00 in UTC. */
const evening = Date.UTC(2026, 2, 4, 16) / 3_600_000;

test("a day ends at midnight of the zone, and so does a pause", () => {
	const hours = [worked("ana", evening - 1, [58]), worked("ana", evening, [1])];
	expect(daysOf(hours, "UTC").map(({ day, minutes }) => [day, minutes])).toEqual([["2026-03-04", 4]]);
	expect(daysOf(hours, "Asia/Shanghai").map(({ day, minutes }) => [day, minutes])).toEqual([
		["2026-03-04", 1],
		["2026-03-05", 1],
	]);
});

test("the same minute in two documents is one minute, of two people it is two", () => {
	const hours = [worked("ana", evening, [1, 2]), worked("ana", evening, [2, 3]), worked("bo", evening, [2])];
	expect(daysOf(hours, "UTC")).toMatchObject([{ minutes: 4, changes: 5 }]);
	expect(activityOf(hours, "UTC")).toEqual(
		new Map([
			["ana", { minutes: 3, changes: 4 }],
			["bo", { minutes: 1, changes: 1 }],
		]),
	);
});

test.each([
	["UTC", true],
	["Asia/Shanghai", true],
	["Nowhere/Land", false],
	["", false],
])("%j is a zone: %j", (zone, expected) => {
	expect(isZone(zone)).toBe(expected);
});

test.each([
	["plain", "plain"],
	["a, b", '"a, b"'],
	['say "yes"', '"say ""yes"""'],
	["two\nlines", '"two\nlines"'],
	["=1+1", "'=1+1"],
	["+44", "'+44"],
	["-1", "'-1"],
	["@name", "'@name"],
	["  =A1", "'  =A1"],
	["＝1+1", "'＝1+1"],
	["\t=1", `"'\t=1"`],
	["a=b", "a=b"],
	[-1.5, "-1.5"],
	[Number.NaN, ""],
	[null, ""],
])("in a table %j is written %j", (cell, written) => {
	expect(writeCsv([[cell, "end"]])).toBe(`\ufeff${written},end\r\n`);
});
