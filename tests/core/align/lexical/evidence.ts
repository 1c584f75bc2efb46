/** Evidence for all beads of small random texts, to look at it from several sides. */
import fc from "fast-check";
import { type Band, bandAround } from "#lib/core/align/band.ts";
import { type Evidence, shapes } from "#lib/core/align/lexical/features.ts";
import type { WordPairs } from "#lib/core/align/lexical/pairs.ts";
import { parametersFor } from "#lib/core/align/lexical/parameters.ts";
import { type Prepared, prepare } from "#lib/core/align/lexical/prepare.ts";
import { readEvidence, scoreWords } from "#lib/core/align/lexical/read-evidence.ts";
import { pairsOf } from "./sides.ts";

export const parameters = parametersFor(false);

const words = ["ah", "bo", "ci", "du", "el", "fa"];
const word = fc.constantFrom(...words, "12", "Ci");
const sentence = fc
	.tuple(
		fc.constantFrom("", "“", "— "),
		fc.array(word, { maxLength: 7 }),
		fc.constantFrom("", ".", "?", "!”", "…", ",", "”"),
	)
	.map(([before, all, after]) => before + all.join(" ") + after);
const texts = fc.array(sentence, { minLength: 1, maxLength: 9 });
const ratios = fc.dictionary(
	fc.constantFrom(...words),
	fc.dictionary(fc.constantFrom(...words), fc.double({ min: 0.1, max: 300, noNaN: true })),
);

export interface SmallTexts {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly prepared: Prepared;
	readonly known: WordPairs;
	readonly learned: WordPairs;
}

export const smallTexts: fc.Arbitrary<SmallTexts> = fc
	.tuple(texts, texts, ratios, ratios)
	.map(([source, target, known, learned]) => {
		const prepared = prepare(source, target, {}, parameters);
		const { sides } = prepared;
		return {
			source,
			target,
			prepared,
			known: pairsOf(sides.source, sides.target, known),
			learned: pairsOf(sides.source, sides.target, learned),
		};
	});

export function sizesOf({ sides }: Prepared): { rows: number; columns: number } {
	return { rows: sides.source.starts.length - 1, columns: sides.target.starts.length - 1 };
}

/** Around the straight line, or so many columns beside it. */
export function bandOf(prepared: Prepared, halfWidth: number, beside = 0): Band {
	const { rows, columns } = sizesOf(prepared);
	const path = Int32Array.from({ length: rows + 1 }, (_, i) =>
		Math.min(columns, Math.max(0, Math.round((i / rows) * columns) + beside)),
	);
	return bandAround(path, new Int32Array(rows + 1).fill(halfWidth), columns);
}

export function evidenceOf(
	prepared: Prepared,
	known: WordPairs,
	learned: WordPairs | undefined,
	band: Band,
): Evidence {
	const state = { ratio: 1.3, sourceAlone: -3.4, targetAlone: -2.9 };
	const scores = (pairs: WordPairs) => scoreWords(prepared, pairs, band, parameters);
	const given = [
		{ weigh: (i: number, s: number, j: number, t: number) => Math.sin(i + 2 * s + 3 * j + 4 * t) },
	];
	return readEvidence(prepared, scores(known), learned && scores(learned), state, given);
}

/** All beads whose two ends lie in the band: the number of the shape, and where it begins. */
export function* beadsIn(band: Band): Generator<{ k: number; i: number; j: number }> {
	const isIn = (i: number, j: number) => j >= (band.first[i] ?? 1) && j <= (band.last[i] ?? 0);
	for (let i = 0; i < band.first.length; i += 1) {
		for (let j = band.first[i] ?? 0; j <= (band.last[i] ?? -1); j += 1) {
			for (const [k, { source, target }] of shapes.entries())
				if (isIn(i + source, j + target)) yield { k, i, j };
		}
	}
}
