import type { Hunk } from "#lib/core/diff/hunks.ts";

/** No text repeats the same words over more tokens than this without being found to in one of the places tried. */
const furthest = 60;
const sentenceEnd = /[.!?。！？…][\p{Pe}\p{Pf}"']*$/u;
const clauseEnd = /[,;:，；：、—][\p{Pe}\p{Pf}"']*$/u;

/**
 * What was put in or taken out beside its like could stand in several places: “He [left. He ]stayed.” or “[He left. ]He
 * stayed.” Whole sentences come first, then whole clauses, else the last place; so equal edits lie at equal places.
 */
export function slideHunks(
	hunks: readonly Hunk[],
	before: readonly string[],
	after: readonly string[],
): Hunk[] {
	const slid: Hunk[] = [];
	for (const [index, hunk] of hunks.entries()) {
		const last = slid.at(-1);
		const next = hunks[index + 1];
		const left = hunk.start - (last ? last.end + 1 : 0);
		const right = (next ? next.start - 1 : before.length) - hunk.end;
		if (hunk.start === hunk.end)
			slid.push(moved(hunk, best(after, hunk.afterStart, hunk.afterEnd, left, right)));
		else if (hunk.afterStart === hunk.afterEnd)
			slid.push(moved(hunk, best(before, hunk.start, hunk.end, left, right)));
		else slid.push(hunk);
	}
	return slid;
}

function moved(hunk: Hunk, by: number): Hunk {
	if (by === 0) return hunk;
	return {
		start: hunk.start + by,
		end: hunk.end + by,
		afterStart: hunk.afterStart + by,
		afterEnd: hunk.afterEnd + by,
	};
}

/** How many tokens to the right (negative: to the left), at most `left` and `right`. */
function best(tokens: readonly string[], start: number, end: number, left: number, right: number): number {
	let by = 0;
	while (by < Math.min(right, furthest) && tokens[start + by] === tokens[end + by]) by++;
	let [chosen, most] = [by, -1];
	for (; by >= -Math.min(left, furthest); by--) {
		const found = worth(tokens, start + by, end + by);
		if (found > most) [chosen, most] = [by, found];
		if (tokens[start + by - 1] !== tokens[end + by - 1]) break;
	}
	return chosen;
}

function worth(tokens: readonly string[], start: number, end: number): number {
	const [outside, inside] = [lastMark(tokens, start), lastMark(tokens, end)];
	const tidy = tokens[start]?.trim() === "" ? 0 : 1;
	if (inside === "" && outside === "") return 0;
	if (isEnd(sentenceEnd, outside) && sentenceEnd.test(inside)) return 4 + tidy;
	if (isEnd(clauseEnd, outside) && clauseEnd.test(inside)) return 2 + tidy;
	return 0;
}

function isEnd(mark: RegExp, text: string): boolean {
	return text === "" || mark.test(text);
}

/** The two tokens before a place, spaces between left out: a mark and what closes it. */
function lastMark(tokens: readonly string[], place: number): string {
	let at = place - 1;
	if (tokens[at]?.trim() === "") at--;
	return (tokens[at - 1] ?? "") + (tokens[at] ?? "");
}
