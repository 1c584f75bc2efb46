import { expect, test } from "vitest";
import { toneMarks } from "#lib/core/scripts/pinyin.ts";

test.each([
	["Zhong1 guo2", "Zhōng guó"],
	["tu2 shu1 guan3", "tú shū guǎn"],
	["lu:4", "lǜ"],
	["nu:3 er2", "nǚ ér"],
	["xue2 xi2", "xué xí"],
	["gui4", "guì"],
	["liu2", "liú"],
	["dou1", "dōu"],
	["ma5", "ma"],
	["wan2 r5", "wán r"],
	["Ao4 lin2", "Ào lín"],
	["E2", "É"],
	["xx5", "xx"],
	["A A zhi4", "A A zhì"],
])("%s is written %s", (numbered, marked) => {
	expect(toneMarks(numbered)).toBe(marked);
});
