import { describe, expect, test } from "vitest";
import { defaultParameters } from "#lib/core/align/lexical/parameters.ts";
import { knownTerms, wordPrior } from "#lib/core/align/lexical/prior.ts";
import { glossReader, headReader, plainReader, readSide } from "#lib/core/align/lexical/words.ts";
import { tinyLexicon } from "../lexicon/tiny-sources.ts";
import { plainSide, priorValues } from "./sides.ts";

const parameters = { ...defaultParameters, neighbourShare: 0.4, characterShare: 0.25 };

describe("without a dictionary", () => {
	const sides = {
		source: plainSide("Die Universität besucht Berlin 1998"),
		target: plainSide("The university visits Berlin in 1998"),
	};
	const prior = wordPrior(sides, undefined, [], parameters);
	const share = priorValues(prior, sides.source, sides.target);

	test.each([
		["berlin", "berlin", parameters.twinShare],
		["1998", "1998", parameters.twinShare],
		["universität", "university", parameters.cognateShare * (9 / 11)],
		["besucht", "visits", 0],
		["die", "the", 0],
	])("%s and %s: %d", (z, e, expected) => {
		expect(share(z, e)).toBeCloseTo(expected, 5);
	});
});

describe("with a dictionary", () => {
	const lexicon = tinyLexicon();
	const english = "Then Bao-yu prepared a book and walked to the library. Preparation: he read DNA.";
	const chinese = "宝玉准备看书，走。图书，图书馆，读DNA。";
	const target = readSide([english], glossReader(lexicon));
	const source = readSide([chinese], headReader(lexicon, [chinese], target));
	const prior = wordPrior({ source, target }, lexicon, [], parameters);
	const share = priorValues(prior, source, target);

	test("the only translation of a word without neighbours has all of it", () => {
		expect(share("走", "walk")).toBeCloseTo(1, 5);
	});

	test("neighbours have their share", () => {
		expect(share("图书馆", "library")).toBeGreaterThan(0.6 * 0.75 - 0.001);
		expect(share("图书馆", "library")).toBeLessThan(1);
		expect(share("准备", "prepare")).toBeGreaterThan(share("准备", "preparation"));
		expect(share("准备", "preparation")).toBeGreaterThan(0);
	});

	test("the characters of a compound count for a little", () => {
		expect(share("看书", "read")).toBeGreaterThan(share("看书", "book"));
		expect(share("看书", "book")).toBeGreaterThan(0);
		expect(share("看书", "book")).toBeLessThanOrEqual(parameters.characterShare / 2);
	});

	test("a name is its pinyin", () => {
		expect(share("宝玉", "baoyu")).toBeCloseTo(parameters.nameShare, 5);
	});

	test("Latin words and numbers are their own translation", () => {
		expect(share("dna", "dna")).toBeCloseTo(parameters.twinShare, 5);
	});

	test("words that do not translate each other are no pair", () => {
		expect(share("走", "library")).toBe(0);
		expect(share("准备", "walk")).toBe(0);
	});
});

describe("terms of a project", () => {
	const sides = { source: plainSide("a b c d"), target: plainSide("x y z") };
	const readers = { source: plainReader(), target: plainReader() };
	const prior = (...terms: [source: string, target: string][]) => {
		const known = knownTerms(
			terms.map(([source, target]) => ({ source, target })),
			sides,
			readers,
		);
		const found = wordPrior(sides, undefined, known, parameters);
		return priorValues(found, sides.source, sides.target);
	};

	test("each word of a term has the words of its rendering in equal shares", () => {
		const share = prior(["a b", "x y"]);
		expect([share("a", "x"), share("a", "y"), share("b", "x"), share("b", "y")]).toEqual(
			[0.4, 0.4, 0.4, 0.4].map((value) => expect.closeTo(value, 5)),
		);
		expect(share("c", "x")).toBe(0);
	});

	test("whatever the case", () => {
		expect(prior(["C", "Z"])("c", "z")).toBeCloseTo(0.8, 5);
	});

	test.each<[string, string, string]>([
		["a word that the source lacks", "a q", "x"],
		["a word that the target lacks", "a", "x q"],
		["no source", "", "x"],
		["no target", "a", "—"],
	])("a term with %s says nothing", (_, source, target) => {
		expect(prior([source, target])("a", "x")).toBe(0);
	});

	test("no share is more than 1", () => {
		expect(prior(["a", "x"], ["a", "x"], ["a b", "x"])("a", "x")).toBe(1);
	});
});
