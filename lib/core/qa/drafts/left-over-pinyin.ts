/** Sounds of Chinese words that stand where an English word should. */
import { baseForm } from "../../align/lexicon/english.ts";
import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import { plainPinyin, syllableCounts } from "./pinyin-words.ts";

export interface Place {
	readonly start: number;
	readonly end: number;
}

const smallWord =
	/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{Ll}\p{M}]*(?:['’]\p{Ll}+)?(?:\s+\p{Ll}[\p{Ll}\p{M}]*[āēīōūǎěǐǒǔǖǘǚǜ][\p{Ll}\p{M}]*)*(?![\p{L}\p{N}'’-])/gu;
/** The tones that no European language writes on these letters. */
const tone = /[āēīōūǎěǐǒǔǖǘǚǜ]/u;

/** In small letters, outside brackets and quotes, without a gloss after it. */
export function leftOverPinyin(text: string, source: string, lexicon: Lexicon | null): Place[] {
	const found: Place[] = [];
	for (const match of text.matchAll(smallWord)) {
		const [written] = match;
		const place = { start: match.index, end: match.index + written.length };
		const isTold = tone.test(written) || isAccented(written);
		if (!isTold && (lexicon === null || source === "" || written.length < shortest)) continue;
		const plain = plainPinyin(written.replaceAll(/\s+/gu, ""));
		const counts = syllableCounts(plain);
		if (counts.size === 0 || isOnPurpose(text, place)) continue;
		if (isTold || (lexicon !== null && isSoundOf(plain, counts, source, lexicon))) found.push(place);
	}
	return found;
}

/** An accent on every one of several syllables, which may be any of the four tones: tuánjié. */
function isAccented(word: string): boolean {
	const accents = word.match(/[áéíóúàèìòù]/gu)?.length ?? 0;
	return accents > 1 && word !== "déjà" && syllableCounts(plainPinyin(word)).has(accents);
}

/** Shorter ones are English by chance. */
const shortest = 5;

function isOnPurpose(text: string, { start, end }: Place): boolean {
	const before = text.slice(Math.max(0, start - 30), start);
	const after = text.slice(end, end + 30);
	if (
		/["“‘'*_(（[][^"”’)）\]]*$/u.test(before) ||
		/^\s*(?:[(（[]|\p{Script=Han}|,? (?:or|meaning|literally|which means)\b)/u.test(after)
	)
		return true;
	return /\b(?:pinyin|called|pronounced|word|term)\s*:?\s*$/u.test(before);
}

/** No English word, and the source has characters with these sounds. */
function isSoundOf(
	plain: string,
	counts: ReadonlySet<number>,
	source: string,
	{ heads, english }: Lexicon,
): boolean {
	if (!([2, 3, 4] as const).some((count) => counts.has(count))) return false;
	if (english.numbers.has(plain) || english.numbers.has(baseForm(plain, english))) return false;
	const sounds = Array.from(source, (character) => {
		const simplified = heads.simplified.get(character) ?? character;
		return heads.readings.get(character) ?? heads.readings.get(simplified) ?? [];
	});
	return sounds.some((_, from) => isRead(sounds, from, plain.replaceAll("v", "u"), 0));
}

function isRead(sounds: readonly (readonly string[])[], at: number, rest: string, read: number): boolean {
	if (rest === "") return read > 1;
	const readings = sounds[at] ?? [];
	return readings.some(
		(sound) => rest.startsWith(sound) && isRead(sounds, at + 1, rest.slice(sound.length), read + 1),
	);
}
