import { readdirSync } from "node:fs";
import { basename } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Aligner, Bead } from "#lib/core/align/contract.ts";
import { alignerIds, aligners, findAligner } from "#lib/core/align/registry.ts";
import { toyEmbedder } from "./toy-embedder.ts";

test("every file of the folder is in the registry, and the other way round", () => {
	const files = readdirSync(new URL("../../../lib/core/align/aligners", import.meta.url));
	expect(files.map((file) => basename(file, ".ts")).sort()).toEqual([...alignerIds].sort());
	for (const id of alignerIds) expect(findAligner(id)?.id).toBe(id);
	expect(findAligner("none")).toBeUndefined();
});

const sentence = fc.oneof(
	fc.nat(200).map((length) => "字".repeat(length)),
	fc.constantFrom("", " ", "😀", "Yes.", "a".repeat(5_000)),
);
const side = fc.array(sentence, { maxLength: 40 });
/** Few paragraph starts, many, or none known. */
const starts = fc.oneof(
	fc.constant(undefined),
	fc.uniqueArray(fc.nat(39)),
	fc
		.uniqueArray(fc.nat(39))
		.map((without) => Array.from({ length: 40 }, (_, i) => i).filter((i) => !without.includes(i))),
);

describe.each<Aligner>(aligners)("$id", (aligner) => {
	const known = aligner.needsEmbedder ? { embedder: toyEmbedder() } : {};

	test("each sentence is in exactly one bead, in order, and confidences are probabilities", async () => {
		await fc.assert(
			fc.asyncProperty(side, side, starts, starts, async (source, target, sourceStarts, targetStarts) => {
				const inside = (given: number[] | undefined, count: number) =>
					(given ?? []).filter((start) => start < count).sort((a, b) => a - b);
				const beads = await aligner.align(source, target, {
					...known,
					...(sourceStarts && { sourceParagraphs: inside(sourceStarts, source.length) }),
					...(targetStarts && { targetParagraphs: inside(targetStarts, target.length) }),
				});
				expectCover(beads, source.length, target.length);
			}),
			{ numRuns: 150 },
		);
	});

	test.each([
		[0, 0],
		[1, 0],
		[0, 1],
		[1, 1],
		[5, 0],
		[0, 5],
		[30, 90],
		[90, 30],
		[1, 200],
		[200, 1],
	])("%i beside %i sentences", async (sources, targets) => {
		const make = (count: number) => Array.from({ length: count }, (_, i) => "x".repeat(5 + ((i * 37) % 80)));
		expectCover(await aligner.align(make(sources), make(targets), known), sources, targets);
	});

	test("the same texts give the same beads", async () => {
		const source = Array.from({ length: 60 }, (_, i) => "字".repeat(3 + ((i * 17) % 40)));
		const target = source.map((text) => "x".repeat(text.length * 3 + 2));
		expect(await aligner.align(source, target, known)).toEqual(await aligner.align(source, target, known));
	});
});

function expectCover(beads: readonly Bead[], sources: number, targets: number): void {
	let [source, target] = [0, 0];
	for (const bead of beads) {
		expect([bead.source[0], bead.target[0]]).toEqual([source, target]);
		expect(bead.source[1] - source + bead.target[1] - target).toBeGreaterThan(0);
		expect(bead.confidence).toBeGreaterThanOrEqual(0);
		expect(bead.confidence).toBeLessThanOrEqual(1);
		[source, target] = [bead.source[1], bead.target[1]];
	}
	expect([source, target]).toEqual([sources, targets]);
}
