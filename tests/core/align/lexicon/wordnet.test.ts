import { describe, expect, test } from "vitest";
import { partOfSpeech } from "#lib/core/align/lexicon/lexicon.ts";
import { readWordNet } from "#lib/core/align/lexicon/wordnet.ts";
import { tinyWordNet } from "./tiny-sources.ts";

const { words, near, definitions } = readWordNet(tinyWordNet);
const { noun, verb, adjective, adverb } = partOfSpeech;

test.each([
	["library", noun],
	["prepare", verb],
	["book", noun | verb],
	["quiet", adjective],
	["quietly", adverb],
	["reading_room", undefined],
	["licence", undefined],
])("%s can be these parts of speech: %j", (word, parts) => {
	expect(words.get(word)).toBe(parts);
});

describe("the words near to a word", () => {
	test.each<[string, string, Record<string, number>]>([
		[
			"synonyms, and half as much the more general words",
			"library",
			{ bookroom: 1, room: 0.5, building: 0.5 },
		],
		["a noun of the same stem", "prepare", { fix: 1, preparation: 1 }],
		["the verbs of a stem", "preparation", { prepare: 1, fix: 1 }],
		["the adjective of an adverb", "quietly", { quiet: 1 }],
		["similar adjectives", "quiet", { silent: 0.7 }],
		["an attribute, and no note on the place in a sentence", "silent", { quiet: 0.7, thing: 0.3 }],
		[
			"later senses for less, the third without its general words",
			"book",
			{ volume: 1, thing: 0.5, list: 0.25 },
		],
		["none", "walk", {}],
	])("%s: %s", (_, word, expected) => {
		expect(Object.fromEntries(near.get(word) ?? [])).toEqual(expected);
	});
});

test("definitions come with their examples and without the licence", () => {
	expect(definitions).toContain('a room where books are kept; "the library has many books"');
	expect(definitions).toContain("make ready");
	expect(definitions.join()).not.toContain("licence");
});
