import { expect, test } from "vitest";
import { truncated } from "#lib/core/qa/checks/truncated.ts";
import { lookAt } from "./look-at.ts";

const source = "会议在北京召开，来自十个省份的代表讨论了新法律的草案。";

test.each([
	[source, "The meeting was held in Beijing, and delegates from the", "major word the"],
	[source, "The meeting was held in Beijing, where delegates from ten provinces talked of", "major word of"],
	[source, "The meeting took place in Beijing, with delegates that came to", "major word to"],
	[source, "The meeting was held in Beijing", "major sentence Beijing"],
	[source, "The meeting was held in Beijing,", "major sentence Beijing"],
	[null, "The meeting was held in the", "minor word the"],
])("%s → %s stops in the middle: %s", async (original, target, said) => {
	expect(await lookAt(truncated, original, target)).toMatchObject([{ said, fix: null }]);
});

test.each([
	[
		source,
		"The meeting was held in Beijing, and delegates from ten provinces discussed the draft of the new law.",
	],
	[
		source,
		"The meeting was held in Beijing, and delegates from ten provinces discussed the draft of the new law",
	],
	["会议的", "The meeting of the"],
	["会议在北京召开，", "The meeting was held in Beijing, and"],
	["你在看什么？", "What are you looking at?"],
	["好的。", "Okay"],
	[null, "What are you looking at"],
	[null, "The road home"],
	[null, ""],
	[source, ""],
])("%s → %s stops where it should", async (original, target) => {
	expect(await lookAt(truncated, original, target)).toEqual([]);
});
