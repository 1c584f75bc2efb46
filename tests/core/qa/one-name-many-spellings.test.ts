import { expect, test } from "vitest";
import { oneNameManySpellings } from "#lib/core/qa/checks/one-name-many-spellings.ts";
import { foundIn } from "./found-in.ts";

const said = (times: number, text: string) =>
	Array.from({ length: times }, (_, i) => ["", `In week ${i} ${text}`] as const);

const found = async (pairs: readonly (readonly [string, string])[]) =>
	(await foundIn(oneNameManySpellings, pairs)).flatMap((findings, at) =>
		findings.map(
			({ start, end, values }) => `${at} ${start}-${end} ${values.written} ${values.usual} ${values.count}`,
		),
	);

test.each([
	["a letter missing", "we met Tomkins again.", "Then Tomkis left.", ["4 5-11 Tomkis Tomkins 4"]],
	["a letter too many", "we met Tomkins again.", "Then Tommkins left.", ["4 5-13 Tommkins Tomkins 4"]],
	["another letter", "we met Tomkins again.", "Then Tumkins’s wife left.", ["4 5-12 Tumkins Tomkins 4"]],
	["letters in another order", "we met Tomkins again.", "Then Tomknis left.", ["4 5-12 Tomknis Tomkins 4"]],
	["a short name", "we met Obama again.", "Then Obame left.", ["4 5-10 Obame Obama 4"]],
	[
		"a Chinese name after its family name",
		"we met Zhang Diming.",
		"Then Zhang Dimin left.",
		["4 11-16 Dimin Diming 4"],
	],
])("%s is found: %s → %s", async (_, usual, slip, expected) => {
	expect(await found([...said(4, usual), ["", slip]])).toEqual(expected);
});

test.each([
	["people of the place", "we saw Korea again.", "Then the Koreans and a Korean left."],
	["an ordinary word", "we met Peace again.", "Then the Place was shut."],
	["another person of the same family", "we met Zhang again.", "Then Zheng left."],
	["the first word of a sentence", "we met Tomkins again.", "Tonkins left."],
	["a name of its own that recurs", "we met Austin, not Justin.", "Then Justin left."],
	["a given name", "we met Maria again.", "Then Mario and Marie left."],
	["a teaching and who follows it", "we read a Marxist again.", "Then Marxism came."],
	["a place that is written in two ways", "we saw Macau again.", "Then Macao grew."],
	["no name", "we met one tomkins and Tomkins again.", "Then Tomkis left."],
])("%s is no slip: %s → %s", async (_, usual, other) => {
	expect(await found([...said(4, usual), ["", other]])).toEqual([]);
});

test("what stands nearly as often is no slip", async () => {
	expect(await found([...said(4, "we met Tomkins."), ...said(3, "we met Tonkins.")])).toEqual([]);
});

test("a name that the source spells just so is no slip of another", async () => {
	const pairs = said(4, "we met Zhang Diming.").map(([, target]) => ["张迪鸣", target] as const);
	expect(await found([...pairs, ["张迪敏来了", "Then Zhang Dimin came."]])).toEqual([]);
	expect(await found([...pairs, ["张迪鸣来了", "Then Zhang Dimin came."]])).toHaveLength(1);
});
