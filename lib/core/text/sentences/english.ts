import { findPairs, keptTogether } from "../brackets.ts";
import {
	abbreviations,
	beforeNumbers,
	clockZones,
	mayEndSentence,
	sentenceOpeners,
	speechVerbs,
} from "./english-words.ts";

/** Marks that may end a sentence, closing marks and note numbers after them, and the white space that must follow. */
const ending =
	/(?<![.!?…。！？]|\. )(?:\.(?: \.)+|[.!?…。！？]+)(?<closers>(?:[ ]?[”’»](?=\s|$|[\p{Pe}\p{Pf}"'])|["')\]”’»」』）])*)(?:\[\d+\])*(?<space>\s+)/gu;

/** What the next sentence may begin with before its first word. */
const opening = /^[\p{Ps}\p{Pi}"'“‘¿¡•*–—\-\s]*/u;
const firstWord = /^[\p{L}\p{N}\p{M}'’.]+/u;
const enumerator = /^[\s(]*(?:\d{1,3}(?:\.\d{1,2})*|[A-Za-z]|[ivxIVX]{1,5})[.)]+$/u;
/** "b. Second point" opens a sentence although its letter is small. */
const listLetter = /^(?:[a-z]|[ivx]{1,5})[.)] \p{Lu}/u;

/** One place that looks like the end of a sentence. */
interface Candidate {
	/** The sentence so far, or the end of it, up to its marks. */
	readonly before: string;
	readonly marks: string;
	readonly closers: string;
	/** The text after the white space. */
	readonly after: string;
}

/** How far back and ahead the decision looks, in UTF-16 units. */
const lookBehind = 100;
const lookAhead = 80;

export function englishStarts(paragraph: string): number[] {
	const kept = keptTogether(paragraph, findPairs(paragraph));
	const starts: number[] = [];
	let sentence = 0;
	for (const match of paragraph.matchAll(ending)) {
		const { closers = "", space = "" } = match.groups ?? {};
		const start = match.index + match[0].length;
		if (start >= paragraph.length || !space.endsWith(" ") || kept(start - space.length - 1, sentence))
			continue;
		const candidate = {
			before: paragraph.slice(Math.max(sentence, match.index - lookBehind), match.index),
			marks: match[0].slice(0, match[0].length - space.length - closers.length),
			closers,
			after: paragraph.slice(start, start + lookAhead),
		};
		if (!endsSentence(candidate)) continue;
		starts.push(start);
		sentence = start;
	}
	return starts;
}

function endsSentence({ before, marks, closers, after }: Candidate): boolean {
	const opened = opening.exec(after)?.[0] ?? "";
	const next = firstWord.exec(after.slice(opened.length))?.[0] ?? "";
	if (/^\p{Ll}/u.test(next) && !listLetter.test(after)) return false;
	if (/^[,;:)\]}.!?…%&/]/u.test(after.slice(opened.length))) return false;
	if (enumerator.test(before + marks) || before.trim() === "") return false;
	if (/["'”’]/u.test(closers) && isSpeechTag(after)) return false;
	if (/^(?:\.{2,}|…|\.(?: \.)+)/u.test(marks)) return closers !== "" || !/^I(?:['’]|$)/u.test(next);
	if (marks === "." && closers === "") return pointEndsSentence(before, next);
	return true;
}

/** “Go!” Li said; 'What?' asked Jin Xin. */
function isSpeechTag(after: string): boolean {
	const words = after.split(/[\s,.;:]+/u, 4);
	const verb = words.findIndex((word) => speechVerbs.has(word));
	return (
		verb > 0 &&
		words.slice(0, verb).every((word) => /^\p{Lu}/u.test(word) && !sentenceOpeners.has(word.toLowerCase()))
	);
}

function pointEndsSentence(before: string, next: string): boolean {
	const token = /[^\s(["'“‘—–]*$/u.exec(before)?.[0] ?? "";
	const bare = token.toLowerCase();
	const opens = sentenceOpeners.has(next.replace(/['’].*$/u, "").toLowerCase()) && !next.includes(".");
	if (beforeNumbers.has(bare)) return !/^[\dIVXLC]+\b/u.test(next);
	if (/^[ap]\.?m$/u.test(bare)) return !clockZones.has(next.replace(/\W.*$/u, "").toLowerCase());
	if (/^\p{Lu}$/u.test(token)) return opens && !/\b\p{Lu}\. $/u.test(before.slice(0, -token.length));
	if (mayEndSentence.has(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(token)) {
		return abbreviations.has(bare) ? false : opens || (bare === "etc" && /^\p{Lu}/u.test(next));
	}
	return !abbreviations.has(bare);
}
