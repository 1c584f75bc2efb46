import { describe, expect, test } from "vitest";
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import { shapes } from "#lib/core/align/lexical/features.ts";
import { defaultParameters } from "#lib/core/align/lexical/parameters.ts";
import { objective, plausiblePrior, plausibleWeights } from "#tests/bench/align/training/fit.ts";
import { goldBand, goldPath } from "#tests/bench/align/training/gold-path.ts";
import { expectBeads, scoreBeads } from "#tests/bench/align/training/likelihood.ts";
import { minimise } from "#tests/bench/align/training/minimise.ts";
import { readAfter, readPassage, sampleOf } from "#tests/bench/align/training/passages.ts";
import { weightsModule } from "#tests/bench/align/training/write-weights.ts";

const range = (from: number, count: number) => Array.from({ length: count }, (_, k) => from + k);

/** Beads of these sizes, one after the other. */
function goldOf(sizes: readonly (readonly [source: number, target: number])[]): IndexBead[] {
	let [source, target] = [0, 0];
	return sizes.map(([s, t]) => {
		const bead = { source: range(source, s), target: range(target, t) };
		[source, target] = [source + s, target + t];
		return bead;
	});
}

const toy = {
	set: "toy",
	fold: 0,
	weight: 0.5,
	document: {
		name: "toy",
		source: ["Das Haus ist alt.", "„Wer wohnt hier?“", "Niemand, sagte Anna.", "Im Jahr 1912 kam Paul."],
		target: [
			"La maison est vieille,",
			"dit-on.",
			"Personne, dit Anna.",
			"En 1912, Paul arriva.",
			"Puis rien.",
		],
		gold: goldOf([
			[1, 2],
			[1, 0],
			[1, 1],
			[1, 1],
			[0, 1],
		]),
	},
};

function toySample(learned: boolean) {
	const passage = readPassage(toy, { parameters: defaultParameters });
	const beads = passage.gold.places.map(({ source, sources, target, targets }) => ({
		source: [source, source + sources] as const,
		target: [target, target + targets] as const,
		confidence: 0.8,
	}));
	return sampleOf(passage, readAfter(passage, learned ? beads : null));
}

describe("the likelihood of the gold path", () => {
	test.each([[false], [true]])("its gradient equals finite differences; words learned: %s", (learned) => {
		const sample = toySample(learned);
		const prior = plausiblePrior(() => 0.7);
		const weights = plausibleWeights().map((weight, k) => weight + 0.3 * Math.sin(k));
		const { gradient } = objective([sample, sample], weights, prior);
		const size = 1e-4;
		const moved = (k: number, by: number) =>
			objective(
				[sample, sample],
				weights.map((weight, f) => weight + (f === k ? by : 0)),
				prior,
			).value;
		for (const [k, slope] of gradient.entries())
			expect(slope).toBeCloseTo((moved(k, size) - moved(k, -size)) / (2 * size), 4);
	});

	test("a long run of sentences alone neither over- nor underflows", () => {
		const many = 400;
		const document = {
			name: "run",
			source: toy.document.source,
			target: [
				...toy.document.target.slice(0, 4),
				...range(0, many).map((k) => `${k} lieues plus loin, encore.`),
			],
			gold: goldOf([[1, 2], [1, 0], [1, 1], [1, 1], ...range(0, many).map(() => [0, 1] as const)]),
		};
		const passage = readPassage({ ...toy, document }, { parameters: defaultParameters });
		const sample = sampleOf(passage, readAfter(passage, null));
		const { value, gradient } = objective(
			[sample],
			plausibleWeights(),
			plausiblePrior(() => 1),
		);
		expect(value).toBeGreaterThan(0);
		expect(Number.isFinite(value) && gradient.every(Number.isFinite)).toBe(true);
	});

	test("a weight that is held fast has no slope", () => {
		const prior = plausiblePrior((name) => (name === "forward" ? Number.POSITIVE_INFINITY : 1));
		expect(objective([toySample(false)], plausibleWeights(), prior).gradient[0]).toBe(0);
	});

	test.each([[1], [60], [-60]])("beads are expected to cover each side once, with scores × %i", (times) => {
		const sample = toySample(false);
		const scores = scoreBeads(
			sample,
			plausibleWeights().map((weight) => times * weight),
		);
		const shapeOf = (bead: number) =>
			shapes.find((_, k) => sample.indicators[bead * sample.indicatorsPerBead] === firstShape + k);
		const firstShape = Math.min(...sample.indicators.filter((_, at) => at % sample.indicatorsPerBead === 0));
		let [sources, targets, leavingStart] = [0, 0, 0];
		expectBeads(sample, scores, (bead, posterior) => {
			sources += posterior * (shapeOf(bead)?.source ?? 0);
			targets += posterior * (shapeOf(bead)?.target ?? 0);
			if (sample.from[bead] === 0) leavingStart += posterior;
		});
		expect(leavingStart).toBeCloseTo(1, 6);
		expect(sources).toBeCloseTo(toy.document.source.length, 6);
		expect(targets).toBeCloseTo(toy.document.target.length, 6);
	});
});

describe("minimise", () => {
	const stopping = { iterations: 200, tolerance: 0 };

	test("finds the least value of a stretched quadratic", () => {
		const centre = [3, -1, 0.5, 8];
		const found = minimise(
			(point) => ({
				value: centre.reduce((sum, at, k) => sum + 10 ** k * ((point[k] ?? 0) - at) ** 2, 0),
				gradient: point.map((x, k) => 2 * 10 ** k * (x - (centre[k] ?? 0))),
			}),
			new Float64Array(4),
			stopping,
		);
		for (const [k, at] of centre.entries()) expect(found[k]).toBeCloseTo(at, 4);
	});

	test("finds the end of Rosenbrock's valley", () => {
		const rosenbrock = ([x = 0, y = 0]: Float64Array) => ({
			value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
			gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
		});
		const found = minimise(rosenbrock, Float64Array.of(-1.2, 1), stopping);
		expect(found[0]).toBeCloseTo(1, 4);
		expect(found[1]).toBeCloseTo(1, 4);
	});

	test("stays where no step gains anything", () => {
		const flat = (point: Float64Array) => ({ value: 1, gradient: point.map(() => 0) });
		expect([...minimise(flat, Float64Array.of(2, 5), stopping)]).toEqual([2, 5]);
	});
});

describe("the gold path", () => {
	const table: (readonly (readonly [number, number])[])[] = [
		[
			[1, 1],
			[0, 1],
			[0, 1],
			[0, 1],
			[2, 1],
		],
		[
			[1, 0],
			[1, 0],
			[1, 0],
			[0, 1],
			[0, 1],
			[1, 2],
		],
		[
			[4, 4],
			[1, 1],
		],
		[
			[1, 1],
			[1, 9],
			[8, 1],
		],
		[
			[13, 7],
			[0, 1],
		],
	];
	test.each(table)("%j … has a path of shapes that the model has", (...sizes) => {
		const gold = goldOf(sizes);
		const sum = (side: "source" | "target") => gold.reduce((all, bead) => all + bead[side].length, 0);
		const found = goldPath(gold, sum("source"), shapes);
		let [source, target] = [0, 0];
		for (const place of found.places) {
			expect([place.source, place.target]).toEqual([source, target]);
			expect(shapes.some((s) => s.source === place.sources && s.target === place.targets)).toBe(true);
			[source, target] = [source + place.sources, target + place.targets];
		}
		expect([source, target]).toEqual([sum("source"), sum("target")]);
		expect(found.path.at(-1)).toBe(sum("target"));
		const band = goldBand(found, sum("target"), 0);
		for (const place of found.places) {
			expect(band.first[place.source]).toBeLessThanOrEqual(place.target);
			expect(band.last[place.source + place.sources]).toBeGreaterThanOrEqual(place.target + place.targets);
		}
	});

	test("fewer shapes cut a bead into more", () => {
		const small = shapes.filter(({ source, target }) => Math.max(source, target) <= 2);
		const { places } = goldPath(goldOf([[3, 4]]), 3, small);
		expect(places.map(({ sources, targets }) => [sources, targets])).toEqual([
			[2, 2],
			[1, 2],
		]);
	});
});

test("weights are written by name with two decimals, those near 0 left out", () => {
	const weights = plausibleWeights().fill(0);
	weights[0] = 1.2345;
	weights[1] = -0.004;
	const nothing = weights.slice().fill(0);
	const written = weightsModule({
		informed: { first: weights, later: nothing },
		uninformed: { first: nothing, later: nothing },
	});
	expect(written).toContain(
		"\tinformed: {\n\t\tfirst: {\n\t\t\tforward: 1.23,\n\t\t},\n\t\tlater: {\n\t\t},\n",
	);
	expect(written).not.toContain("forwardMisfit");
});
