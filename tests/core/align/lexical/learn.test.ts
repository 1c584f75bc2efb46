import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lesson, learnPairs, pairsOfPrior, wordShares } from "#lib/core/align/lexical/learn.ts";
import type { Ratios } from "#lib/core/align/lexical/pairs.ts";
import { defaultParameters } from "#lib/core/align/lexical/parameters.ts";
import type { Prior } from "#lib/core/align/lexical/prior.ts";
import type { SideWords } from "#lib/core/align/lexical/words.ts";
import { pairValues, plainSide } from "./sides.ts";

const parameters = { ...defaultParameters, cap: Number.MAX_VALUE };

/** Few different words would each be too common for chance to be less likely than a translation. */
const inLanguage = (side: SideWords) => wordShares(side, () => 0.001, { ...parameters, ownShare: 0 });
const inText = (side: SideWords) => wordShares(side, () => undefined, parameters);

function lessonsOf(source: SideWords, target: SideWords, weight = 1): Lesson[] {
	return Array.from({ length: source.starts.length - 1 }, (_, i) => ({
		source: [...source.words.subarray(source.starts[i], source.starts[i + 1])],
		target: [...target.words.subarray(target.starts[i], target.starts[i + 1])],
		weight,
	}));
}

/** Known beforehand: source word → target word → share. */
function priorOf(
	source: SideWords,
	target: SideWords,
	known: Record<string, Record<string, number>> = {},
): Prior {
	const rows = source.texts.map((text) =>
		Object.entries(known[text] ?? {})
			.map(([word, share]) => ({ e: target.numbers.get(word) ?? 0, share }))
			.sort((a, b) => a.e - b.e),
	);
	return {
		starts: Int32Array.from([0, ...rows.map((_, i) => rows.slice(0, i + 1).flat().length)]),
		targets: Int32Array.from(rows.flat(), ({ e }) => e),
		shares: Float32Array.from(rows.flat(), ({ share }) => share),
	};
}

function learn(
	sources: string[],
	targets: string[],
	known: Record<string, Record<string, number>> = {},
	weight = 1,
) {
	const [source, target] = [plainSide(...sources), plainSide(...targets)];
	const pairs = learnPairs(
		lessonsOf(source, target, weight),
		priorOf(source, target, known),
		{ source, target },
		{ source: inLanguage(source), target: inLanguage(target) },
		parameters,
	);
	return {
		forward: pairValues(pairs.forward, source, target),
		backward: (z: string, e: string) => pairValues(pairs.backward, target, source)(e, z),
	};
}

const german = [
	"der hund bellt",
	"der hund schläft",
	"die katze schläft",
	"die katze trinkt",
	"der mann trinkt",
];
const english = ["the dog barks", "the dog sleeps", "the cat sleeps", "the cat drinks", "the man drinks"];

describe("words that keep meeting are found to be pairs", () => {
	const { forward, backward } = learn(german, english);
	const others = [...new Set(english.join(" ").split(" "))];

	test.each([
		["hund", "dog"],
		["katze", "cat"],
		["schläft", "sleeps"],
		["trinkt", "drinks"],
	])("%s and %s, in both directions", (z, e) => {
		for (const other of others.filter((other) => other !== e)) {
			expect([other, forward(z, e) > forward(z, other)]).toEqual([other, true]);
			expect([other, backward(z, e) > backward(z, other)]).toEqual([other, true]);
		}
		expect(forward(z, e)).toBeGreaterThan(1);
	});

	test("words that never meet are no pair", () => {
		expect([forward("bellt", "cat"), backward("bellt", "cat")]).toEqual([0, 0]);
	});
});

test("turned sides give turned pairs", () => {
	const there = learn(german, english);
	const back = learn(english, german);
	for (const z of german.join(" ").split(" ")) {
		for (const e of english.join(" ").split(" ")) {
			expect(back.backward(e, z)).toBeCloseTo(there.forward(z, e), 4);
			expect(back.forward(e, z)).toBeCloseTo(there.backward(z, e), 4);
		}
	}
});

describe("what is known beforehand", () => {
	const known = { a: { y: 0.8 } };

	test("decides where the text does not, also for the words beside", () => {
		const { forward, backward } = learn(["a b"], ["x y"], known);
		expect(forward("a", "y")).toBeGreaterThan(5 * forward("a", "x"));
		expect(forward("b", "x")).toBeGreaterThan(forward("b", "y"));
		expect(backward("a", "y")).toBeGreaterThan(5 * backward("b", "y"));
	});

	test("stays where no lesson says anything", () => {
		const { forward } = learn(["a b", "c"], ["x y", "z"], { c: { x: 0.5 } });
		expect(forward("c", "x")).toBeGreaterThan(1);
	});

	test("gives way to many lessons that say otherwise", () => {
		const { forward } = learn(
			new Array<string>(60).fill("a"),
			["y", ...new Array<string>(59).fill("x")],
			known,
		);
		expect(forward("a", "x")).toBeGreaterThan(forward("a", "y") / 10);
	});

	test("alone, without lessons, is a share over the word's share in the text, up to the cap", () => {
		const [source, target] = [plainSide("a b"), plainSide("x y y y")];
		const shares = { source: inText(source), target: inText(target) };
		const prior = priorOf(source, target, { a: { x: 0.8, y: 0.1 } });
		const pairs = pairsOfPrior(prior, shares, { ...parameters, cap: 3 });
		const forward = pairValues(pairs.forward, source, target);
		const backward = pairValues(pairs.backward, target, source);
		expect(forward("a", "x")).toBeCloseTo(3, 5); // 0.8 / 0.25 is more
		expect(forward("a", "y")).toBeCloseTo(0.1 / 0.75, 5);
		expect(forward("b", "x")).toBe(0);
		for (const e of ["x", "y"]) expect(backward(e, "a")).toBe(forward("a", e));
	});
});

test("surer lessons teach more", () => {
	const [sure, unsure] = [learn(german, english), learn(german, english, {}, 0.3)];
	expect(sure.forward("hund", "dog")).toBeGreaterThan(unsure.forward("hund", "dog"));
});

/** Per word the shares of all that it may be translated as. */
function sums({ starts, others, values }: Ratios, shares: Float64Array): number[] {
	return Array.from({ length: starts.length - 1 }, (_, word) => {
		let sum = 0;
		for (let k = starts[word] ?? 0; k < (starts[word + 1] ?? 0); k += 1)
			sum += (values[k] ?? 0) * (shares[others[k] ?? 0] ?? 0);
		return sum;
	});
}

test("the shares of a word's translations add up to 1 at most, whatever the lessons", () => {
	const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 4 });
	const texts = fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(texts, (all) => {
			const source = plainSide(...all.map(([one]) => one.join(" ")));
			const target = plainSide(...all.map(([, other]) => other.join(" ")));
			const shares = { source: inText(source), target: inText(target) };
			const prior = priorOf(source, target);
			const pairs = learnPairs(lessonsOf(source, target), prior, { source, target }, shares, parameters);
			for (const sum of sums(pairs.forward, shares.target)) expect(sum).toBeLessThan(1.0001);
			for (const sum of sums(pairs.backward, shares.source)) expect(sum).toBeLessThan(1.0001);
		}),
	);
});

test("a pair counts at most as often as the cap says", () => {
	const [source, target] = [plainSide(...german), plainSide(...english)];
	const shares = { source: inLanguage(source), target: inLanguage(target) };
	const sides = { source, target };
	const low = { ...parameters, cap: 1.5 };
	const pairs = learnPairs(lessonsOf(source, target), priorOf(source, target), sides, shares, low);
	expect(Math.max(...pairs.forward.values, ...pairs.backward.values)).toBe(1.5);
});

test("a pair that is no likelier than chance, in either direction, is left out", () => {
	const [source, target] = [plainSide("a b", "a b", "a b", "a"), plainSide("x y", "x y", "x y", "x")];
	const shares = { source: inText(source), target: inText(target) };
	const prior = priorOf(source, target, { a: { x: 0.9 }, b: { y: 0.9 } });
	const pairs = learnPairs(lessonsOf(source, target), prior, { source, target }, shares, parameters);
	const forward = pairValues(pairs.forward, source, target);
	const backward = pairValues(pairs.backward, target, source);
	expect(forward("b", "y")).toBeGreaterThan(1);
	expect([forward("b", "x"), backward("x", "b")]).toEqual([0, 0]);
	for (const [k, value] of pairs.forward.values.entries()) {
		const z = pairs.forward.starts.findIndex((start) => start > k) - 1;
		const back = backward(target.texts[pairs.forward.others[k] ?? 0] ?? "", source.texts[z] ?? "");
		expect(Math.max(value, back)).toBeGreaterThanOrEqual(1);
	}
});

test("a word of another part of the text is left out, unless a lesson has it", () => {
	const [source, target] = [plainSide("a", "b", "c"), plainSide("x", "y", "z")];
	const shares = { source: inLanguage(source), target: inLanguage(target) };
	const prior = priorOf(source, target, { a: { x: 0.5 }, b: { y: 0.5 }, c: { z: 0.5 } });
	const [, lesson] = lessonsOf(source, target);
	const onlyA = (word: number) => source.texts[word] === "a";
	const pairs = learnPairs(lesson ? [lesson] : [], prior, { source, target }, shares, parameters, onlyA);
	const forward = pairValues(pairs.forward, source, target);
	expect([forward("a", "x") > 1, forward("b", "y") > 1, forward("c", "z")]).toEqual([true, true, 0]);
});

describe("shares of running words", () => {
	const side = plainSide("a a b c");

	test("are those of the text where nothing is known of the language", () => {
		expect([...inText(side)]).toEqual([0.5, 0.25, 0.25]);
	});

	test.each([
		[1, 4 / 54],
		[50, 200 / 250],
	])("are mixed with those of the language, the more the shorter the text (× %i)", (times, trust) => {
		const text = plainSide(...new Array<string>(times).fill("a a b c"));
		const shares = wordShares(text, (word) => ({ a: 0.1, b: 0.05 })[word], { ...parameters, ownShare: 0.2 });
		const own = 0.2 * trust;
		expect(shares[0]).toBeCloseTo(0.5 * own + 0.1 * (1 - own), 10);
		expect(shares[1]).toBeCloseTo(0.25 * own + 0.05 * (1 - own), 10);
		expect(shares[2]).toBeCloseTo(0.25, 10);
	});
});
