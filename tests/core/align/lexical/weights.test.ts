import { describe, expect, test } from "vitest";
import { featureNames } from "#lib/core/align/lexical/features.ts";
import { trained } from "#lib/core/align/lexical/trained-weights.ts";
import { readWeights, weightsFor } from "#lib/core/align/lexical/weights.ts";

/** Names that no feature has would weigh nothing, and nobody would notice. */
const unknown = (named: Readonly<Record<string, number>>) =>
	Object.keys(named).filter((name) => !featureNames.includes(name));

describe.each(["informed", "uninformed"] as const)("the trained weights, %s", (kind) => {
	test.each(["first", "later"] as const)(
		"for the %s passes: all finite, all of features that there are",
		(pass) => {
			const named = trained[kind][pass];
			expect(unknown(named)).toEqual([]);
			expect(Object.values(named).every(Number.isFinite)).toBe(true);
			expect(Object.keys(named).length).toBeGreaterThan(20);
		},
	);

	test("of the first pass say nothing of what the texts teach, as nothing is learned yet", () => {
		expect(Object.keys(trained[kind].first).filter((name) => name.startsWith("learned"))).toEqual([]);
		expect(Object.keys(trained[kind].later).filter((name) => name.startsWith("learned"))).not.toEqual([]);
	});

	test("are read by their names", () => {
		const { first, later } = weightsFor(kind === "informed");
		for (const [place, name] of featureNames.entries()) {
			expect([name, first[place]]).toEqual([name, trained[kind].first[name] ?? 0]);
			expect([name, later[place]]).toEqual([name, trained[kind].later[name] ?? 0]);
		}
	});
});

test("a name that no feature has is found", () => {
	expect(unknown({ forward: 1, "bead 9-9": 1 })).toEqual(["bead 9-9"]);
});

test("a weight stands in the place of its name; what is not named weighs nothing", () => {
	const weights = readWeights({ "bead 1-1": 2.5 });
	expect(weights.length).toBe(featureNames.length);
	expect(weights[featureNames.indexOf("bead 1-1")]).toBe(2.5);
	expect(weights.filter((weight) => weight !== 0).length).toBe(1);
});
