import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lexical } from "#lib/core/align/aligners/lexical.ts";
import type { Bead, FixedBead } from "#lib/core/align/contract.ts";
import { beadsAt, fillGaps, gapKey, groupGaps, optionsOf } from "#lib/core/align/lexical/gaps.ts";

const fixedAt = (i: number, j: number, sources = 1, targets = 1): FixedBead => ({
	source: [i, i + sources],
	target: [j, j + targets],
});
const sentences = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name} ${n}`);

describe("gaps between given beads", () => {
	const [source, target] = [sentences("eins", 12), sentences("one", 12)];
	// sentences 0–1 lie before, 4 and 6 have nothing beside them on one side, 10–11 come after
	const fixed = [fixedAt(2, 2, 2, 1), fixedAt(5, 3), fixedAt(6, 5, 1, 0), fixedAt(7, 5, 3, 5)];
	const groups = groupGaps(fixed, source, target);

	test("with sentences on both sides are one group, in order", () => {
		expect(groups.map(({ gaps }) => gaps)).toEqual([
			[
				{ source: [0, 2], target: [0, 2], row: 0, column: 0 },
				{ source: [2, 4], target: [2, 4], row: 10, column: 10 },
			],
		]);
		expect(groups[0]?.sources).toEqual([0, 1, 10, 11]);
		expect(groups[0]?.targets).toEqual([0, 1, 10, 11]);
	});

	test("learn from the given beads that have both sides", () => {
		expect(groups[0]?.examples).toEqual([
			{ source: "eins 2 eins 3", target: "one 2" },
			{ source: "eins 5", target: "one 3" },
			{ source: "eins 7 eins 8 eins 9", target: "one 5 one 6 one 7 one 8 one 9" },
		]);
	});

	test("have what the options say of their sentences", () => {
		const [group] = groups;
		if (!group) return expect.unreachable();
		const terms = [{ source: "a", target: "b" }];
		const own = { source: "c", target: "d" };
		const kinds = source.map((_, i) => (i === 10 ? "title" : "body"));
		const options = optionsOf(group, {
			fixed,
			terms,
			examples: [own],
			sourceParagraphs: [0, 5, 11],
			targetParagraphs: [1, 3, 10],
			sourceKinds: kinds,
			targetKinds: kinds,
		});
		expect(options).toEqual({
			terms,
			examples: [...group.examples, own],
			sourceParagraphs: [0, 3],
			targetParagraphs: [1, 2],
			sourceKinds: ["body", "body", "title", "body"],
			targetKinds: ["body", "body", "title", "body"],
		});
	});

	test("are filled with what was found; what has one side only stands alone", () => {
		const found = new Map<number, readonly Bead[]>([
			[gapKey(0, 0, 12), [{ source: [0, 2], target: [0, 2], confidence: 0.7 }]],
			[gapKey(10, 10, 12), beadsAt([{ source: [0, 2], target: [0, 2], confidence: 0.4 }], 10, 10)],
		]);
		expect(fillGaps(fixed, found, 12, 12)).toEqual([
			{ source: [0, 2], target: [0, 2], confidence: 0.7 },
			{ source: [2, 4], target: [2, 3], confidence: 1 },
			{ source: [4, 5], target: [3, 3], confidence: 1 },
			{ source: [5, 6], target: [3, 4], confidence: 1 },
			{ source: [6, 6], target: [4, 5], confidence: 1 },
			{ source: [6, 7], target: [5, 5], confidence: 1 },
			{ source: [7, 10], target: [5, 10], confidence: 1 },
			{ source: [10, 12], target: [10, 12], confidence: 0.4 },
		]);
	});
});

/** Given beads one by one, some sentences apart; a gap may be empty on either side. */
const steps = fc.array(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 })), { minLength: 1, maxLength: 12 });

function textsOf(apart: readonly (readonly [number, number])[]) {
	let [i, j] = [0, 0];
	const fixed: FixedBead[] = [];
	for (const [rows, columns] of apart.slice(0, -1)) {
		fixed.push(fixedAt(i + rows, j + columns));
		[i, j] = [i + rows + 1, j + columns + 1];
	}
	const [rows, columns] = apart.at(-1) ?? [0, 0];
	return { fixed, source: sentences("eins", i + rows), target: sentences("one", j + columns) };
}

describe("whatever the gaps", () => {
	test("a group has up to 1,200 sentences of the source, or a single gap, and neighbours share one if they can", () => {
		fc.assert(
			fc.property(steps, (apart) => {
				const { fixed, source, target } = textsOf(apart);
				const groups = groupGaps(fixed, source, target);
				for (const [n, { gaps, sources }] of groups.entries()) {
					expect(sources.length <= 1_200 || gaps.length === 1).toBe(true);
					const [next] = groups[n + 1]?.gaps ?? [];
					if (next) expect(sources.length + next.source[1] - next.source[0]).toBeGreaterThan(1_200);
				}
				const searched = apart.filter(([rows, columns]) => rows > 0 && columns > 0);
				expect(groups.flatMap(({ sources }) => sources).length).toBe(sum(searched.map(([rows]) => rows)));
				expect(groups.flatMap(({ targets }) => targets).length).toBe(sum(searched.map(([, n]) => n)));
			}),
		);
	});

	test("filled with nothing, each sentence stands once, and the given beads are there", () => {
		fc.assert(
			fc.property(steps, (apart) => {
				const { fixed, source, target } = textsOf(apart);
				const beads = fillGaps(fixed, new Map(), source.length, target.length);
				let [row, column] = [0, 0];
				for (const bead of beads) {
					expect([bead.source[0], bead.target[0], bead.confidence]).toEqual([row, column, 1]);
					[row, column] = [bead.source[1], bead.target[1]];
				}
				expect([row, column]).toEqual([source.length, target.length]);
				const both = beads.filter(
					(bead) => bead.source[0] < bead.source[1] && bead.target[0] < bead.target[1],
				);
				expect(both).toEqual(fixed.map((bead) => ({ ...bead, confidence: 1 })));
			}),
			{ numRuns: 20 },
		);
	});
});

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, number) => all + number, 0);
}

describe("the work grows with the gaps only", () => {
	/** How many sentences are read of texts where all is given but a few sentences in the middle. */
	function sentencesRead(length: number): { read: number; rows: number } {
		let read = 0;
		const counting = (all: readonly string[]) =>
			new Proxy(all, {
				get(them, key) {
					if (typeof key === "string" && /^\d+$/u.test(key)) read += 1;
					return Reflect.get(them, key);
				},
			});
		const open = [length / 2, length / 2 + 6];
		const fixed = Array.from({ length }, (_, i) => fixedAt(i, i)).filter(
			({ source: [i] }) => i < (open[0] ?? 0) || i >= (open[1] ?? 0),
		);
		let rows = 0;
		const beads = lexical.align(counting(sentences("Satz", length)), counting(sentences("Satz", length)), {
			fixed,
			progress: (done) => {
				rows = done;
			},
		});
		expect(beads.filter(({ confidence }) => confidence === 1).length).toBeGreaterThanOrEqual(fixed.length);
		return { read, rows };
	}

	test("a text ten times as long is read no more", () => {
		const [short, long] = [sentencesRead(1_000), sentencesRead(10_000)];
		expect(long).toEqual(short);
		expect(long.rows).toBeLessThan(50);
		expect(long.read).toBeLessThan(2_000);
	});
});
