import { expect, test } from "vitest";
import { scriptSlip } from "#lib/core/qa/checks/script-slip.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";

const check = async (sourceLanguage: string, targetLanguage: string, source: string, target: string) => {
	const sides = { source: true, target: true };
	const run = await loadChecks({ sourceLanguage, targetLanguage, sides }, {}, [scriptSlip]);
	const passage = { id: "p", source: [{ id: "s", text: source }], target: [{ id: "t", text: target }] };
	return run?.look(passage).findings ?? [];
};

test.each([
	["zh-Hant", "en", "標准已經公布", "The standard", ["source 0-2 wrong-character 標準"]],
	["zh-Hant", "en", "国家標準", "x", ["source 0-1 other-script 國"]],
	["zh-Hans", "en", "國家标准", "x", ["source 0-1 other-script 国"]],
	[
		"en",
		"zh-TW",
		"The standard",
		"這里的標准",
		["target 0-2 wrong-character 這裡", "target 3-5 wrong-character 標準"],
	],
	["en", "zh-HK", "Here", "這里", ["target 0-2 wrong-character 這裏"]],
	["zh-Hant", "zh-Hans", "標准", "标準", ["source 0-2 wrong-character 標準", "target 0-2 other-script 标准"]],
	[
		"zh-Hant",
		"en",
		"标准已经发布，请认真执行",
		"x",
		["source 0-12 other-script-passage 標準已經發布，請認真執行"],
	],
	["zh-Hant", "en", "皇后批准了", "The Queen", []],
	["zh-Hant", "en", "", "", []],
])("%s → %s: %s | %s gives %j", async (source, target, text, rendering, expected) => {
	const found = await check(source, target, text, rendering);
	expect(found.map(({ side, start, end, key, fix }) => `${side} ${start}-${end} ${key} ${fix}`)).toEqual(
		expected,
	);
});
