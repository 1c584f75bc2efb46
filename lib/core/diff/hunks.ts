import { diffArrays } from "diff";
import { isWord } from "#lib/core/diff/tokens.ts";

/** A stretch of `before` tokens [start, end) replaced by `after` tokens [afterStart, afterEnd); one may be empty. */
export interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly afterStart: number;
	readonly afterEnd: number;
}

/**
 * Myers costs (tokens × edits): 2,000 edits keep two unrelated texts of 10,000 words under 200 ms, and no
 * sentence comes near them. Beyond, what lies between the common beginning and end counts as replaced.
 */
const maxEdits = 2_000;

/** An island of this many characters between two replacements is noise: "of", "the", 的. */
const tinySpaced = 3;
const tinyUnspaced = 1;
/** A longer island goes under only between replacements that are this many times its words, on both sides. */
const islandRatio = 3;

export interface HunkOptions {
	readonly unspaced: boolean;
}

/** The differences as phrases: at least one unchanged token lies between two hunks. */
export function hunksBetween(
	before: readonly string[],
	after: readonly string[],
	options: HunkOptions,
): Hunk[] {
	let raw = rawHunks(before, after);
	for (;;) {
		const merged = sinkIslands(raw, before, after, options.unspaced ? tinyUnspaced : tinySpaced);
		if (merged.length === raw.length) return merged;
		raw = merged;
	}
}

function rawHunks(before: readonly string[], after: readonly string[]): Hunk[] {
	let head = 0;
	const shorter = Math.min(before.length, after.length);
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const left = before.slice(head, before.length - tail);
	const right = after.slice(head, after.length - tail);
	if (left.length === 0 && right.length === 0) return [];
	const whole = { start: head, end: head + left.length, afterStart: head, afterEnd: head + right.length };
	if (left.length === 0 || right.length === 0) return [whole];
	const parts = diffArrays(left, right, { maxEditLength: maxEdits });
	if (parts === undefined) return [whole];
	const hunks: Hunk[] = [];
	let at = head;
	let afterAt = head;
	let open: Hunk | null = null;
	for (const part of parts) {
		if (!part.added && !part.removed) {
			if (open !== null) hunks.push(open);
			open = null;
			at += part.count;
			afterAt += part.count;
			continue;
		}
		open ??= { start: at, end: at, afterStart: afterAt, afterEnd: afterAt };
		if (part.removed) at += part.count;
		else afterAt += part.count;
		open = { ...open, end: at, afterEnd: afterAt };
	}
	if (open !== null) hunks.push(open);
	return hunks;
}

function sinkIslands(
	hunks: readonly Hunk[],
	before: readonly string[],
	after: readonly string[],
	tiny: number,
): Hunk[] {
	const merged: Hunk[] = [];
	for (const hunk of hunks) {
		const last = merged.at(-1);
		if (last !== undefined && isNoise(before.slice(last.end, hunk.start), last, hunk, before, after, tiny)) {
			merged[merged.length - 1] = { ...hunk, start: last.start, afterStart: last.afterStart };
		} else merged.push(hunk);
	}
	return merged;
}

/** Would a reader rather see one longer replacement than this unchanged island between two changes? */
function isNoise(
	island: readonly string[],
	left: Hunk,
	right: Hunk,
	before: readonly string[],
	after: readonly string[],
	tiny: number,
): boolean {
	const words = island.filter(isWord);
	if (!replaces(left, before, after) || !replaces(right, before, after)) {
		// Insertions alone, or deletions alone, read well in place; across a bare space they belong together.
		return words.length === 0 && island.join("").trim() === "" && !sameDirection(left, right);
	}
	if (words.length === 0) return true;
	if (words.length === 1 && words.join("").length <= tiny) return true;
	return words.length * islandRatio <= Math.min(weight(left, before, after), weight(right, before, after));
}

/** Words stand on both sides of the hunk: not only an insertion, a deletion or a comma for a full stop. */
function replaces(hunk: Hunk, before: readonly string[], after: readonly string[]): boolean {
	return (
		before.slice(hunk.start, hunk.end).some(isWord) &&
		after.slice(hunk.afterStart, hunk.afterEnd).some(isWord)
	);
}

function sameDirection(left: Hunk, right: Hunk): boolean {
	const inserts = (hunk: Hunk) => hunk.start === hunk.end;
	const deletes = (hunk: Hunk) => hunk.afterStart === hunk.afterEnd;
	return (inserts(left) && inserts(right)) || (deletes(left) && deletes(right));
}

function weight(hunk: Hunk, before: readonly string[], after: readonly string[]): number {
	return Math.max(
		before.slice(hunk.start, hunk.end).filter(isWord).length,
		after.slice(hunk.afterStart, hunk.afterEnd).filter(isWord).length,
	);
}
