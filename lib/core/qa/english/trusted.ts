/** What of the English reader's remarks is passed on: what a translator would see as a slip nearly every time. */
import type { EnglishRemark } from "../contract.ts";
import { knownWords } from "./known-words.ts";

export type Slip =
	| "spelling"
	| "repeated"
	| "article"
	| "agreement"
	| "pronoun"
	| "auxiliary"
	| "missing"
	| "spacing";

/**
 * harper's rules that are asked, each with what is said of it. Chosen over 3,750 sentences of edited and machine
 * English (WMT 2022): left out is what was wrong there more often than right, or a matter of taste.
 */
export const trustedRules: Readonly<Record<string, Slip>> = {
	SpellCheck: "spelling",
	RepeatedWords: "repeated",
	AnA: "article",
	ThereIsAgreement: "agreement",
	CapitalizePersonalPronouns: "pronoun",
	DoubleModal: "auxiliary",
	ProgressiveNeedsBe: "auxiliary",
	ForAWhile: "missing",
	CommaFixes: "spacing",
	Spaces: "spacing",
};

/** A remark in the text; offsets are UTF-16 code units, end exclusive. */
export interface Remark extends EnglishRemark {
	readonly slip: Slip;
}

/** Whether a remark is worth a translator's look. */
export function isTrusted(text: string, { slip, start, end, replacements }: Remark): boolean {
	const found = text.slice(start, end);
	if (slip === "spelling") return isMisspelling(text, start, end, replacements);
	if (slip === "repeated") return !/^\p{Lu}/u.test(found) && !wanted.has(found.toLowerCase());
	if (slip === "article") return isBeforeWord(text.slice(end)) && !isName(text, start, found);
	return slip !== "spacing" || !/[.…]\s*$/.test(text.slice(0, start)); // dots may stand apart
}

/** Doubled on purpose as often as not. */
const wanted = new Set(["so so", "that that", "had had", "very very", "her her"]);

/** Spelled-out initials and signs are read in ways of their own. */
const isBeforeWord = (rest: string): boolean => /^\s+\p{L}\p{Ll}/u.test(rest);

/** “An Jiu” is a person: an article with a capital begins a sentence. */
const isName = (text: string, start: number, found: string): boolean =>
	/^\p{Lu}/u.test(found) && /[^.!?:;“"(\s]\s*$/u.test(text.slice(0, start));

/** Shorter words are abbreviations as often as slips. */
const shortest = 4;
/** A slip of the hand is this far from the word that was meant; what is farther is a word that the dictionary lacks. */
const longestWay = 2;
const longWord = 8;

/**
 * Names and abbreviations have capitals, addresses and units touch signs and digits, and words of a science have no
 * neighbour in the dictionary: none of these is a slip.
 */
function isMisspelling(text: string, start: number, end: number, replacements: readonly string[]): boolean {
	const word = text.slice(start, end);
	if (word.length < shortest || !/^[a-z]+$/.test(word) || knownWords.has(word)) return false;
	if (
		/[\p{L}\p{N}@./_\-&#]$/u.test(text.slice(0, start)) ||
		/^[\p{N}@/_\-&#]|^\.\p{L}/u.test(text.slice(end))
	)
		return false;
	if (replacements.some((known) => isFormOf(word, known.toLowerCase()))) return false;
	return replacements.some((known) => distance(word, known.toLowerCase()) <= way(word));
}

const way = (word: string): number => (word.length >= longWord ? longestWay : 1);

/** Endings and beginnings that English puts to any word: what the dictionary has without them is no slip. */
const endings = ["ly", "ness", "less", "like", "able", "wise", "s", "er", "ers"];

function isFormOf(word: string, known: string): boolean {
	return endings.some((ending) => word === known + ending) || word === known.replace(/[' -]/g, "");
}

/** Endings that make a new word of nearly any other. */
const makingWords = ["able", "ability", "ist", "ists", "ing", "ings", "ish", "ism"];
const shortestStem = 4;

/** What a word was made of, where it may have been made of another: “cellaring” of “cellar”, “tradable” of “trade”. */
export function stemsOf(word: string): string[] {
	return makingWords
		.filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortestStem)
		.map((ending) => word.slice(0, -ending.length))
		.flatMap((stem) => [stem, `${stem}e`]);
}

/** Edits between two words, where two letters that changed places are one. */
export function distance(a: string, b: string): number {
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const line = [i];
		for (let j = 1; j <= b.length; j++) {
			const change = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				least = Math.min(least, (before[j - 2] ?? 0) + 1);
			line[j] = least;
		}
		before = last;
		last = line;
	}
	return last[b.length] ?? 0;
}
