import { expect, test } from "vitest";
import { inconsistentTerm } from "#lib/core/qa/checks/inconsistent-term.ts";
import { foundIn } from "../found-in.ts";
import { dictionary } from "./dictionary.ts";

const words = dictionary(
	{ 能源: "energy", 转型: "transition", 能源转型: "energy transition", 市场: "market" },
	["energy", "transition", "market", "change", "alteration"],
);
const usual = [
	["能源转型很重要。", "The energy transition is important."],
	["他谈能源转型。", "He spoke of the energy transition."],
	["能源转型的费用！", "The price of the energy transition!"],
	["我们要能源转型。", "We want the energy transition."],
] as const;

const found = async (source: string, target: string) =>
	(await foundIn(inconsistentTerm, [...usual, [source, target]], words))
		.flat()
		.map(({ values }) => `${values.term} ${values.usual}`);

test.each([
	["once of two times", "能源转型就是能源转型。", "The energy transition is an energy alteration."],
	[
		"with the right word beside",
		"能源转型必须转型。",
		"The energy alteration must be in transition, a transition.",
	],
])("a term whose last word is exchanged %s is found", async (_, source, target) => {
	expect(await found(source, target)).toEqual(["能源转型 energy transition"]);
});

test.each([
	["is named by a pronoun the second time", "能源转型就是能源转型。", "The energy transition is what it is."],
	[
		"stands beside another term",
		"能源转型和能源市场，能源转型。",
		"The energy transition and the energy market, it is.",
	],
	["has one word more", "能源转型和能源转型。", "The energy transition and an energy market transition."],
])("a term that %s is called as usual", async (_, source, target) => {
	expect(await found(source, target)).toEqual([]);
});
