import { describe, expect, test } from "vitest";
import { detectLanguage, scriptCharacters } from "#lib/core/text/detect-language.ts";
import { isChinese } from "#lib/core/text/language.ts";

test.each([
	["会议由省长主持，各部门负责人参加。", "zh-Hans"],
	["會議由省長主持，各部門負責人參加。", "zh-Hant"],
	// conversion slips: simplified characters left in a traditional page
	["各級黨組織紛紛行動起來,發揮戰斗堡壘作用,准確發布疫情信息,全球范圍內開展工作", "zh-Hant"],
	["山中有水。", "zh-Hans"],
	["他在IBM和Microsoft工作过，会用Java、Python和TypeScript。", "zh-Hans"],
	["The governor, Mr. Li (李先生), opened the meeting in Hefei (合肥).", "en"],
	["Café naïve – déjà vu", "en"],
	["これは日本語の文章です。会議が開かれました。", null],
	["Это русский текст.", null],
	["12345 --- !!!", null],
	["", null],
])("%j is %s", (text, wanted) => {
	expect(detectLanguage(text)).toBe(wanted);
});

test.each([
	["zh", true],
	["zh-Hant", true],
	["zh-TW", true],
	["ZH-Hans", true],
	["en", false],
	["zha", false],
])("isChinese(%j) is %s", (tag, wanted) => {
	expect(isChinese(tag)).toBe(wanted);
});

describe("script characters against the national character sets", () => {
	const gb2312 = repertoire("gbk", 0xb0, 0xf7, [[0xa1, 0xfe]]);
	const big5 = repertoire("big5", 0xa4, 0xf9, [
		[0x40, 0x7e],
		[0xa1, 0xfe],
	]);

	test("the repertoires are complete", () => {
		expect(gb2312.size).toBe(6_763);
		expect(big5.size).toBeGreaterThan(13_000);
	});
	test("what is simplified only is in GB 2312 and not in Big5", () => {
		expect([...scriptCharacters.simplified].filter((c) => !gb2312.has(c) || big5.has(c))).toEqual([]);
	});
	test("what is traditional only is in Big5 and not in GB 2312", () => {
		expect([...scriptCharacters.traditional].filter((c) => !big5.has(c) || gb2312.has(c))).toEqual([]);
	});
});

function repertoire(
	encoding: string,
	first: number,
	last: number,
	trails: readonly (readonly [number, number])[],
): Set<string> {
	const decoder = new TextDecoder(encoding, { fatal: false });
	const characters = new Set<string>();
	for (let lead = first; lead <= last; lead += 1) {
		for (const [from, to] of trails) {
			for (let trail = from; trail <= to; trail += 1) {
				const character = decoder.decode(new Uint8Array([lead, trail]));
				if (/^[\u4e00-\u9fff]$/u.test(character)) characters.add(character);
			}
		}
	}
	return characters;
}
