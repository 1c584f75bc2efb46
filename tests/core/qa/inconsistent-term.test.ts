import { expect, test } from "vitest";
import { inconsistentTerm } from "#lib/core/qa/checks/inconsistent-term.ts";
import { foundIn } from "./found-in.ts";

const usual = [
	["这条博物馆很受欢迎。", "This museum is popular."],
	["博物馆昨天关闭。", "The museum was closed yesterday."],
	["我们在博物馆等你。", "We wait for you at the museum."],
	["县里修了两条博物馆。", "The county built two museums."],
] as const;

const found = async (pairs: readonly (readonly [string, string])[]) =>
	(await foundIn(inconsistentTerm, pairs)).flatMap((findings, at) =>
		findings.map(
			({ side, start, end, key, severity, values: { term, usual: mostly, count, all } }) =>
				`${at} ${side} ${start}-${end} ${key} ${severity}: ${term} ${mostly} ${count}/${all}`,
		),
	);

test("a term that is suddenly called otherwise is found at its place in the source", async () => {
	expect(await found([...usual, ["他修好博物馆。", "He repaired the gallery."]])).toEqual([
		"4 source 3-6 otherwise minor: 博物馆 museum 4/5",
	]);
});

test("in traditional characters too", async () => {
	expect(await found([...usual, ["他修好博物館。", "He repaired the gallery."]])).toHaveLength(1);
});

test.each([
	["in another number", "他修好博物馆。", "He repaired museums."],
	["in capitals", "博物馆须知", "MUSEUM RULES"],
	["where nothing is rendered yet", "他修好博物馆。", ""],
])("a term %s is called the same", async (_, source, target) => {
	expect(await found([...usual, [source, target]])).toEqual([]);
});

test("a term that is often called otherwise has no usual name", async () => {
	const others = [
		["他修好博物馆。", "He repaired the gallery."],
		["她也修好博物馆。", "She took the river trail too."],
		["博物馆很长。", "The quay footpath is long."],
	] as const;
	expect(await found([...usual, ...others])).toEqual([]);
});

test("three uses make nothing usual", async () => {
	expect(await found([...usual.slice(0, 2), ["他修好博物馆。", "He repaired the gallery."]])).toEqual([]);
});

test("an everyday word is said as the sentence wants", async () => {
	const everyday = [
		["这家餐厅很受欢迎。", "This restaurant is popular."],
		["餐厅昨天关门。", "The restaurant was closed yesterday."],
		["我们在餐厅等你。", "We wait for you at the restaurant."],
		["老板卖掉两家餐厅。", "Their owner sold two restaurants."],
		["他开了餐厅。", "He opened an eatery."],
	] as const;
	expect(await found(everyday)).toEqual([]);
});
