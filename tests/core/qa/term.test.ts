import { expect, test } from "vitest";
import { term } from "#lib/core/qa/checks/term.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { allowed, glossary, termOf } from "../terms/terms.ts";

const terms = compileTerms(glossary);

async function found(source: string, target: string, languages = ["zh-Hans", "en"]) {
	const [sourceLanguage = "", targetLanguage = ""] = languages;
	const sides = { source: source !== "", target: true };
	const run = await loadChecks({ sourceLanguage, targetLanguage, sides }, { terms }, [term]);
	const passage = {
		id: "p",
		source: source === "" ? [] : [{ id: "s", text: source }],
		target: [{ id: "t", text: target }],
	};
	return run?.look(passage).findings ?? [];
}

test.each([
	[
		"中共中央对外联络部",
		"The Liaison Department said",
		"target 4-22 forbidden",
		"International Department of the CPC Central Committee",
	],
	[
		"中共中央對外聯絡部",
		"The Liaison Department's view",
		"target 4-22 forbidden",
		"International Department of the CPC Central Committee",
	],
	[
		"",
		"Jin Xin, External Liaison Department",
		"target 9-36 forbidden",
		"International Department of the CPC Central Committee",
	],
	["基层", "the basic levels", "target 4-16 forbidden", null],
	["基层", "A basic level unit", "target 2-13 forbidden", "grass-roots"],
	[
		"落实八项规定",
		"They implemented eight provisions.",
		"target 5-33 forbidden",
		"implemented the Eight-Point Regulations",
	],
	["现代化", "its modernity", "target 4-13 forbidden", "modernization"],
	["现代化", "Modernity is hard", "target 0-9 forbidden", "Modernization"],
	["党建", "the Party construction work", "target 4-22 forbidden", "Party building"],
	["两个维护", "the “two safeguards”", "target 5-19 forbidden", "Two Upholds"],
	["", "to achieve “two safeguards” now", "target 12-26 forbidden", "Two Upholds"],
	["禁语", "a forbidden word", "target 2-16 forbidden-only", null],
	["世卫组织表示", "The agency said", "source 0-4 missing", null],
	["中共中央政治局会议", "A meeting took place", "source 0-7 missing", null],
])("%s rendered as %s: %s, instead %s", async (source, target, place, fix) => {
	const findings = await found(source, target);
	expect(findings.map(({ side, start, end, key }) => `${side} ${start}-${end} ${key}`)).toEqual([place]);
	expect(findings.map((finding) => finding.fix)).toEqual([fix]);
	expect(findings.map(({ severity }) => severity)).toEqual([place.endsWith("missing") ? "minor" : "major"]);
});

test.each([
	["中共中央对外联络部", "the International Department"],
	["中共中央对外联络部", "The Department said"],
	["中共中央对外联络部", "The International Department of the CPC"],
	["中共中央对外联络部", ""],
	["中共中央政治局", "the Political Bureau of the Central Committee of the Communist Party of China"],
	["全国人大", "NPC deputies"],
	["全国人大", "the congress"],
	["会谈", "talks were held"],
	["基层基层", "at the grassroots"],
	["", "two safeguards against fire"],
	["", "a liaison department"],
	["联络部", "the Liaison Department"],
	["外防输入、内防反弹", "prevent imported cases and a resurgence"],
	["", ""],
])("%s rendered as %s is right", async (source, target) => {
	expect(await found(source, target)).toEqual([]);
});

test.each([
	["de", "en"],
	["zh-Hans", "fr"],
])("a glossary for English says nothing of %s → %s", async (...languages) => {
	expect(await found("中共中央对外联络部", "External Liaison Department", languages)).toEqual([]);
});

test("a finding names the term, what was found, what is preferred and who says so", async () => {
	const [finding] = await found("中共中央對外聯絡部", "the External Liaison Department");
	expect(finding?.values).toEqual({
		term: "中共中央對外聯絡部",
		found: "External Liaison Department",
		preferred: "International Department of the CPC Central Committee",
		authority: "Xinhua",
	});
});

test("wording that is right for another term of the source is not wrong for this one", async () => {
	const both = compileTerms([...glossary, termOf("建设", allowed("Party construction"))]);
	const sides = { source: true, target: true };
	const run = await loadChecks({ sourceLanguage: "zh", targetLanguage: "en", sides }, { terms: both }, [
		term,
	]);
	const look = run?.look({
		id: "p",
		source: [{ id: "s", text: "党建和建设" }],
		target: [{ id: "t", text: "Party building and Party construction" }],
	});
	expect(look?.findings).toEqual([]);
});
