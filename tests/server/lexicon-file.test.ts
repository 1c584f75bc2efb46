import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { longestByFirst, numbered, onlyTraditional } from "#lib/core/align/lexicon/build.ts";
import type { Lexicon, Table } from "#lib/core/align/lexicon/lexicon.ts";
import { decodeLexicon, encodeLexicon, lexiconVersion } from "#lib/server/lexicon-file.ts";
import { tinyLexicon } from "#tests/core/align/lexicon/tiny-sources.ts";

const word = fc.string({
	unit: fc.constantFrom("a", "é", "中", "圖", "𠮷", "'", " "),
	minLength: 1,
	maxLength: 4,
});
const words = fc.uniqueArray(word, { maxLength: 12 });
const float = fc.float({ noNaN: true });

/** A table with as many rows as there are words; its columns are words of the English side. */
function table(rows: number, columns: number): fc.Arbitrary<Table> {
	const cell = fc.tuple(fc.nat({ max: Math.max(0, columns - 1) }), float);
	const row = fc.array(cell, { maxLength: columns === 0 ? 0 : 4 });
	return fc.array(row, { minLength: rows, maxLength: rows }).map((all) => ({
		starts: Uint32Array.from([0, ...all.map((_, i) => all.slice(0, i + 1).flat().length)]),
		words: Uint32Array.from(all.flat(), ([column]) => column),
		weights: Float32Array.from(all.flat(), ([, weight]) => weight),
	}));
}

const lexicons: fc.Arbitrary<Lexicon> = fc.tuple(words, words).chain(([heads, english]) =>
	fc
		.record({
			name: fc.string(),
			headShares: fc.array(float, { minLength: heads.length, maxLength: heads.length }),
			englishShares: fc.array(float, { minLength: english.length, maxLength: english.length }),
			parts: fc.array(fc.nat({ max: 15 }), { minLength: english.length, maxLength: english.length }),
			simplified: fc.array(fc.tuple(word, word), { maxLength: 4 }),
			readings: fc.array(fc.tuple(word, fc.array(word, { minLength: 1, maxLength: 3 })), { maxLength: 4 }),
			irregular: fc.array(fc.tuple(word, word), { maxLength: 4 }),
			glosses: table(heads.length, english.length),
			neighbours: table(english.length, english.length),
		})
		.map((parts) => ({
			headLanguage: "zh",
			glossLanguage: "en",
			name: parts.name,
			reversed: false,
			heads: {
				texts: heads,
				numbers: numbered(heads),
				logShares: Float32Array.from(parts.headShares),
				longest: longestByFirst(heads),
				simplified: new Map(parts.simplified),
				onlyTraditional: onlyTraditional(new Map(parts.simplified), heads),
				readings: new Map(parts.readings),
			},
			english: {
				texts: english,
				numbers: numbered(english),
				logShares: Float32Array.from(parts.englishShares),
				partsOfSpeech: Uint8Array.from(parts.parts),
				irregular: new Map(parts.irregular),
			},
			glosses: parts.glosses,
			neighbours: parts.neighbours,
		})),
);

test("a lexicon comes back from its bytes as it was, also an empty one", () => {
	fc.assert(
		fc.property(lexicons, (lexicon) => {
			expect(decodeLexicon(encodeLexicon(lexicon))).toEqual(lexicon);
		}),
	);
});

test("bytes that begin in the midst of others are read alike", () => {
	const bytes = encodeLexicon(tinyLexicon());
	const amidst = new Uint8Array(bytes.length + 9);
	amidst.set(bytes, 3);
	expect(decodeLexicon(amidst.subarray(3, 3 + bytes.length))).toEqual(tinyLexicon());
});

describe("null for", () => {
	const whole = encodeLexicon(tinyLexicon());

	test("bytes cut off anywhere", () => {
		fc.assert(
			fc.property(fc.nat({ max: whole.length - 1 }), (size) => {
				expect(decodeLexicon(whole.slice(0, size))).toBeNull();
			}),
		);
	});

	test("bytes of which one is another", () => {
		fc.assert(
			fc.property(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
				const damaged = Uint8Array.from(whole);
				damaged[at] = (damaged[at] ?? 0) ^ change;
				expect(decodeLexicon(damaged)).toBeNull();
			}),
		);
	});

	test("any other bytes", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(decodeLexicon(bytes)).toBeNull();
			}),
		);
	});

	test.each([lexiconVersion - 1, lexiconVersion + 1])("a table of version %d", (version) => {
		expect(decodeLexicon(encodeLexicon(tinyLexicon(), version))).toBeNull();
	});
});
