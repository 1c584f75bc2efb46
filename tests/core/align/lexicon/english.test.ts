import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { baseForm, readEnglish, type Vocabulary } from "#lib/core/align/lexicon/english.ts";
import { partOfSpeech } from "#lib/core/align/lexicon/lexicon.ts";

const known: Record<keyof typeof partOfSpeech, string> = {
	noun: "america american aunt book box building bus child church city corner echo er evening feed flower fox genus glass hero horse house kiss lady lens lie man menu mother need news omen policeman president quiz room rose sense shoe species specie specimen star thing time vice virus watch water way weed wee well wing",
	verb: "agree be begin bind build box carry corner fee feed find free go have hope hop kiss laugh leave lie like live make need plan plane prepare quarrel read rise roll see sing singe stare star stop tell tie travel try use walk want watch water weed will wing",
	adjective: "aft big clever great happy long mod modest nice quiet thin wee well",
	adverb: "after so well",
};

function vocabulary(): Vocabulary {
	const parts = new Map<string, number>();
	for (const part of ["noun", "verb", "adjective", "adverb"] as const)
		for (const word of known[part].split(" ")) parts.set(word, (parts.get(word) ?? 0) | partOfSpeech[part]);
	const syllables = ["bao", "yu"]; // words of glosses that WordNet lacks
	return {
		numbers: new Map([...parts.keys(), ...syllables].map((word, i) => [word, i])),
		partsOfSpeech: Uint8Array.from([...parts.values(), 0, 0]),
		irregular: new Map(
			Object.entries({ was: "be", is: "be", did: "do", went: "go", children: "child", better: "good" }),
		),
	};
}

const words = vocabulary();
const read = (text: string) =>
	readEnglish(text, words)
		.map(({ word, name }) => (name ? `${word}*` : word))
		.join(" ");

describe("base forms", () => {
	test.each<[string, string]>([
		["was went children better", "be go child good"],
		["books rooms things ways", "book room thing way"],
		["cities ladies carries carried tried tries", "city lady carry carry try try"],
		["boxes foxes churches watches glasses kisses", "box fox church watch glass kiss"],
		["houses horses roses uses shoes lies", "house horse rose use shoe lie"],
		["buses viruses senses lenses", "bus virus sense lens"],
		["heroes echoes", "hero echo"],
		["policemen news", "policeman news"],
		["buildings building", "build build"],
		["walked wanted prepared lived agreed freed", "walk want prepare live agree free"],
		["walking wanting preparing living seeing", "walk want prepare live see"],
		["stopped planning planned travelling quarrelled", "stop plan plan travel quarrel"],
		["rolled rolling telling kissed", "roll roll tell kiss"],
		["hoping hopping staring starring", "hope hop stare star"],
		["bigger biggest happier happiest nicer nicest longest", "big big happy happy nice nice long"],
		["menus", "menu"],
	])("%s → %s", (forms, bases) => {
		expect(
			forms
				.split(" ")
				.map((form) => baseForm(form, words))
				.join(" "),
		).toBe(bases);
	});

	test.each([
		["as short as an ending", "is as us his king bring sing wing ring red bed"],
		["a verb in its base form", "feed need weed"],
		["another word than its beginning", "after modest species evening later"],
		["a word in -us or -ss", "genus kiss glass"],
		["a noun in -er or -men", "corner mother flower omen specimen"],
		["news of no adjective", "news"],
		["nothing that is known", "bao zzzed"],
	])("not reduced: %s", (_, forms) => {
		for (const form of forms.split(" ").filter((form) => form !== "is"))
			expect([form, baseForm(form, words)]).toEqual([form, form]);
	});

	test("a base form stays as it is, but for a noun that is also a form of a verb", () => {
		expect([...words.numbers.keys()].filter((word) => baseForm(word, words) !== word)).toEqual(["building"]);
	});

	test("a base form of a base form is the same", () => {
		const endings = ["", "s", "es", "ed", "ing", "ings", "er", "est", "men"];
		const form = fc.tuple(fc.constantFrom(...words.numbers.keys()), fc.constantFrom(...endings));
		fc.assert(
			fc.property(form, ([start, ending]) => {
				const base = baseForm(start + ending, words);
				expect(baseForm(base, words)).toBe(base);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("the words of a text", () => {
	test.each<[string, string]>([
		["The children went.", "the child go"],
		["I can't, won't and don’t; he didn’t.", "i can not will not and do not he do not"],
		["It cannot be.", "it can not be"],
		["She's here, they'll go, we’ve been.", "she here they go we been"],
		["the ladies' rooms, a child's book", "the lady room a child book"],
		["five o’clock, five o'clock", "five o'clock five o'clock"],
		["in 1998, 3.5 or 12,000", "in 1998 3.5 or 12,000"],
		["a well-read man", "a well read man"],
		["naïve Zoë", "naïve zoë*"],
		["", ""],
		["… — !", ""],
	])("%s → %s", (text, expected) => {
		expect(read(text)).toBe(expected);
	});

	test.each<[string, string, string]>([
		["a capital within a sentence", "Then Xifeng laughed.", "then xifeng* laugh"],
		["not at the beginning", "Xifeng laughed.", "xifeng laugh"],
		["not after a full stop", "He laughed. Then Lin walked.", "he laugh then lin* walk"],
		["not after an opening quotation mark", "He laughed, “Time!” and ‘Time!’", "he laugh time and time"],
		["not after a straight one", "He laughed, 'Time' and \"Time\"", "he laugh time and time"],
		["not after a colon or a dash", "Thus: Time — Time", "thus time time"],
		["hyphens join a name", "he saw Bao-yu", "he saw baoyu*"],
		["wherever it stands", "Bao-yu laughed.", "baoyu* laugh"],
		["in possession", "Then Bao-yu's and Bao-Yu’s mother", "then baoyu* and baoyu* mother"],
		["in -er", "and Ban-er", "and baner*"],
		["not words that are known", "his Great-aunt, the Vice-President", "his great aunt the vice president"],
		["not small words", "So-and-so, bao-yu", "so and so bao yu"],
		["not two capitals where one part is a word", "a Sino-American plan", "a sino american plan"],
		["not a stutter", "W-want? Th-that", "w want th that"],
	])("names: %s", (_, text, expected) => {
		expect(read(text)).toBe(expected);
	});
});
