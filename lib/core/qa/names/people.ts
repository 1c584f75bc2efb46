/** People of a Chinese text who are called by their names, in whatever spelling and order, in the English. */
import { foldScript } from "../../scripts/fold.ts";
import { lettersOf } from "./capitals.ts";
import { readingsOf } from "./readings.ts";
import { otherSpellings } from "./romanised.ts";
import { isSpeltOtherwise } from "./spellings.ts";
import { surnameAt, surnames } from "./surnames.ts";

/** Offsets are UTF-16 code units of the English text, end exclusive. */
export interface NamedPerson {
	/** Family name and given name, in simplified characters. */
	readonly person: string;
	/** As it is written, but for capitals and the form of apostrophes. */
	readonly written: string;
	readonly start: number;
	readonly end: number;
}

/** A family name and where in the source it stands; what follows may be the given name. */
interface Family {
	readonly characters: string;
	readonly after: string;
}

const longestGiven = 2;
/** Of a text as long as a chapter the rest is not read. */
const mostCharacters = 3_000;
/** A text of nothing but capitals is no list of names. */
const mostWords = 600;

/** A word with a capital, with what hyphens and apostrophes join to it. */
const word = /\p{Lu}[\p{Script=Latin}\p{M}]*(?:['’-][\p{Script=Latin}\p{M}]+)*/gu;

export function namedPeople(source: string, english: string): NamedPerson[] {
	const runs = runsOf(english).filter(({ words }) => mayBeName(words));
	if (runs.length === 0) return [];
	const families = familiesOf(source);
	const found: NamedPerson[] = [];
	let until = 0;
	for (const run of runs) {
		const { start, text } = run;
		const person = start < until ? undefined : personIn(run.words.map(lettersOf), families);
		if (person === undefined) continue;
		until = start + text.length;
		found.push({ person, written: plain(text), start, end: until });
	}
	return found;
}

let familyNames: ReadonlySet<string> | null = null;

/** Most words with capitals are no names, and those of most names not Chinese ones. */
function mayBeName(words: readonly string[]): boolean {
	familyNames ??= new Set([...surnames].flatMap(spellingsOf));
	return familyNames.has(lettersOf(words[0] ?? "")) || familyNames.has(lettersOf(words.at(-1) ?? ""));
}

interface NameRun {
	readonly words: readonly string[];
	readonly text: string;
	readonly start: number;
}

/** Two or three words parted by single spaces; from each word the longest first. */
function runsOf(english: string): NameRun[] {
	const words = [...english.matchAll(word)].slice(0, mostWords).map((match) => ({
		text: match[0].replace(/['’]s$/iu, ""),
		start: match.index,
	}));
	return words.flatMap((first, at) => {
		const runs: NameRun[] = [];
		for (let length = 2; length <= 3; length += 1) {
			const [before, last] = [words[at + length - 2], words[at + length - 1]];
			if (!before || !last || english.slice(before.start + before.text.length, last.start) !== " ") break;
			const text = english.slice(first.start, last.start + last.text.length);
			runs.unshift({ words: text.split(" "), text, start: first.start });
		}
		return runs;
	});
}

/** By each way in which a family name of the source may be spelt. */
function familiesOf(source: string): Map<string, Family[]> {
	const { text } = foldScript(source.slice(0, mostCharacters));
	const families = new Map<string, Family[]>();
	for (let at = 0; at < text.length; at += 1) {
		const length = surnameAt(text, at);
		if (length === 0) continue;
		const characters = text.slice(at, at + length);
		const family = { characters, after: text.slice(at + length, at + length + longestGiven) };
		for (const spelling of spellingsOf(characters))
			families.set(spelling, [...(families.get(spelling) ?? []), family]);
	}
	return families;
}

const known = new Map<string, readonly string[]>();

/** In pinyin and as in Taiwan and in older books. */
function spellingsOf(characters: string): readonly string[] {
	const made = known.get(characters);
	if (made) return made;
	const each = [...characters].map((character) =>
		readingsOf(character).flatMap((syllable) => [syllable, ...otherSpellings(syllable)]),
	);
	const [first = [], second] = each;
	const all = second ? first.flatMap((one) => second.map((other) => one + other)) : first;
	known.set(characters, all);
	return all;
}

/** Whose name the words are, the family's before or after the given one. */
function personIn(
	words: readonly string[],
	families: ReadonlyMap<string, readonly Family[]>,
): string | undefined {
	const [first = "", last = ""] = [words[0], words.at(-1)];
	return (
		givenTo(families.get(first), words.slice(1).join("")) ??
		givenTo(families.get(last), words.slice(0, -1).join(""))
	);
}

function givenTo(families: readonly Family[] | undefined, given: string): string | undefined {
	for (const { characters, after } of families ?? [])
		for (let length = after.length; length > 0; length -= 1)
			if (isSpelt(given, after.slice(0, length))) return characters + after.slice(0, length);
	return undefined;
}

function isSpelt(letters: string, characters: string): boolean {
	const [first = "", ...rest] = characters;
	if (rest.length === 0 && readingsOf(first).includes(letters)) return true;
	const read = readingsOf(first).some(
		(syllable) =>
			letters.startsWith(syllable) &&
			rest.length > 0 &&
			isSpelt(letters.slice(syllable.length), rest.join("")),
	);
	return read || isSpeltOtherwise(letters, characters);
}

/** “CHEN LI’WEI” and “Chen Li'wei” are the same name. */
const plain = (text: string) =>
	text
		.replaceAll("’", "'")
		.toLowerCase()
		.replaceAll(/(?<=^| )\p{L}/gu, (letter) => letter.toUpperCase());
