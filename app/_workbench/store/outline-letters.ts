import { unsureBelow } from "#app/_ui/state-marks.ts";
import type { DocumentDescription } from "#lib/core/document/model.ts";
import { type ShapeLetter, shapeOf } from "#lib/core/document/shape.ts";
import {
	confidenceLetter,
	confidenceLetters,
	confidenceOfLetter,
	nobody,
	noConfidence,
	personLetters,
	somebody,
} from "#lib/core/document/wire.ts";
import type { OutlineHeading, WireOutline, WireRow, WireSegment } from "../sync/wire.ts";

/** What is known of every passage of the document, loaded or not: one letter each for everything that is asked of it. */
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

/** What a row does not say of itself. */
export interface About {
	readonly origins: DocumentDescription["origins"];
	readonly people: WireOutline["people"];
	readonly usual: number | null;
}

/** A line of letters: what stands where nothing is known yet, and what a row says. */
interface Track {
	readonly unknown: string;
	readonly letterOf: (row: WireRow, about: About) => string;
}

const tracks = {
	states: {
		unknown: "d",
		letterOf: (row, { origins }) => (isMachineDraft(row, origins) ? "m" : stateLetters[row.state]),
	},
	links: { unknown: "a", letterOf: (row) => linkLetters[row.link] },
	confidences: { unknown: noConfidence, letterOf: (row) => confidenceLetter(row.confidence) },
	starts: { unknown: "1", letterOf: startLetter },
	shapes: { unknown: "o", letterOf: (row, { usual }) => shapeLetter(row, usual) },
	authors: { unknown: nobody, letterOf: authorLetter },
} as const satisfies Readonly<Record<string, Track>>;
type TrackName = keyof typeof tracks;
const trackNames = Object.keys(tracks) as TrackName[];

/** Whether a paragraph begins with the row. */
export function startLetter(row: WireRow): "0" | "1" {
	return (row.source[0] ?? row.target[0])?.paragraphStart ? "1" : "0";
}

/** How the sides of the row stand to each other, where `usual` is what is usual in the document. */
export function shapeLetter({ source, target }: WireRow, usual: number | null): ShapeLetter {
	return shapeOf(sizesOf(source), sizesOf(target), usual);
}

function sizesOf(segments: readonly WireSegment[]): { count: number; length: number } {
	return { count: segments.length, length: segments.reduce((sum, { text }) => sum + [...text].length, 0) };
}

/** Rows name people by what they are called. */
function authorLetter({ target }: WireRow, { people }: About): string {
	const worded = target.filter(({ changedBy }) => changedBy !== null);
	const last = worded.reduce<WireSegment | null>(
		(newest, segment) => (newest && newest.version > segment.version ? newest : segment),
		null,
	);
	if (!last) return nobody;
	return personLetters[people.findIndex(({ name }) => name === last.changedBy)] ?? somebody;
}

/** The letters with some rows' own written in; the same object where they say nothing new. */
export function withRows(
	letters: Letters,
	rows: readonly (readonly [number, WireRow])[],
	about: Pick<About, "origins"> & { readonly me?: { readonly id: string; readonly name: string } },
): Letters {
	const people = withMe(letters.people, rows, about.me);
	const all: About = { origins: about.origins, usual: letters.usual, people };
	let next = people === letters.people ? letters : { ...letters, people };
	for (const name of trackNames) {
		const said = rows.map(([index, row]) => [index, tracks[name].letterOf(row, all)] as const);
		const text = written(letters[name], said);
		if (text !== letters[name]) next = { ...next, [name]: text };
	}
	return next;
}

/** Who has begun to work here has a letter at once. */
function withMe(
	people: Letters["people"],
	rows: readonly (readonly [number, WireRow])[],
	me: { readonly id: string; readonly name: string } | undefined,
): Letters["people"] {
	if (!me || people.some(({ name }) => name === me.name)) return people;
	const worked = rows.some(([, { target }]) => target.some(({ changedBy }) => changedBy === me.name));
	return worked ? [...people, me] : people;
}

/** The text with other letters at some places; the same where they stand there already. */
export function written(text: string, said: readonly (readonly [index: number, letter: string])[]): string {
	const others = said.filter(
		([index, letter]) => index >= 0 && index < text.length && text[index] !== letter,
	);
	if (others.length === 0) return text;
	const cells = text.split("");
	for (const [index, letter] of others) cells[index] = letter;
	return cells.join("");
}

/** `count` letters from `start` became `now`. */
export function cut(text: string, { start, count, now }: Splice, unknown: string): string {
	return text.slice(0, start) + unknown.repeat(now) + text.slice(start + count);
}

export interface Splice {
	readonly start: number;
	readonly count: number;
	readonly now: number;
}

/** The letters after `count` passages from `start` became `now` passages; what they are is not known yet. */
export function spliced(letters: Letters, splice: Splice): Letters {
	const { start, count, now } = splice;
	if (count === now) return letters;
	const moved = (heading: OutlineHeading) => ({
		...heading,
		index: heading.index + (heading.index >= start + count ? now - count : 0),
	});
	const next = { ...letters, headings: letters.headings.map(moved) };
	for (const name of trackNames) next[name] = cut(letters[name], splice, tracks[name].unknown);
	return next;
}

const unsureLetters = [...confidenceLetters]
	.filter((letter) => (confidenceOfLetter(letter) ?? 1) < unsureBelow)
	.join("");

/** An automatic link that is less likely right than wrong. */
export function isUnsure(letters: Letters, index: number): boolean {
	return letters.links[index] === "a" && unsureLetters.includes(letters.confidences[index] ?? noConfidence);
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
 * The place to look at after `from` when the least sure ones come first, and equal ones in reading order; −1 after the
 * last. Whoever asks may know of later confirmations.
 */
export function nextInDoubt(
	letters: Letters,
	from: number | null,
	isConfirmed: (index: number) => boolean = () => false,
): number {
	const start = from === null ? -2 : (confirmedOrNot(letters, from) ?? 2);
	let [best, bestDoubt] = [-1, 3];
	for (let index = 0; index < letters.links.length; index++) {
		const doubt = doubtOf(letters, index);
		if (doubt === null || isConfirmed(index)) continue;
		const isAfter = doubt > start || (doubt === start && from !== null && index > from);
		if (isAfter && doubt < bestDoubt) [best, bestDoubt] = [index, doubt];
	}
	return best;
}

/** A link confirmed on the way keeps its place in the order. */
function confirmedOrNot(letters: Letters, index: number): number | null {
	return doubtOf(letters, index) ?? confidenceOfLetter(letters.confidences[index]);
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
