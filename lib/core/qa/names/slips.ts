/** Names of an English text that are nearly, but not quite, the pinyin of a sequence of the source's characters. */
import { capitalRuns, lettersOf, type Run } from "./capitals.ts";
import { isCommonWord } from "./common-words.ts";
import { isPlaceName } from "./places.ts";
import { syllables } from "./readings.ts";
import { isSpeltOtherwise, SourceSpellings, type SpeltSequence } from "./spellings.ts";
import { isTransliteration } from "./transliteration.ts";

/** Offsets are UTF-16 code units of the English text, end exclusive. */
export interface NameSlip {
	readonly start: number;
	readonly end: number;
	readonly written: string;
	/** The characters as the source has them. */
	readonly source: string;
	/** The name as it should be written; several where its characters are read in several ways that come as near. */
	readonly right: readonly string[];
	readonly kind: "person" | "other";
}

/** Shorter words are like a name by chance. */
const shortestWord = 6;

export function nameSlips(source: string, english: string): NameSlip[] {
	const runs = capitalRuns(english);
	if (runs.length === 0) return [];
	const spellings = new SourceSpellings(source);
	const settled = new Set<number>();
	for (const run of runs)
		if (spellings.spelt(run.letters)) for (const word of run.words) settled.add(word.start);
	const slips: NameSlip[] = [];
	for (const run of runs) {
		if (run.words.every((word) => settled.has(word.start) || source.includes(word.text))) continue;
		const slip = slipOf(run, spellings);
		if (!slip) continue;
		slips.push(slip);
		for (const word of run.words) settled.add(word.start);
	}
	return slips;
}

function slipOf(run: Run, spellings: SourceSpellings): NameSlip | null {
	if (run.letters.length < 4 || run.words.some(({ text }) => /^\p{Lu}{2,}$/u.test(text))) return null;
	const near = spellings.nearly(run.letters).filter((one) => fits(run, one));
	if (near.length === 0) return null;
	if (near.some(({ characters }) => isSpeltOtherwise(run.letters, characters))) return null;
	const person = near.some((one) => isPerson(run, one));
	const [first] = near;
	if (!first) return null;
	const alike = near.filter(({ characters }) => characters === first.characters);
	return {
		start: run.start,
		end: run.end,
		written: run.words
			.map(({ text }) => text)
			.join(" ")
			.slice(0, run.end - run.start),
		source: first.text,
		right: [...new Set(alike.map((one) => writtenName(one, person)))],
		kind: person ? "person" : "other",
	};
}

function fits(run: Run, sequence: SpeltSequence): boolean {
	if (run.words.length > 1) return isPerson(run, sequence);
	const [word] = run.words;
	if (!word || run.letters.length < shortestWord || sequence.spelling.length < shortestWord) return false;
	return !isCommonWord(run.letters) && !isPlaceName(word.text) && !isTransliteration(sequence.characters);
}

/** A family name that is spelt as it should, or nearly, and a given name after it. */
function isPerson(run: Run, { surname, syllables: read, characters }: SpeltSequence): boolean {
	if (surname === 0 || run.words.length < 2 || characters.length === surname) return false;
	const family = read.slice(0, surname).join("");
	const first = lettersOf(run.words[0]?.text ?? "");
	const given = read.slice(surname).join("");
	const rest = run.letters.slice(first.length);
	if (first !== family && rest !== given) return false;
	return !run.words.some(({ text }) => isCommonWord(lettersOf(text)) && !syllables.has(lettersOf(text)));
}

/** 张迪鸣 as “Zhang Diming”, 西安 as “Xi’an”. */
export function writtenName({ syllables: read, surname }: SpeltSequence, person: boolean): string {
	if (!person) return word(read);
	return `${word(read.slice(0, surname))} ${word(read.slice(surname))}`;
}

function word(read: readonly string[]): string {
	const joined = read
		.map((syllable, at) => (at > 0 && /^[aeo]/.test(syllable) ? `’${syllable}` : syllable))
		.join("");
	return joined.charAt(0).toUpperCase() + joined.slice(1);
}
