import { expect, test } from "vitest";
import { nameRendering } from "#lib/core/qa/checks/name-rendering.ts";
import type { Mention, Tally } from "#lib/core/qa/contract.ts";
import { foundIn } from "./found-in.ts";
import { dictionary } from "./usage/dictionary.ts";

const usual = [
	["中联部邀请了客人。", "The International Department invited guests."],
	["中联部昨天开会。", "Yesterday the International Department held a meeting."],
	["我们感谢中联部。", "We thank the International Department."],
	["他在中联部工作。", "He works at the International Department."],
] as const;

test.each([
	["中联部发表谈话", "The Central United Department issued a statement", 1],
	["中联部发表谈话", "The International Department issued a statement", 0],
	["中聯部發表談話", "The International Department issued a statement", 0],
	["外交部发表谈话", "The Foreign Ministry issued a statement", 0],
])("an office that the document calls by one name: %s → %s gives %i", async (source, target, times) => {
	const found = await foundIn(nameRendering, [...usual, [source, target]]);
	expect(found.flat()).toHaveLength(times);
	expect(found[4]).toHaveLength(times);
});

test("what belongs to a country is called after it", async () => {
	const country = [
		["他住在瑞士。", "He lives in Switzerland."],
		["瑞士很小。", "They say Switzerland is small."],
		["去瑞士！", "Go to Switzerland!"],
		["瑞士的山。", "Mountains in Switzerland."],
	] as const;
	const words = dictionary({ 瑞士: "Switzerland" }, ["switzerland"], { swiss: "switzerland" });
	const found = async (target: string) =>
		(await foundIn(nameRendering, [...country, ["瑞士手表。", target]], words)).flat();
	expect(await found("A Swiss watch.")).toEqual([]);
	expect(await found("A Danish watch.")).toHaveLength(1);
});

const mention = (value: string): Mention => ({
	subject: "中联部",
	value,
	side: "source",
	segment: "s",
	start: 0,
	end: 3,
});

test.each<[string, Tally, object | null]>([
	[
		"Central United Department",
		[
			{ value: "International Department", here: 2, elsewhere: 12 },
			{ value: "Central United Department", here: 1, elsewhere: 0 },
		],
		{
			key: "other",
			values: { usual: "International Department", count: 14, all: 15, value: "Central United Department" },
		},
	],
	[
		"International Department",
		[
			{ value: "International Department", here: 0, elsewhere: 14 },
			{ value: "", here: 1, elsewhere: 0 },
		],
		null,
	],
	["", [{ value: "", here: 4, elsewhere: 4 }], null],
	[
		"",
		[
			{ value: "International Department", here: 3, elsewhere: 0 },
			{ value: "", here: 3, elsewhere: 0 },
		],
		null,
	],
])("“%s” is judged by what the project says: %j", (value, tally, expected) => {
	const fault = nameRendering.judge(mention(value), tally);
	if (expected === null) expect(fault).toBeNull();
	else expect(fault).toMatchObject(expected);
});
