import { expect, test } from "vitest";
import { loop } from "#lib/core/qa/checks/loop.ts";
import { lookAt } from "./look-at.ts";

test.each([
	["The rice the rice the rice the rice", "The rice the rice the rice the rice"],
	["He said: grain grain grain grain.", "grain grain grain grain"],
	[
		"It is the road of the people, of the people, of the people, he said.",
		"of the people, of the people, of the people",
	],
	[
		"The mill is closed. The mill is closed. The mill is closed.",
		"The mill is closed. The mill is closed. The mill is closed",
	],
	["It was thethethethethethe end.", "thethethethethethe"],
])("%s goes round", async (target, said) => {
	expect(await lookAt(loop, null, target)).toMatchObject([{ said: `critical loop ${said}`, fix: null }]);
	expect(await lookAt(loop, "这是一个句子。", target)).toHaveLength(1);
});

test.each([
	[null, "No, no, no, no! Ha ha ha ha ha."],
	[null, "Row, row, row your boat."],
	[null, "hahahahahahahahahahaha"],
	[null, "0 0 0 0 0 0"],
	[null, "Tea 5\nTea 5\nTea 5\nTea 5"],
	[null, "More and more and more of it."],
	["加油！加油！加油！加油！", "Go on then! Go on then! Go on then! Go on then!"],
	["", ""],
])("%s → %s stops by itself", async (source, target) => {
	expect(await lookAt(loop, source, target)).toEqual([]);
});
