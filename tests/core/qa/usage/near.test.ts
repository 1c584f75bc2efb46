import { expect, test } from "vitest";
import { englishWords } from "#lib/core/qa/usage/english-words.ts";
import { areNear } from "#lib/core/qa/usage/near.ts";

const near = (rendering: string, text: string) =>
	areNear(
		englishWords(rendering).map(({ stem }) => stem),
		englishWords(text),
	);

test.each([
	["international cooperation", "cooperation that is international"],
	["international cooperation", "international trade cooperation"],
	["epidemic prevention and control", "prevention and control of the epidemic"],
	["epidemic prevention and control", "epidemic control and prevention"],
	["primary schools", "primary and secondary schools"],
	["heat dissipation", "the heat is quickly dissipated"],
	["staff training", "for training the staff"],
	["tower opening", "opening of the tower"],
])("%s is also said by “%s”", (rendering, text) => {
	expect(near(rendering, text)).toBe(true);
});

test.each([
	["two phrases with a verb between", "flood insurance", "Flood cover is an insurance contract."],
	["two phrases with and between", "opening ceremony", "the award ceremony and the opening event"],
	["a verb and what it governs", "flood insurance", "insuring a flood contract"],
	["words far apart", "water tower", "The water came from a town and left by the tower."],
	["a teacher and the teaching", "piano teacher", "piano teaching"],
])("%s do not say a term", (_, rendering, text) => {
	expect(near(rendering, text)).toBe(false);
});
