import { expect, test } from "vitest";
import { countWords } from "#lib/core/text/words.ts";

test.each([
	["", "en", 0],
	["The quick brown fox.", "en", 4],
	["well-known people don't say “China‘s”", "en", 5],
	["In 2023, 3.5 percent of 1,000 people", "en", 7],
	["The U.S. and the B&R at 9:30", "en", 7],
	["– — … !", "en", 0],
	["COVID-19 was here", "en", 3],
	["naïve Zürich", "en", 2],
	["", "zh", 0],
	["会议开幕。", "zh-Hans", 5],
	["会议,开幕.", "zh-Hans", 6],
	["会议，开幕。", "zh-Hans", 6],
	["20多国外长", "zh-Hans", 5],
	["增长3.5亿元", "zh-Hans", 5],
	["COVID-19疫情", "zh-Hans", 3],
	["他用 Java 写 程序", "zh-Hant", 6],
	["等等……", "zh-Hans", 4],
	["𠮷野家", "zh-Hant", 3],
])("%j in %s counts %i", (text, language, wanted) => {
	expect(countWords(text, language)).toBe(wanted);
});
