import { matchesBetween } from "#lib/core/diff/matches.ts";
import { tokenize } from "#lib/core/diff/tokens.ts";

/** A part of a text, in UTF-16 code units, end exclusive. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

export interface MappedSpan extends Span {
	/** The share of the part's characters that are still there, 0–1. */
	readonly kept: number;
}

/** A stretch that both texts have. */
interface Same {
	readonly before: number;
	readonly after: number;
	readonly length: number;
}

/**
 * Where a part of `before` lies in `after`. Text put in right before or behind it stays outside; what took the
 * place of its own edge comes in. Null where nothing of it is left. Never inside a surrogate pair.
 */
export function mapSpan(
	before: string,
	after: string,
	{ start, end }: Span,
	language: string,
): MappedSpan | null {
	if (start >= end) return null;
	// Where all from one end of the text to the part stayed, so did the part, however its letters repeat.
	const head = commonHead(before, after);
	const tail = commonTail(before, after, 0);
	const shift = after.length - before.length;
	if (tail >= before.length - start && (head < end || tail > head))
		return { start: start + shift, end: end + shift, kept: 1 };
	if (head >= end) return { start, end, kept: 1 };
	const same = sameStretches(before, after, language);
	const touched = same.filter((run) => run.before < end && run.before + run.length > start);
	const first = touched[0];
	const last = touched.at(-1);
	if (!first || !last) return null;
	const kept = touched.reduce(
		(sum, run) => sum + Math.min(end, run.before + run.length) - Math.max(start, run.before),
		0,
	);
	const ahead = same[same.indexOf(first) - 1];
	const behind = same[same.indexOf(last) + 1];
	return {
		start: first.before <= start ? first.after + start - first.before : replacedFrom(ahead, start, first),
		end: last.before + last.length >= end ? last.after + end - last.before : replacedTo(behind, end, last),
		kept: kept / (end - start),
	};
}

/** Where the part begins when its own first characters were replaced. */
function replacedFrom(ahead: Same | undefined, start: number, first: Same): number {
	const began = (ahead?.before ?? 0) + (ahead?.length ?? 0);
	return began === start ? (ahead?.after ?? 0) + (ahead?.length ?? 0) : first.after;
}

/** Where it ends when its own last characters were replaced; `behind` undefined: nothing of the rest is left. */
function replacedTo(behind: Same | undefined, end: number, last: Same): number {
	return behind?.before === end ? behind.after : last.after + last.length;
}

/** What both texts have, in order; a common beginning and end is never torn apart. */
function sameStretches(before: string, after: string, language: string): Same[] {
	const head = commonHead(before, after);
	const tail = commonTail(before, after, head);
	const runs: Same[] = [];
	const add = (run: Same) => {
		const last = runs.at(-1);
		if (run.length === 0) return;
		if (last && last.before + last.length === run.before && last.after + last.length === run.after)
			runs[runs.length - 1] = { ...last, length: last.length + run.length };
		else runs.push(run);
	};
	add({ before: 0, after: 0, length: head });
	const [left = [], right = []] = [before, after].map((text) =>
		tokenize(text.slice(head, text.length - tail), language),
	);
	const [lefts, rights] = [offsetsOf(left, head), offsetsOf(right, head)];
	// Every word counts here, also one between two changes, which a reader would rather not see alone.
	for (const match of matchesBetween(left, right)) {
		const [from = head, to = from] = [lefts[match.before], lefts[match.before + match.length]];
		add({ before: from, after: rights[match.after] ?? head, length: to - from });
	}
	add({ before: before.length - tail, after: after.length - tail, length: tail });
	return runs;
}

/** Where each token begins, and where the last one ends. */
function offsetsOf(tokens: readonly string[], start: number): number[] {
	let at = start;
	return [start, ...tokens.map((token) => (at += token.length))];
}

function commonHead(a: string, b: string): number {
	const shorter = Math.min(a.length, b.length);
	let length = 0;
	while (length < shorter && a.charCodeAt(length) === b.charCodeAt(length)) length++;
	return isHigh(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonTail(a: string, b: string, head: number): number {
	const shorter = Math.min(a.length, b.length) - head;
	let length = 0;
	while (length < shorter && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
		length++;
	return isLow(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
