/** Every way in which short sequences of a Chinese text's characters can be spelt in pinyin. */
import { foldScript } from "../../scripts/fold.ts";
import { isOneSlipApart } from "./distance.ts";
import { readingsOf } from "./readings.ts";
import { otherSpellings } from "./romanised.ts";
import { surnameAt } from "./surnames.ts";

/** A sequence of characters with one way of reading it. */
export interface SpeltSequence {
	/** In simplified characters. */
	readonly characters: string;
	/** As it stands in the text. */
	readonly text: string;
	readonly syllables: readonly string[];
	/** All syllables as one word in small letters. */
	readonly spelling: string;
	/** Characters of the family name that it begins with; 0 where it begins with none. */
	readonly surname: 0 | 1 | 2;
}

/** The longest name of a person: two characters each. */
const longest = 4;
/** Of a text as long as a chapter the rest is not read. */
const mostCharacters = 3_000;
/** A sequence of characters that are all read in several ways is no name worth all of them. */
const mostReadings = 12;
/** Of every slip in a word of six letters one of its ends keeps as many letters. */
const endLetters = 3;
const shortestSlip = 4;

export class SourceSpellings {
	readonly #exact = new Map<string, SpeltSequence>();
	readonly #byEnd = new Map<string, SpeltSequence[]>();

	constructor(source: string) {
		const folded = foldScript(source.slice(0, mostCharacters));
		for (let at = 0; at < folded.text.length; at += 1) {
			let read: readonly (readonly string[])[] = [[]];
			for (let length = 1; length <= longest; length += 1) {
				read = readOn(read, folded.text.charAt(at + length - 1));
				if (read.length === 0) break;
				const characters = folded.text.slice(at, at + length);
				const text = source.slice(folded.starts[at], folded.starts[at + length]);
				const surname = surnameAt(characters, 0);
				for (const syllables of read)
					this.#add({ characters, text, syllables, spelling: syllables.join(""), surname });
			}
		}
	}

	#add(sequence: SpeltSequence): void {
		const { spelling, characters } = sequence;
		const known = this.#exact.get(spelling);
		if (known?.characters === characters) return;
		if (!known || (sequence.surname > 0 && known.surname === 0)) this.#exact.set(spelling, sequence);
		if (characters.length < 2 || spelling.length < shortestSlip) return;
		for (const end of ends(spelling)) {
			const found = this.#byEnd.get(end);
			if (found) found.push(sequence);
			else this.#byEnd.set(end, [sequence]);
		}
	}

	/** The sequence that is spelt just so; one that begins with a family name before others. */
	spelt(letters: string): SpeltSequence | undefined {
		return this.#exact.get(letters);
	}

	/** Sequences of several characters that one slip makes the letters of. */
	nearly(letters: string): SpeltSequence[] {
		const found = ends(letters).flatMap((end) => this.#byEnd.get(end) ?? []);
		return [...new Set(found)].filter(({ spelling }) => isOneSlipApart(letters, spelling));
	}
}

const ends = (spelling: string) => [`${spelling.slice(0, endLetters)}-`, `-${spelling.slice(-endLetters)}`];

/** Every way of reading on by one character; none where it has no reading. */
function readOn(read: readonly (readonly string[])[], character: string): readonly (readonly string[])[] {
	const one = readingsOf(character);
	return read.flatMap((syllables) => one.map((syllable) => [...syllables, syllable])).slice(0, mostReadings);
}

/** Whether the letters spell the characters in another way than pinyin's. */
export function isSpeltOtherwise(letters: string, characters: string): boolean {
	if (characters === "") return letters === "";
	return readingsOf(characters.charAt(0)).some((syllable) =>
		[syllable, ...otherSpellings(syllable)].some(
			(written) =>
				letters.startsWith(written) && isSpeltOtherwise(letters.slice(written.length), characters.slice(1)),
		),
	);
}
