/** Slips that a conversion between the scripts leaves behind, each with what should stand there. */
import { type ChineseScript, detectScript } from "./detect.ts";
import type { Chosen, ScriptLexicon } from "./lexicon.ts";
import {
	acceptedWords,
	glyphVariants,
	isConfusion,
	plainOutsideWords,
	simplifiedToo,
	singleSlips,
	tooEager,
	wrongWords,
} from "./slip-rules.ts";

/** What is wrong: a character of the other script, or one of this script that the word is not written with. */
export type SlipReason = "other-script" | "wrong-character" | "other-script-passage";

export interface ScriptSlip {
	/** UTF-16 code units, end exclusive. */
	readonly start: number;
	readonly end: number;
	readonly found: string;
	readonly suggestion: string;
	readonly reason: SlipReason;
}

export interface SlipOptions {
	readonly script: ChineseScript;
	readonly region?: "tw" | "hk";
}

/** A longer word is shown by its slip alone. */
const longestShown = 4;
/** A passage that is sure to be in the other script is one finding, not forty. */
const fewestOfPassage = 4;

/** What should stand at one place, and the word that says so; null where a place speaks for itself. */
interface Correction {
	readonly at: number;
	readonly character: string;
	readonly word: Span | null;
}

interface Span {
	readonly start: number;
	readonly end: number;
}

export function scriptSlips(
	text: string,
	{ script, region = "tw" }: SlipOptions,
	lexicon: ScriptLexicon,
): ScriptSlip[] {
	if (!/\p{Script=Han}/u.test(text)) return [];
	const simplified = lexicon.simplify(text);
	if (script === "zh-Hans" && simplified === text) return [];
	const read = { text, simplified, chosen: lexicon.chosenIn(simplified), lexicon };
	const other = isOther(text, script);
	const corrections =
		script === "zh-Hant"
			? traditionalOf(read, other ? noVariants : glyphVariants, region)
			: simplifiedOf(read);
	const right = new Map(corrections.map(({ at, character }) => [at, character]));
	const mended = (start: number, end: number) =>
		Array.from({ length: end - start }, (_, i) => right.get(start + i) ?? text.charAt(start + i)).join("");
	if (other && corrections.length > 0) {
		const whole = { start: 0, end: text.length, found: text, suggestion: mended(0, text.length) };
		return [{ ...whole, reason: "other-script-passage" }];
	}
	return spansOf(corrections).map(({ start, end }): ScriptSlip => {
		const found = text.slice(start, end);
		return { start, end, found, suggestion: mended(start, end), reason: reasonOf(found, script, lexicon) };
	});
}

interface Read {
	readonly text: string;
	readonly simplified: string;
	readonly chosen: readonly (Chosen | undefined)[];
	readonly lexicon: ScriptLexicon;
}

const noVariants: ReadonlySet<string> = new Set();

function traditionalOf(read: Read, variants: ReadonlySet<string>, region: "tw" | "hk"): Correction[] {
	const { text, chosen, lexicon } = read;
	const singles = singlesIn(read);
	const words = wordSlips(text);
	return placesIn(text, (at) => {
		const written = text.charAt(at);
		const wrong = words.get(at);
		const plain = isPlain(written, variants, lexicon) ? lexicon.usual(written) : undefined;
		const wanted =
			wrong?.right ?? wrongIn(read, at) ?? (plain && chosen[at]?.character) ?? plain ?? singles.get(at);
		if (wanted === undefined || sameInRegion(wanted, written)) return null;
		const word = wrong?.word ?? wordAt(read, at, plain === wanted);
		return { at, character: lexicon.inRegion(wanted, region), word };
	});
}

function placesIn(text: string, correct: (at: number) => Correction | null): Correction[] {
	const corrections: Correction[] = [];
	for (let at = 0; at < text.length; at += 1) {
		const correction = correct(at);
		if (correction) corrections.push(correction);
	}
	return corrections;
}

/** Of traditional text no good character, whatever the word. */
function isPlain(written: string, variants: ReadonlySet<string>, lexicon: ScriptLexicon): boolean {
	return lexicon.isSimplifiedOnly(written) && !variants.has(written);
}

/** The character that the word wants, where the one written is a mistake in it. */
function wrongIn({ text, simplified, chosen, lexicon }: Read, at: number): string | undefined {
	const choice = chosen[at];
	if (!choice) return usualAt(text.charAt(at), lexicon);
	const { character } = choice;
	const written = text.charAt(at);
	if (written === character) return undefined;
	const { start, end, traditional } = lexicon.shortest(simplified, choice.word, at);
	if (acceptedWords.has(text.slice(start, end)) || isKeptAt(text, at, lexicon)) return undefined;
	const near = text.slice(Math.max(0, at - 3), at) + character + text.slice(at + 1, at + 4);
	const mistaken =
		isConfusion(written, near, Math.min(3, at)) || isConfusion(written, traditional, at - start);
	return mistaken ? character : undefined;
}

/** What stands for a character that no word decides on. */
function usualAt(written: string, lexicon: ScriptLexicon): string | undefined {
	if (written === "証") return "證"; // simplified text has neither
	return plainOutsideWords.has(written) ? lexicon.usual(written) : undefined;
}

/** 裡 and 裏, 麵 and 麪 are one character in two forms. */
function sameInRegion(a: string, b: string): boolean {
	return a === b || ["裡裏", "麵麪"].some((pair) => pair.includes(a) && pair.includes(b));
}

/** Words that are wrong as they stand, which the dictionary lacks because their characters are the usual ones. */
function wordSlips(text: string): Map<number, { right: string; word: Span }> {
	const found = new Map<number, { right: string; word: Span }>();
	if (!tooEager.test(text)) return found;
	for (const [wrong, { at, right }] of wrongWords)
		for (let i = text.indexOf(wrong); i >= 0; i = text.indexOf(wrong, i + 1))
			found.set(i + at, { right, word: { start: i, end: i + wrong.length } });
	return found;
}

function singlesIn({ text, chosen }: Read): Map<number, string> {
	const found = new Map<number, string>();
	for (const { written, right, before, after } of singleSlips) {
		for (let i = text.indexOf(written); i >= 0; i = text.indexOf(written, i + 1)) {
			const fits = before.test(text.slice(Math.max(0, i - 4), i)) && after.test(text.slice(i + 1, i + 4));
			if (fits && chosen[i] === undefined) found.set(i, right);
		}
	}
	return found;
}

function simplifiedOf(read: Read): Correction[] {
	const { text, chosen, lexicon } = read;
	return placesIn(text, (at) => {
		const written = text.charAt(at);
		const character = lexicon.simplify(written);
		if (character === written || isKeptAt(text, at, lexicon)) return null;
		const choice = chosen[at];
		const sure = !simplifiedToo.has(written) && isUsual(written, character, lexicon);
		return sure || choice?.character === written ? { at, character, word: wordAt(read, at, sure) } : null;
	});
}

/** The word to show a slip with: none longer than two characters where the character is wrong in any. */
function wordAt({ simplified, chosen, lexicon }: Read, at: number, alone: boolean): Span | null {
	const choice = chosen[at];
	if (!choice) return null;
	const word = lexicon.shortest(simplified, choice.word, at);
	return alone && word.end - word.start > 2 ? null : word;
}

/** Rare forms that older books choose (敎, 擣) are no traditional text. */
function isUsual(written: string, plain: string, lexicon: ScriptLexicon): boolean {
	const usual = lexicon.usual(plain);
	return [usual, lexicon.inRegion(usual, "tw"), lexicon.inRegion(usual, "hk")].includes(written);
}

/** Names and set words that keep the character in simplified text are at most four characters long. */
function isKeptAt(text: string, at: number, lexicon: ScriptLexicon): boolean {
	for (let start = Math.max(0, at - 3); start <= at; start += 1)
		for (let end = Math.max(start + 2, at + 1); end <= start + 4; end += 1)
			if (lexicon.isKept(text.slice(start, end))) return true;
	return false;
}

/** Neighbouring slips are one, and a slip is shown with the word that it is in. */
function spansOf(corrections: readonly Correction[]): Span[] {
	const spans: { start: number; end: number; short: boolean }[] = [];
	for (const { at, word } of corrections) {
		const short = word !== null && word.end - word.start <= longestShown;
		const { start, end } = short ? word : { start: at, end: at + 1 };
		const last = spans.at(-1);
		const touching = last && (start < last.end || (start === last.end && !short && !last.short));
		if (touching) last.end = Math.max(last.end, end);
		else spans.push({ start, end, short });
	}
	return spans;
}

function reasonOf(found: string, script: ChineseScript, lexicon: ScriptLexicon): SlipReason {
	if (script === "zh-Hans") return "other-script";
	return [...found].some((character) => isPlain(character, glyphVariants, lexicon))
		? "other-script"
		: "wrong-character";
}

function isOther(text: string, script: ChineseScript): boolean {
	const { simplified, traditional } = detectScript(text);
	const [own, other] = script === "zh-Hant" ? [traditional, simplified] : [simplified, traditional];
	return other >= fewestOfPassage && other > own * 2;
}
