import fc from "fast-check";
import { expect, test } from "vitest";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { allowed, forbidden, glossary, preferred, termOf } from "./terms.ts";

const matcher = compileTerms(glossary);

const said = (text: string, uses: readonly { term: { simplified: string }; start: number; end: number }[]) =>
	uses.map(({ term, start, end }) => `${term.simplified}: ${text.slice(start, end)}`);

test.each([
	["中共中央政治局召开会议", ["中共中央政治局: 中共中央政治局"]],
	["中共中央印发通知，中共中央政治局开会", ["中共中央: 中共中央", "中共中央政治局: 中共中央政治局"]],
	["中共中央對外聯絡部", ["中共中央对外联络部: 中共中央對外聯絡部"]],
	["推進“一帶一路”倡議", ["一带一路倡议: 一帶一路”倡議"]],
	["外防输入，内防反弹", ["外防输入、内防反弹: 外防输入，内防反弹"]],
	["使用5G网络", ["5G: 5G"]],
	["教育部门和教育部", ["教育部: 教育部"]],
	["提高考核标准后高考", ["高考: 高考"]],
	["党组织与党组", ["党组: 党组"]],
	["使用15G网络和5GHz", []],
	["ＧＤＰ增长", ["GDP: ＧＤＰ"]],
	["", []],
])("the terms of %s are %j", (text, expected) => {
	expect(said(text, matcher.inSource(text))).toEqual(expected);
});

test.each([
	["implementing the Eight-Point Regulations", ["八项规定: implementing the Eight-Point Regulations"]],
	["They implemented the eight point regulation.", ["八项规定: implemented the eight point regulation"]],
	["grassroots, grass-roots and grass roots", ["基层: grassroots", "基层: grass-roots", "基层: grass roots"]],
	["China’s National People’s Congress", ["全国人大: National People’s Congress"]],
	["China's National People‘s Congresses", ["全国人大: National People‘s Congresses"]],
	["the NPC's sessions", ["全国人大: NPC"]],
	["who went there", []],
	["the WHO", ["世卫组织: WHO"]],
	["Who knows Unesco and UNESCO's list?", ["教科文组织: Unesco", "教科文组织: UNESCO"]],
	[
		"the Central Committee of the Communist Party of China",
		["中共中央: Central Committee of the Communist Party of China"],
	],
	["modernisation of its organisations", ["现代化: modernisation"]],
	["the “Belt and Road” Initiative", ["一带一路倡议: Belt and Road” Initiative"]],
	["in the Belt. And Road Initiative", []],
	["of the party, building roads", []],
	["innovative, coordinated, and green", ["新理念: innovative, coordinated, and green"]],
	["we held talks; talks are being held", ["会谈: held talks"]],
	["", []],
])("the renderings in %s are %j", (text, expected) => {
	expect(said(text, matcher.inTarget(text))).toEqual(expected);
});

test("a rendering inside of a longer one is there, and is not the longest", () => {
	const text = "the Political Bureau of the CPC Central Committee";
	expect(said(text, matcher.inTarget(text))).toEqual([`中共中央政治局: ${text.slice(4)}`]);
	expect(said(text, matcher.allInTarget(text))).toContain("中共中央: CPC Central Committee");
});

test("terms that are written alike are all told, and so are renderings", () => {
	const twins = compileTerms([
		termOf("代表", preferred("representative")),
		{ ...termOf("代表", preferred("deputy"), forbidden("representative")), id: "other" },
	]);
	expect(twins.inSource("代表")).toHaveLength(2);
	expect(twins.inTarget("two representatives").map(({ rendering }) => rendering.status)).toEqual([
		"preferred",
		"forbidden",
	]);
});

test("what a term lists itself is not taken for another writing of something else", () => {
	const own = compileTerms([
		termOf(
			"中共中央",
			preferred("CPC Central Committee"),
			forbidden("Party Central Committee"),
			allowed("Centre"),
		),
	]);
	expect(own.inTarget("the Party Central Committee").map(({ rendering }) => rendering.status)).toEqual([
		"forbidden",
	]);
});

test("every term is found in itself, and every rendering in itself", () => {
	const text = fc.stringMatching(/^[\p{Script=Han}a-z0-9、]{1,8}$/u);
	const english = fc.stringMatching(/^[A-Za-z]{2,8}([ -][A-Za-z]{2,8}){0,4}$/);
	fc.assert(
		fc.property(text, english, (source, rendering) => {
			const term = termOf(source, preferred(rendering));
			const one = compileTerms([term]);
			if (/^(the|an?)$/i.test(rendering)) return;
			expect(one.inSource(source).map(({ start, end }) => [start, end])).toEqual([[0, source.length]]);
			expect(one.inTarget(`“${rendering}”`).at(-1)?.rendering.text).toBe(rendering);
		}),
	);
});

test("uses do not overlap and stand in order", () => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom("中共", "中央", "政治局", "一带一路", "、", "“", "x", "倡议")),
			(parts) => {
				const uses = matcher.inSource(parts.join(""));
				for (const [i, use] of uses.entries())
					expect(use.start).toBeGreaterThanOrEqual(uses[i - 1]?.end ?? 0);
			},
		),
	);
});

test("a hostile text takes no longer than another of its length", () => {
	const long = `${"a.".repeat(20_000)}${"a-".repeat(20_000)}${"the ".repeat(10_000)}${"‘".repeat(20_000)}`;
	const started = processorTime();
	matcher.inTarget(long);
	matcher.inSource("中共“".repeat(30_000));
	expect(processorTime() - started).toBeLessThan(2_000);
});
