/** What a reviewer's corrections on one page say of the next page of the same publisher. Plain data, to be stored as JSON. */
import { type SegmentKind, segmentKinds } from "../document/model.ts";
import { columns } from "../text/paragraphs.ts";
import { findDates } from "./dates.ts";

export interface Correction {
	/** The line as it reads. */
	readonly text: string;
	/** What the reviewer made of it. */
	readonly kind: SegmentKind;
	/** Of the page; null where it names none. */
	readonly publisher: string | null;
}

export interface LearnedRule {
	readonly publisher: string | null;
	/** The line with dates, numbers and what follows its label masked. */
	readonly pattern: string;
	readonly kind: SegmentKind;
	/** How often it was corrected so, less how often otherwise. */
	readonly count: number;
}

export interface LearnedRules {
	readonly rules: readonly LearnedRule[];
}

export const noLearnedRules: LearnedRules = { rules: [] };

/** Longer lines are text of one article and return on no other page. */
const longestPattern = 200;

/**
 * A line as its like on another page reads: dates as D, numbers as 0, and behind a short label or a first crumb only *.
 * Null for lines that tell nothing of other pages.
 */
export function maskLine(text: string): string | null {
	const line = text.normalize("NFKC").replace(/\s+/gu, " ").trim().toLowerCase();
	if (line === "" || columns(line) > longestPattern) return null;
	let masked = line;
	for (const date of findDates(line).toReversed())
		masked = `${masked.slice(0, date.start)}D${masked.slice(date.end)}`;
	masked = masked.replace(/\d+(?:[.,]\d+)*/gu, "0").trim();
	const label = /^([^:：>›»|]{1,24}?)\s*([:：]|>{1,2}|›|»|\|)\s*\S/u.exec(masked);
	return label && !/[,，。!?]/u.test(label[1] ?? "") ? `${label[1]}${label[2]}*` : masked;
}

/** Adds corrections to what was learned before. A later correction of the same pattern weakens, then replaces, the earlier. */
export function learnFrom(
	corrections: readonly Correction[],
	earlier: LearnedRules = noLearnedRules,
): LearnedRules {
	const learned = new Map(earlier.rules.map((rule) => [keyOf(rule.publisher, rule.pattern), rule]));
	for (const { text, kind, publisher } of corrections) {
		const pattern = maskLine(text);
		if (pattern === null || kind === "title") continue;
		const key = keyOf(publisher, pattern);
		const known = learned.get(key);
		if (!known || (known.kind !== kind && known.count <= 1))
			learned.set(key, { publisher, pattern, kind, count: 1 });
		else learned.set(key, { ...known, count: known.count + (known.kind === kind ? 1 : -1) });
	}
	return { rules: [...learned.values()] };
}

/** Finds what was taught of a line of this publisher's pages. */
export function teacherOf(
	rules: LearnedRules,
	publisher: string | null,
): (text: string) => SegmentKind | null {
	const known = new Map(
		rules.rules
			.filter((rule) => rule.publisher === publisher && segmentKinds.includes(rule.kind))
			.map((rule) => [rule.pattern, rule.kind]),
	);
	if (known.size === 0) return () => null;
	return (text) => known.get(maskLine(text) ?? "") ?? null;
}

function keyOf(publisher: string | null, pattern: string): string {
	return JSON.stringify([publisher, pattern]);
}
