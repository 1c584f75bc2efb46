import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	type Evidence,
	featureNames,
	indicatorFeatures,
	layout,
	mostSources,
	mostTargets,
	numberFeatures,
	othersAt,
	readFeatures,
	runningLengths,
	shapes,
	spansAt,
	weakestAt,
} from "#lib/core/align/lexical/features.ts";
import { prepare } from "#lib/core/align/lexical/prepare.ts";
import { bandOf, beadsIn, evidenceOf, parameters, smallTexts } from "./evidence.ts";
import { pairsOf } from "./sides.ts";

describe("the places of the weights", () => {
	test("are as many as names, and no name is there twice", () => {
		expect(featureNames.length).toBe(layout.size);
		expect(new Set(featureNames).size).toBe(layout.size);
	});

	test.each<[string, number]>([
		["forward", spansAt.forward],
		["backward", spansAt.backward],
		["learnedForward", spansAt.learnedForward],
		["learnedBackward", spansAt.learnedBackward],
		["weakestForward", weakestAt.forward],
		["weakestBackward", weakestAt.backward],
		["lengthSquare", othersAt],
		["bead 1-1", layout.shape],
		["opening 00", layout.opening],
		["closing 00", layout.closing],
		["inside 00", layout.inside],
		["ending none-none", layout.ending],
	])("%s is at %i", (name, place) => {
		expect(featureNames[place]).toBe(name);
	});
});

test("every shape of a bead is there once, within the greatest sizes, and none is empty", () => {
	expect(new Set(shapes.map(({ source, target }) => `${source}-${target}`)).size).toBe(shapes.length);
	expect(Math.max(...shapes.map(({ source }) => source))).toBe(mostSources);
	expect(Math.max(...shapes.map(({ target }) => target))).toBe(mostTargets);
	expect(Math.min(...shapes.map(({ source, target }) => source + target))).toBe(1);
});

test("lengths add up", () => {
	const totals = [...runningLengths(["one", "", "three"])];
	expect(totals).toEqual([0, 3, 3, 8]);
});

const source = ["“Du ci 12?", "bo ah,", "el.", "Fa!”", "“bo.”"];
const target = ["“Du ci 12?", "bo ah el.", "“fa!”", "bo", "ah"];
const prepared = prepare(source, target, {}, parameters);
const pairs = pairsOf(prepared.sides.source, prepared.sides.target, { bo: { bo: 50 }, el: { el: 50 } });
const band = bandOf(prepared, 6);
const evidence = evidenceOf(prepared, pairs, undefined, band);

/** The features of a bead that are not 0, and the indicators that it has. */
function features(sources: number, targets: number, i: number, j: number, given: Evidence = evidence) {
	const k = shapes.findIndex((shape) => shape.source === sources && shape.target === targets);
	const numbers = new Float64Array(numberFeatures.length).fill(99);
	const indicators = new Int32Array(indicatorFeatures).fill(99);
	readFeatures(given, k, i, j, numbers, indicators);
	const named = Object.fromEntries(numberFeatures.map((name, f) => [name, numbers[f] ?? 0]));
	return {
		numbers: Object.fromEntries(Object.entries(named).filter(([, value]) => value !== 0)),
		indicators: [...indicators].filter((place) => place >= 0).map((place) => featureNames[place]),
	};
}

describe("a bead has", () => {
	test("its shape, and what both sides begin and end with", () => {
		expect(features(1, 1, 0, 0).indicators).toEqual([
			"bead 1-1",
			"opening 11",
			"closing 00",
			"inside 11",
			"ending question-question",
		]);
		expect(features(1, 1, 1, 1).indicators).toEqual([
			"bead 1-1",
			"opening 00",
			"closing 00",
			"inside 11",
			"ending comma-stop",
		]);
		expect(features(2, 1, 2, 2).indicators).toEqual([
			"bead 2-1",
			"opening 01",
			"closing 11",
			"inside 00",
			"ending exclamation-exclamation",
		]);
	});

	test("with one side only, its shape and nothing else", () => {
		expect(features(1, 0, 1, 1).indicators).toEqual(["bead 1-0"]);
		expect(Object.keys(features(1, 0, 1, 1).numbers)).toEqual(["sourceAloneWords", "sourceOftenAlone"]);
		expect(features(0, 1, 1, 1).indicators).toEqual(["bead 0-1"]);
		expect(Object.keys(features(0, 1, 1, 1).numbers)).toEqual(["targetAloneWords", "targetOftenAlone"]);
	});

	test.each<[number, number, number]>([
		[1, 0, 1],
		[1, 5, 1],
		[1, 2, 0],
	])("with %i sentence alone at column %i: at an end of the other side %i", (sources, column, expected) => {
		expect(features(sources, 0, 2, column).numbers.sourceAloneAtEnd ?? 0).toBe(expected);
		expect(features(0, sources, column, 2).numbers.targetAloneAtEnd ?? 0).toBe(expected);
	});

	test("no weakest sentence where it has one only", () => {
		expect(features(1, 1, 1, 1).numbers).not.toHaveProperty("weakestForward");
		expect(features(2, 1, 1, 1).numbers).toHaveProperty("weakestBackward");
		expect(features(2, 1, 1, 1).numbers).not.toHaveProperty("weakestForward");
		expect(features(1, 2, 1, 1).numbers).toHaveProperty("weakestForward");
	});

	test("nothing of what the texts teach before they taught", () => {
		const learned = (found: ReturnType<typeof features>) =>
			Object.keys(found.numbers).filter((name) => name.startsWith("learned"));
		expect(learned(features(1, 1, 1, 1))).toEqual([]);
		const later = evidenceOf(prepared, pairs, pairs, band);
		expect(learned(features(1, 1, 1, 1, later))).not.toEqual([]);
	});

	test("the differences of its marks", () => {
		expect(features(1, 1, 0, 0).numbers.mark0).toBeUndefined();
		expect(features(1, 1, 0, 1).numbers).toMatchObject({ mark0: 1, mark2: 1, mark5: 1 });
	});

	test("quotations that end and begin inside it, and sentences that continue others", () => {
		expect(features(2, 1, 3, 2).numbers).toMatchObject({ sourceQuoteInside: 1 });
		expect(features(2, 1, 0, 0).numbers).toMatchObject({ sourceContinues: 1 });
		expect(features(1, 1, 0, 0).numbers).toMatchObject({ sourceContinuesAfter: 1, targetContinuesAfter: 1 });
	});
});

test("a side whose sentences often stand alone says so from 0 to 1, the more the oftener", () => {
	const odds = fc.double({ min: -15, max: 15, noNaN: true });
	fc.assert(
		fc.property(odds, odds, (one, other) => {
			const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
				(sourceAlone) => features(1, 0, 1, 1, { ...evidence, sourceAlone }).numbers.sourceOftenAlone ?? 0,
			);
			expect(low).toBeGreaterThanOrEqual(0);
			expect(high).toBeGreaterThanOrEqual(low ?? 2);
			expect(high).toBeLessThanOrEqual(1);
		}),
	);
	const alone = (targetAlone: number) =>
		features(0, 1, 1, 1, { ...evidence, targetAlone }).numbers.targetOftenAlone ?? 0;
	expect([alone(Math.log(1 / 300)), alone(Math.log(1 / 10))]).toEqual([0, 1]);
});

test("every feature of every bead is finite, and every indicator a place of its own kind", () => {
	const numbers = new Float64Array(numberFeatures.length);
	const indicators = new Int32Array(indicatorFeatures);
	const bounds = [layout.shape, layout.opening, layout.closing, layout.inside, layout.ending, layout.size];
	fc.assert(
		fc.property(smallTexts, (texts) => {
			const around = bandOf(texts.prepared, 3);
			const found = evidenceOf(texts.prepared, texts.known, texts.learned, around);
			for (const { k, i, j } of beadsIn(around)) {
				readFeatures(found, k, i, j, numbers, indicators);
				expect(numbers.every(Number.isFinite)).toBe(true);
				for (const [n, place] of indicators.entries()) {
					if (place < 0) continue;
					expect(place).toBeGreaterThanOrEqual(bounds[n] ?? 0);
					expect(place).toBeLessThan(bounds[n + 1] ?? 0);
				}
			}
		}),
		{ numRuns: 40 },
	);
});
