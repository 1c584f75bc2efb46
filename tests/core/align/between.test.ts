import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { length } from "#lib/core/align/aligners/length.ts";
import { oneToOne } from "#lib/core/align/aligners/one-to-one.ts";
import { alignBetween, alignBetweenInTurn, gapsBetween } from "#lib/core/align/between.ts";
import type { AlignOptions, Bead, FixedBead } from "#lib/core/align/contract.ts";

const bead = (...[s, sEnd, t, tEnd]: [number, number, number, number]): FixedBead => ({
	source: [s, sEnd],
	target: [t, tEnd],
});
const lines = (count: number) => Array.from({ length: count }, (_, i) => "x".repeat(4 + ((i * 37) % 60)));

/** Two texts as steps of both sides: a fixed bead of that many sentences, or so many sentences to be aligned. */
const puzzle = fc
	.array(fc.record({ fixed: fc.boolean(), source: fc.nat(4), target: fc.nat(4) }), { maxLength: 14 })
	.map((steps) => {
		let [source, target] = [0, 0];
		const fixed: FixedBead[] = [];
		for (const step of steps) {
			if (step.fixed && step.source + step.target > 0)
				fixed.push(bead(source, source + step.source, target, target + step.target));
			[source, target] = [source + step.source, target + step.target];
		}
		return { sources: source, targets: target, fixed };
	});

describe.each([oneToOne, length])("fixed beads with $id", (aligner) => {
	test("come back as given with confidence 1, and all beads cover both sides in order", () => {
		fc.assert(
			fc.property(puzzle, ({ sources, targets, fixed }) => {
				const beads = aligner.align(lines(sources), lines(targets), { fixed });
				let [source, target] = [0, 0];
				for (const { source: s, target: t, confidence } of beads) {
					expect([s[0], t[0]]).toEqual([source, target]);
					expect(s[1] - s[0] + t[1] - t[0]).toBeGreaterThan(0);
					expect(confidence).toBeGreaterThanOrEqual(0);
					expect(confidence).toBeLessThanOrEqual(1);
					[source, target] = [s[1], t[1]];
				}
				expect([source, target]).toEqual([sources, targets]);
				for (const given of fixed) expect(beads).toContainEqual({ ...given, confidence: 1 });
			}),
			{ numRuns: 200 },
		);
	});
});

/** Puts everything it is given into one bead, and remembers it. */
function remembering() {
	const seen: { source: readonly string[]; target: readonly string[]; options: AlignOptions }[] = [];
	const align = (source: readonly string[], target: readonly string[], options: AlignOptions): Bead[] => {
		seen.push({ source, target, options });
		options.progress?.(1, 2);
		options.progress?.(2, 2);
		return [{ source: [0, source.length], target: [0, target.length], confidence: 0.5 }];
	};
	return { seen, align };
}

test("the aligner is given the sentences of the gaps, once, and no others", () => {
	fc.assert(
		fc.property(puzzle, ({ sources, targets, fixed }) => {
			const source = Array.from({ length: sources }, (_, i) => `s${i}`);
			const target = Array.from({ length: targets }, (_, i) => `t${i}`);
			const { seen, align } = remembering();
			alignBetween(align, source, target, { fixed });
			const isFixed = (side: "source" | "target", number: number) =>
				fixed.some((given) => number >= given[side][0] && number < given[side][1]);
			expect(seen.flatMap((call) => call.source)).toEqual(source.filter((_, i) => !isFixed("source", i)));
			expect(seen.flatMap((call) => call.target)).toEqual(target.filter((_, i) => !isFixed("target", i)));
			if (fixed.length > 0)
				for (const call of seen) expect(call.source.length + call.target.length).toBeGreaterThan(0);
		}),
	);
});

test("an aligner that is waited for gets the same parts and gives the same beads", async () => {
	await fc.assert(
		fc.asyncProperty(puzzle, async ({ sources, targets, fixed }) => {
			const [now, later] = [remembering(), remembering()];
			const beads = alignBetween(now.align, lines(sources), lines(targets), { fixed });
			const waited = await alignBetweenInTurn(
				async (...given) => later.align(...given),
				lines(sources),
				lines(targets),
				{ fixed },
			);
			expect(waited).toEqual(beads);
			expect(later.seen.map((call) => call.source)).toEqual(now.seen.map((call) => call.source));
		}),
	);
});

test("paragraphs and kinds are those of the gap, numbered from its start", () => {
	const { seen, align } = remembering();
	alignBetween(align, lines(6), lines(5), {
		fixed: [bead(2, 3, 1, 2)],
		sourceParagraphs: [0, 2, 3, 5],
		targetParagraphs: [0, 4],
		sourceKinds: ["title", "meta", "heading", "body", "item", "cell"],
	});
	expect(seen.map(({ options: { progress: _, ...options } }) => options)).toEqual([
		{ sourceParagraphs: [0], targetParagraphs: [0], sourceKinds: ["title", "meta"] },
		{ sourceParagraphs: [0, 2], targetParagraphs: [2], sourceKinds: ["body", "item", "cell"] },
	]);
});

test("progress counts the sentences of the gaps and ascends to their number", () => {
	const reports: [number, number][] = [];
	alignBetween(remembering().align, lines(6), lines(6), {
		fixed: [bead(2, 4, 2, 3)],
		progress: (...report) => reports.push(report),
	});
	expect(reports).toEqual([
		[2, 9],
		[4, 9],
		[6.5, 9],
		[9, 9],
	]);
});

test.each<[string, FixedBead[]]>([
	["crossing", [bead(0, 1, 3, 4), bead(1, 2, 0, 1)]],
	["overlapping on the source side", [bead(0, 2, 0, 1), bead(1, 3, 1, 2)]],
	["overlapping on the target side", [bead(0, 1, 0, 2), bead(1, 2, 1, 3)]],
	["given twice", [bead(0, 1, 0, 1), bead(0, 1, 0, 1)]],
	["out of order", [bead(2, 3, 2, 3), bead(0, 1, 0, 1)]],
	["empty on both sides", [bead(1, 1, 1, 1)]],
	["beyond the text", [bead(4, 6, 0, 1)]],
	["before the text", [bead(-1, 0, 0, 1)]],
	["turned round", [bead(2, 1, 0, 1)]],
	["not whole numbers", [bead(0, 0.5, 0, 1)]],
])("fixed beads %s are refused", (_, fixed) => {
	expect(() => gapsBetween(fixed, 5, 5)).toThrow(TypeError);
	for (const aligner of [oneToOne, length])
		expect(() => aligner.align(lines(5), lines(5), { fixed })).toThrow(TypeError);
});

test("one gap lies before each fixed bead and one after the last", () => {
	expect(gapsBetween([], 2, 3)).toEqual([{ source: [0, 2], target: [0, 3] }]);
	expect(gapsBetween([bead(0, 1, 1, 1), bead(1, 3, 2, 3)], 4, 3)).toEqual([
		{ source: [0, 0], target: [0, 1] },
		{ source: [1, 1], target: [1, 2] },
		{ source: [3, 4], target: [3, 3] },
	]);
});
