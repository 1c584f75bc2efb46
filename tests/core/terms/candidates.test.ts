import fc from "fast-check";
import { expect, test } from "vitest";
import { mineCandidates, type Pair } from "#lib/core/terms/candidates.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import { dice, logLikelihood } from "#lib/core/terms/mining/association.ts";
import { preferred, termOf } from "./terms.ts";

const pairs: readonly Pair[] = [
	["省外办召开领事工作会议。", "The Provincial Foreign Affairs Office held a meeting on consular work."],
	["领事工作会议在昨天结束。", "Yesterday saw the end of the meeting on consular work."],
	["与会者赞扬了领事工作会议。", "Participants praised the meeting on consular work."],
	["省外办接待了来宾。", "Guests were received by the Provincial Foreign Affairs Office."],
	["来宾感谢省外办。", "The guests thanked the Provincial Foreign Affairs Office."],
	["據省外辦介紹，今天有雨。", "According to the Provincial Foreign Affairs Offices, it rains today."],
].map(([source = "", target = ""]) => ({ source, target }));

/** Of which nothing recurs. */
const others: readonly Pair[] = Array.from({ length: 30 }, (_, i) => ({
	source: String.fromCharCode(0x6000 + 3 * i, 0x6001 + 3 * i, 0x6002 + 3 * i),
	target: `word${String.fromCharCode(97 + (i % 26))}${i < 26 ? "x" : "y"}`,
}));
const all = [...pairs, ...others];

const found = (given: Iterable<Pair>, options = {}) =>
	mineCandidates(given, options).map(
		({ source, rendering, passages, together }) => `${source} = ${rendering} (${together}/${passages})`,
	);

test("what is rendered alike again and again is found whole, in either script and any form, the surest first", () => {
	expect(found(all)).toEqual([
		"领事工作会议 = meeting on consular work (3/3)",
		"省外办 = Provincial Foreign Affairs Office (4/4)",
	]);
});

test.each([
	[
		"a glossary has the term",
		{ terms: compileTerms([termOf("省外办", preferred("Provincial Foreign Affairs Office"))]) },
		["领事工作会议"],
	],
	["it is in too few passages", { leastPassages: 4 }, ["省外办"]],
	["only the surest are asked for", { mostCandidates: 1 }, ["领事工作会议"]],
	["memory ends", { mostCharacters: 100 }, []],
])("fewer are told where %s", (_why, options, sources) => {
	expect(mineCandidates(all, options).map(({ source }) => source)).toEqual(sources);
});

test("what is rendered in many ways is no candidate", () => {
	const renderings = ["a grand plan", "the scheme", "our project", "that idea", "this notion", "one thing"];
	const mixed = renderings.map((text, i) => ({
		source: `${"甲乙丙丁戊己"[i]}看宏图大计`,
		target: `Look at ${text}`,
	}));
	expect(found([...mixed, ...pairs.slice(6)])).toEqual([]);
});

test("examples show where the term and its rendering stand", () => {
	for (const { source, rendering, examples } of mineCandidates(all, { examples: 2 })) {
		expect(examples).toHaveLength(2);
		for (const { pair, source: from, target: to } of examples) {
			expect(pair.source.slice(from.start, from.end)).toBe(source);
			expect(pair.target.slice(to.start, to.end)).toBe(rendering);
		}
	}
});

test("the pairs are read once, and any order gives the same candidates", () => {
	fc.assert(
		fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
			expect(found(shuffled.values()).toSorted()).toEqual(found(all).toSorted());
		}),
		{ numRuns: 20 },
	);
});

test("nothing comes of nothing", () => {
	expect(found([])).toEqual([]);
	expect(found([{ source: "", target: "" }])).toEqual([]);
});

test.each([
	[{ together: 10, one: 10, other: 10, all: 1000 }, 112, 1],
	[{ together: 1, one: 10, other: 100, all: 1000 }, 0, 0.018],
	[{ together: 5, one: 10, other: 20, all: 1000 }, 26.8, 0.333],
])("%j has likelihood %d and Dice %d", (counts, likelihood, alike) => {
	expect(logLikelihood(counts)).toBeCloseTo(likelihood, 0);
	expect(dice(counts)).toBeCloseTo(alike, 2);
});
