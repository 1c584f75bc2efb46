import { type Breaker, compileRules, compileTrusted } from "../srx/compile.ts";
import type { SrxDocument } from "../srx/document.ts";
import { duizhaoRules } from "../srx/duizhao-rules.ts";
import { sentenceJoiner } from "./sentence-joiner.ts";

/**
 * The sentences of one paragraph, closing quotes and brackets included, by our rules or those of an SRX file. White
 * space between two sentences goes with the joiner; whatever is more than the joiner (a second space, in Chinese any
 * space) stays at the end of the sentence before it, so nothing is lost. An English sentence therefore never ends where
 * no space follows. Rules from a file may throw `SrxWorkExceeded`.
 */
export function splitSentences(paragraph: string, language: string, rules?: SrxDocument): string[] {
	const joiner = sentenceJoiner(language);
	const sentences: string[] = [];
	let from = 0;
	for (const start of sentenceStarts(paragraph, language, rules)) {
		sentences.push(paragraph.slice(from, start - joiner.length));
		from = start;
	}
	sentences.push(paragraph.slice(from));
	return sentences;
}

const space = /\s*/uy;

/** Offsets (UTF-16 units) at which a sentence begins, without the first; in English each has a space before it. */
export function sentenceStarts(
	paragraph: string,
	language: string,
	rules: SrxDocument = duizhaoRules,
): number[] {
	const joiner = sentenceJoiner(language);
	const starts: number[] = [];
	for (const place of breakerFor(rules, language)(paragraph)) {
		space.lastIndex = place;
		const start = place + (space.exec(paragraph)?.[0].length ?? 0);
		if (start >= paragraph.length || start === starts.at(-1)) continue;
		if (paragraph.startsWith(joiner, start - joiner.length)) starts.push(start);
	}
	return starts;
}

/** A text names few languages, a request may name any. */
const mostLanguages = 100;
const breakers = new WeakMap<SrxDocument, Map<string, Breaker>>();

function breakerFor(rules: SrxDocument, language: string): Breaker {
	const known = breakers.get(rules) ?? new Map<string, Breaker>();
	breakers.set(rules, known);
	const ready = known.get(language);
	if (ready !== undefined) return ready;
	const breaker = (rules === duizhaoRules ? compileTrusted : compileRules)(rules, language);
	if (known.size >= mostLanguages) known.clear();
	known.set(language, breaker);
	return breaker;
}
