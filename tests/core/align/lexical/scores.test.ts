import fc from "fast-check";
import { expect, test } from "vitest";
import {
	featureNames,
	indicatorFeatures,
	numberFeatures,
	readFeatures,
	shapes,
} from "#lib/core/align/lexical/features.ts";
import { scoredModel } from "#lib/core/align/lexical/scores.ts";
import { bandOf, beadsIn, evidenceOf, smallTexts } from "./evidence.ts";

const weightsOf = fc
	.array(fc.double({ min: -2, max: 2, noNaN: true }), {
		minLength: featureNames.length,
		maxLength: featureNames.length,
	})
	.map((weights) => Float64Array.from(weights));

test("a bead's score is the sum of its features, each times its weight", () => {
	const numbers = new Float64Array(numberFeatures.length);
	const indicators = new Int32Array(indicatorFeatures);
	fc.assert(
		fc.property(
			smallTexts,
			weightsOf,
			fc.boolean(),
			fc.integer({ min: 1, max: 6 }),
			({ prepared, known, learned }, weights, isLater, halfWidth) => {
				const band = bandOf(prepared, halfWidth);
				const evidence = evidenceOf(prepared, known, isLater ? learned : undefined, band);
				const model = scoredModel(evidence, band, weights);
				for (const { k, i, j } of beadsIn(band)) {
					readFeatures(evidence, k, i, j, numbers, indicators);
					let [expected, size] = [0, 1];
					const add = (value: number) => {
						expected += value;
						size += Math.abs(value);
					};
					for (const [f, value] of numbers.entries()) add(value * (weights[f] ?? 0));
					for (const place of indicators) if (place >= 0) add(weights[place] ?? 0);
					expect(Math.abs(model.weigh(k, i, j) - expected) / size).toBeLessThan(1e-4);
				}
			},
		),
		{ numRuns: 60 },
	);
});

test("a bead that reaches beyond the texts is impossible", () => {
	fc.assert(
		fc.property(smallTexts, ({ prepared, known }) => {
			const band = bandOf(prepared, 3);
			const rows = band.first.length - 1;
			const columns = prepared.sides.target.starts.length - 1;
			const evidence = evidenceOf(prepared, known, undefined, band);
			const model = scoredModel(evidence, band, new Float64Array(featureNames.length));
			for (let i = 0; i <= rows; i += 1) {
				for (let j = band.first[i] ?? 0; j <= (band.last[i] ?? -1); j += 1) {
					for (const [k, { source, target }] of shapes.entries()) {
						const isInside = i + source <= rows && j + target <= columns;
						expect(model.weigh(k, i, j)).toBe(isInside ? 0 : Number.NEGATIVE_INFINITY);
					}
				}
			}
		}),
		{ numRuns: 20 },
	);
});
