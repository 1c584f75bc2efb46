import { countWords } from "#lib/core/diff/tokens.ts";
import { type Change, diffWords, textAfter, textBefore } from "#lib/core/diff/words.ts";

/** How a comparison shows a sentence: the difference word by word, or the whole before and the whole after. */
export type Reading = "words" | "whole";

/** Past this share of changed words, islands of unchanged ones hinder the reader more than they help. */
const wholeAbove = 0.6;

/** 0–1: the words changed, a replaced word counted once, out of the longer of the two texts. */
export function shareChanged(changes: readonly Change[], language: string): number {
	const total = Math.max(countWords(textBefore(changes), language), countWords(textAfter(changes), language));
	if (total === 0) return changes.some((change) => change.kind !== "same") ? 1 : 0;
	return Math.min(1, wordsChanged(changes, language) / total);
}

/** Words deleted or inserted; a replacement counts the longer of its two sides, a moved phrase only where it came to. */
export function wordsChanged(changes: readonly Change[], language: string): number {
	let total = 0;
	let deleted = 0;
	let inserted = 0;
	for (const { kind, text, moved } of changes) {
		if (kind === "same" || (kind === "deleted" && inserted > 0)) {
			total += Math.max(deleted, inserted);
			[deleted, inserted] = [0, 0];
		}
		if (kind === "inserted") inserted += countWords(text, language);
		else if (kind === "deleted" && moved === undefined) deleted += countWords(text, language);
	}
	return total + Math.max(deleted, inserted);
}

export function readingOf(changes: readonly Change[], language: string): Reading {
	return shareChanged(changes, language) > wholeAbove ? "whole" : "words";
}

export function reading(before: string, after: string, language: string): Reading {
	return readingOf(diffWords(before, after, language), language);
}

/** Something changed, and only punctuation or spacing. What joins or signs figures (1.5, −3, 10 30) is no punctuation. */
export function isPunctuationOnly(changes: readonly Change[]): boolean {
	if (!changes.some((change) => change.kind !== "same")) return false;
	return bare(textBefore(changes)) === bare(textAfter(changes));
}

/** Any run of marks and spaces between two figures, or a sign before one, says something about the number. */
const betweenFigures = /(?<=\p{N})[\p{P}\p{Z}\s]+(?=\p{N})|(?<!\p{L}|\p{N})[-−–](?=\p{N})/gu;
/** Percent signs and their like are \p{P} to Unicode, words to a reader. */
const punctuation = /(?![%‰％&＆@＠#＃])[\p{P}\p{Z}\s`´]/gu;

function bare(text: string): string {
	const kept: string[] = [];
	let at = 0;
	for (const match of text.matchAll(betweenFigures)) {
		kept.push(text.slice(at, match.index).replace(punctuation, ""), match[0]);
		at = match.index + match[0].length;
	}
	kept.push(text.slice(at).replace(punctuation, ""));
	return kept.join("");
}
