import { unsureBelow } from "#app/_ui/state-square.tsx";
import type { DocumentDescription } from "#lib/core/document/model.ts";
import { confidenceLetter, confidenceOfLetter, noConfidence } from "#lib/core/document/wire.ts";
import type { OutlineHeading, WireOutline, WireRow } from "./wire.ts";

/** What is known of every passage of the document, loaded or not: one letter each. */
export type Letters = WireOutline;

const stateLetters = { empty: "e", draft: "d", edited: "c", reviewed: "r", approved: "a" } as const;
const linkLetters = { automatic: "a", confirmed: "c", stale: "s" } as const;

/** A passage whose rendering is exactly what a machine wrote and nobody has reviewed. */
export function isMachineDraft(row: WireRow, origins: DocumentDescription["origins"]): boolean {
	return (
		row.state === "draft" &&
		row.target.some((segment) => segment.origin !== null && origins[segment.origin]?.kind === "machine")
	);
}

export function stateLetter(row: WireRow, origins: DocumentDescription["origins"]): string {
	return isMachineDraft(row, origins) ? "m" : stateLetters[row.state];
}

export function linkLetter(row: WireRow): string {
	return linkLetters[row.link];
}

/** The letters with some rows' own written in. */
export function withRows(
	letters: Letters,
	rows: readonly (readonly [number, WireRow])[],
	origins: DocumentDescription["origins"],
): Letters {
	const states = [...letters.states];
	const links = [...letters.links];
	const confidences = [...letters.confidences];
	for (const [index, row] of rows) {
		if (index < 0 || index >= states.length) continue;
		states[index] = stateLetter(row, origins);
		links[index] = linkLetter(row);
		confidences[index] = confidenceLetter(row.confidence);
	}
	return {
		...letters,
		states: states.join(""),
		links: links.join(""),
		confidences: confidences.join(""),
	};
}

/** The letters after `count` passages from `start` became `now` passages; what they are is not known yet. */
export function spliced(letters: Letters, start: number, count: number, now: number): Letters {
	if (count === now) return letters;
	const cut = (text: string, fill: string) =>
		text.slice(0, start) + fill.repeat(now) + text.slice(start + count);
	const moved = (heading: OutlineHeading) => ({
		...heading,
		index: heading.index + (heading.index >= start + count ? now - count : 0),
	});
	return {
		...letters,
		states: cut(letters.states, "d"),
		links: cut(letters.links, "a"),
		confidences: cut(letters.confidences, noConfidence),
		headings: letters.headings.map(moved),
	};
}

export interface Filter {
	/** A state's letter of the outline; null: all. */
	readonly state: string | null;
	readonly link: string | null;
}

/** In a filter of links: those that the aligner itself doubts. */
export const unsure = "u";
/** An automatic link that is less likely right than wrong. */
export function isUnsure(letters: Letters, index: number): boolean {
	const confidence = confidenceOfLetter(letters.confidences[index]);
	return letters.links[index] === "a" && confidence !== null && confidence < unsureBelow;
}

export function countUnsure(letters: Letters): number {
	let count = 0;
	for (let index = 0; index < letters.links.length; index++) if (isUnsure(letters, index)) count += 1;
	return count;
}

/**
 * How much somebody should look at a link, the least first; null where it is confirmed. What was confirmed before its
 * text changed comes first; what people put together themselves, last.
 */
export function doubtOf(letters: Letters, index: number): number | null {
	const link = letters.links[index];
	if (link === undefined || link === "c") return null;
	return link === "s" ? -1 : (confidenceOfLetter(letters.confidences[index]) ?? 2);
}

/**
 * The place to look at after `from` when the least sure ones come first, and equal ones in reading order; from the
 * beginning again after the last. −1 for none. Whoever asks may know of later confirmations.
 */
export function nextInDoubt(
	letters: Letters,
	from: number | null,
	isConfirmed: (index: number) => boolean = () => false,
): number {
	const start = from === null ? -2 : (confirmedOrNot(letters, from) ?? 2);
	let [best, bestDoubt, first, firstDoubt] = [-1, 3, -1, 3];
	for (let index = 0; index < letters.links.length; index++) {
		const doubt = doubtOf(letters, index);
		if (doubt === null || isConfirmed(index)) continue;
		if (doubt < firstDoubt) [first, firstDoubt] = [index, doubt];
		const isAfter = doubt > start || (doubt === start && from !== null && index > from);
		if (isAfter && doubt < bestDoubt) [best, bestDoubt] = [index, doubt];
	}
	return best >= 0 ? best : first;
}

/** A link confirmed on the way keeps its place in the order. */
function confirmedOrNot(letters: Letters, index: number): number | null {
	return doubtOf(letters, index) ?? confidenceOfLetter(letters.confidences[index]);
}

/** The places that a filter leaves, in order; null when it leaves all. */
export function placesOf(letters: Letters, filter: Filter): number[] | null {
	if (filter.state === null && filter.link === null) return null;
	const places: number[] = [];
	for (let index = 0; index < letters.states.length; index++) {
		if (filter.state !== null && letters.states[index] !== filter.state) continue;
		if (filter.link === unsure && !isUnsure(letters, index)) continue;
		if (filter.link !== null && filter.link !== unsure && letters.links[index] !== filter.link) continue;
		places.push(index);
	}
	return places;
}

/** Whether somebody should look at a passage: an unconfirmed link where there are two sides, or untouched machine wording. */
export function needsAttention(letters: Letters, index: number, twoSided: boolean): boolean {
	return (
		letters.states[index] === "m" ||
		(twoSided && letters.links[index] !== undefined && letters.links[index] !== "c")
	);
}

/** The nearest place after (or before) `from` that a test accepts, going round the end once; −1 for none. */
export function search(
	total: number,
	from: number,
	step: 1 | -1,
	accepts: (index: number) => boolean,
): number {
	for (let turn = 1; turn <= total; turn++) {
		const index = (((from + step * turn) % total) + total) % total;
		if (accepts(index)) return index;
	}
	return -1;
}

export function countLetters(text: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const letter of text) counts[letter] = (counts[letter] ?? 0) + 1;
	return counts;
}
