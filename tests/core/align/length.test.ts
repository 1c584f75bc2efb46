import { describe, expect, test } from "vitest";
import { length } from "#lib/core/align/aligners/length.ts";
import type { Bead } from "#lib/core/align/contract.ts";

/** Sentences of these lengths; every fifth is long, so that lengths can be told apart. */
const sentences = (lengths: readonly number[]) => lengths.map((size) => "x".repeat(size));
const shapes = (beads: readonly Bead[]) =>
	beads.map(({ source, target }) => `${source[1] - source[0]}-${target[1] - target[0]}`).join(" ");

describe("beads", () => {
	test.each([
		["parallel", [20, 95, 33, 60, 12], [60, 285, 99, 180, 36], "1-1 1-1 1-1 1-1 1-1"],
		["one sentence became two", [20, 95, 33, 60, 12], [60, 140, 145, 99, 180, 36], "1-1 1-2 1-1 1-1 1-1"],
		["two became one", [20, 50, 45, 33, 60, 12], [60, 285, 99, 180, 36], "1-1 2-1 1-1 1-1 1-1"],
		[
			"one was left out",
			[20, 95, 90, 33, 60, 12, 88, 41],
			[60, 285, 99, 180, 36, 264, 123],
			"1-1 1-1 1-0 1-1 1-1 1-1 1-1 1-1",
		],
	])("%s", (_, source, target, wanted) => {
		expect(shapes(length.align(sentences(source), sentences(target)))).toBe(wanted);
	});

	test("without the other side each sentence stands alone, certainly", () => {
		expect(length.align(["a", "b"], [])).toEqual([
			{ source: [0, 1], target: [0, 0], confidence: 1 },
			{ source: [1, 2], target: [0, 0], confidence: 1 },
		]);
	});
});

test("confidence is high where lengths agree and low where they leave a doubt", () => {
	const even = length.align(sentences([40, 40, 40, 40]), sentences([120, 120, 120, 120, 120]));
	const distinct = length.align(sentences([10, 90, 25, 60, 140]), sentences([30, 270, 75, 180, 420]));
	expect(Math.min(...distinct.map((bead) => bead.confidence))).toBeGreaterThan(0.9);
	expect(Math.min(...even.map((bead) => bead.confidence))).toBeLessThan(0.6);
});

test("paragraph starts decide where lengths do not", () => {
	const source = sentences(Array(12).fill(40));
	const target = sentences([...Array(6).fill(120), 120, ...Array(6).fill(120)]);
	const sourceParagraphs = [0, 3, 6, 9];
	// Target sentence 4 is extra: from the third paragraph on, starts are one further on
	const targetParagraphs = [0, 3, 7, 10];
	const rows = length.align(source, target, { sourceParagraphs, targetParagraphs });
	for (const [s, t] of [
		[6, 7],
		[9, 10],
	]) {
		expect(rows.some((bead) => bead.source[0] === s && bead.target[0] === t)).toBe(true);
	}
});

test("with a paragraph at nearly every sentence on both sides, evidence and confidence stay in bounds", () => {
	const source = lengthsWithoutPattern(60);
	const almostAll = source.map((_, i) => i).filter((i) => i % 20 !== 7);
	const beads = length.align(sentences(source), sentences(source.map((size) => 3 * size)), {
		sourceParagraphs: almostAll,
		targetParagraphs: almostAll,
	});
	expect(shapes(beads)).toBe(Array(60).fill("1-1").join(" "));
	expect(beads.filter(({ confidence }) => confidence > 0.9).length).toBeGreaterThan(55);
});

test("progress never passes its total, and a cancel check can stop the work", () => {
	const source = Array.from({ length: 600 }, (_, i) => "x".repeat(5 + ((i * 37) % 80)));
	const seen: [number, number][] = [];
	length.align(source, source, { progress: (done, total) => seen.push([done, total]) });
	expect(seen.length).toBeGreaterThan(5);
	expect(seen.every(([done, total]) => done <= total)).toBe(true);
	expect(() =>
		length.align(source, source, {
			checkCancelled() {
				throw new Error("stopped");
			},
		}),
	).toThrow("stopped");
});

describe("beyond the whole lattice", () => {
	const count = 1_500;
	const source = lengthsWithoutPattern(count).map((size) => "x".repeat(size));
	const translated = source.map((text, i) => "y".repeat(3 * text.length + (i % 5)));

	test("the band follows a parallel text", () => {
		const beads = length.align(source, translated);
		const right = beads.filter(({ source: s, target: t }) => s[0] === t[0] && s[1] === t[1]);
		expect(right.length).toBeGreaterThan(count * 0.99);
	});

	test("the band follows when more is missing in the middle than it is wide", () => {
		const [from, to] = [600, 760];
		const beads = length.align(source, [...translated.slice(0, from), ...translated.slice(to)]);
		const right = beads.filter(({ source: s, target: t }) => {
			const wanted = t[0] < from ? t[0] : t[0] + to - from;
			return s[0] === wanted && s[1] > s[0] && t[1] > t[0];
		});
		expect(right.length).toBeGreaterThan((count - to + from) * 0.85);
	});
});

/** Between 8 and 104, from a linear congruential generator. */
function lengthsWithoutPattern(count: number): number[] {
	let state = 5;
	return Array.from({ length: count }, () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return 8 + (Math.floor(state / 65_536) % 97);
	});
}
