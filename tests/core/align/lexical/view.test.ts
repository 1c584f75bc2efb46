import fc from "fast-check";
import { expect, test } from "vitest";
import { indicatorFeatures, numberFeatures, readFeatures } from "#lib/core/align/lexical/features.ts";
import { prepare } from "#lib/core/align/lexical/prepare.ts";
import { view } from "#lib/core/align/lexical/view.ts";
import type { SideWords } from "#lib/core/align/lexical/words.ts";
import { bandOf, beadsIn, evidenceOf, parameters, type SmallTexts, sizesOf, smallTexts } from "./evidence.ts";

type Span = readonly [number, number];

/** Texts with a part of both sides, neither of them empty. */
const partsOf = smallTexts.chain((texts) => {
	const span = (length: number): fc.Arbitrary<Span> =>
		fc
			.tuple(fc.nat(length - 1), fc.nat(length - 1))
			.map(([one, other]) => [Math.min(one, other), Math.max(one, other) + 1]);
	return fc.record({
		texts: fc.constant(texts),
		source: span(texts.source.length),
		target: span(texts.target.length),
	});
});

function wordsOf({ starts, words, texts }: SideWords): (string | undefined)[][] {
	return Array.from({ length: starts.length - 1 }, (_, s) =>
		[...words.subarray(starts[s], starts[s + 1])].map((word) => texts[word]),
	);
}

const steps = (totals: Float64Array) => [...totals].slice(1).map((total, s) => total - (totals[s] ?? 0));

test("a part has its own sentences: words, lengths and marks are as if there were nothing else", () => {
	fc.assert(
		fc.property(partsOf, ({ texts, source, target }) => {
			const part = view(texts.prepared, source, target);
			const alone = prepare(texts.source.slice(...source), texts.target.slice(...target), {}, parameters);
			for (const side of ["source", "target"] as const) {
				expect(wordsOf(part.sides[side])).toEqual(wordsOf(alone.sides[side]));
				expect(steps(part[`${side}Lengths`])).toEqual(steps(alone[`${side}Lengths`]));
				const [marks, expected] = [part[`${side}Marks`], alone[`${side}Marks`]];
				for (const name of ["opens", "closes", "endings", "continues"] as const)
					expect([name, ...marks[name]]).toEqual([name, ...expected[name]]);
				expect(marks.totals.map(steps)).toEqual(expected.totals.map(steps));
			}
		}),
	);
});

/** At the ends of a part other features speak, as beyond them there is nothing. */
const ofEnds = new Set([
	"sourceAloneAtEnd",
	"targetAloneAtEnd",
	"sourceContinuesAfter",
	"targetContinuesAfter",
]);
const inBothPlaces = numberFeatures.flatMap((name, place) => (ofEnds.has(name) ? [] : [place]));

function featuresIn({ prepared, known, learned }: Pick<SmallTexts, "prepared" | "known" | "learned">) {
	const { rows, columns } = sizesOf(prepared);
	const band = bandOf(prepared, rows + columns);
	// What is given speaks of places in the text.
	const evidence = { ...evidenceOf(prepared, known, learned, band), given: [] };
	const read = (k: number, i: number, j: number) => {
		const numbers = new Float64Array(numberFeatures.length);
		const indicators = new Int32Array(indicatorFeatures);
		readFeatures(evidence, k, i, j, numbers, indicators);
		return { numbers: inBothPlaces.map((place) => numbers[place] ?? 0), indicators: [...indicators] };
	};
	return { band, read };
}

test("a bead in a part has the features that it has in the whole", () => {
	fc.assert(
		fc.property(partsOf, ({ texts, source, target }) => {
			const whole = featuresIn(texts);
			const part = featuresIn({ ...texts, prepared: view(texts.prepared, source, target) });
			for (const { k, i, j } of beadsIn(part.band)) {
				const [here, there] = [part.read(k, i, j), whole.read(k, i + source[0], j + target[0])];
				expect(here.indicators).toEqual(there.indicators);
				expect(here.numbers).toEqual(there.numbers.map((value) => expect.closeTo(value, 4)));
			}
		}),
		{ numRuns: 25 },
	);
});

test("a part of a part is a part", () => {
	fc.assert(
		fc.property(partsOf, ({ texts, source, target }) => {
			const rows = texts.source.length;
			const once = view(texts.prepared, source, target);
			const twice = view(view(texts.prepared, [0, rows], [0, target[1]]), source, target);
			expect(twice).toEqual(once);
			expect(view(once, [0, source[1] - source[0]], [0, target[1] - target[0]])).toEqual(once);
		}),
		{ numRuns: 25 },
	);
});
