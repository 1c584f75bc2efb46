/** Whether a match stands on its own, neither beginning nor ending within a word. */
import type { Match } from "../scripts/fold.ts";

/** Letters, marks and digits of scripts that write spaces between words: Chinese has no word to be inside of. */
const wordCharacter =
	/[[\p{L}\p{M}\p{N}_]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]/v;

export function isWholeWord(text: string, { start, end }: Match): boolean {
	return !withinWord(text, start) && !withinWord(text, end);
}

function withinWord(text: string, at: number): boolean {
	return wordCharacter.test(characterBefore(text, at)) && wordCharacter.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
	const code = text.codePointAt(at);
	return code === undefined ? "" : String.fromCodePoint(code);
}

function characterBefore(text: string, at: number): string {
	const code = text.codePointAt(at - 2);
	return at >= 2 && code !== undefined && code > 0xffff ? String.fromCodePoint(code) : text.charAt(at - 1);
}
