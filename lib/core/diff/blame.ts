/** Who wrote each stretch of a text, kept while it is worded anew, cut and joined. */
import type { Change } from "#lib/core/diff/words.ts";

/** A stretch of a text, in UTF-16 code units, end exclusive. */
export interface Stretch<By> {
	readonly start: number;
	readonly end: number;
	readonly by: By;
}

/** A stretch, and where it stood in the wording that brought it. */
export interface Written<By> extends Stretch<By> {
	readonly from: number;
}

/** A text that came as it is. */
export function writtenBy<By>(text: string, by: By): Written<By>[] {
	return text === "" ? [] : [{ start: 0, end: text.length, by, from: 0 }];
}

/** What the difference kept, inserted by `by`, and what it took out, in the places where that stood. */
export function rewritten<By>(
	written: readonly Written<By>[],
	changes: readonly Change[],
	by: By,
): { written: Written<By>[]; gone: Written<By>[] } {
	const kept: Written<By>[] = [];
	const gone: Written<By>[] = [];
	let [before, after, first] = [0, 0, 0];
	for (const { kind, text } of changes) {
		if (kind === "inserted") {
			kept.push({ start: after, end: after + text.length, by, from: after });
			after += text.length;
			continue;
		}
		const end = before + text.length;
		while ((written[first]?.end ?? end + 1) <= before) first += 1;
		for (let at = first; (written[at]?.start ?? end) < end; at++) {
			const part = clipped(written[at], before, end);
			if (part && kind === "deleted") gone.push(part);
			else if (part) kept.push(shifted(part, after - before));
		}
		before = end;
		if (kind === "same") after += text.length;
	}
	return { written: kept, gone };
}

/** Who wrote a part of a text, told from where the part begins. */
export function partOf<By>(written: readonly Written<By>[], start: number, end: number): Written<By>[] {
	return written.flatMap((one) => {
		const part = clipped(one, start, end);
		return part ? [shifted(part, -start)] : [];
	});
}

/** The same stretches as they stand in a text where others come before them. */
export function movedBy<By>(written: readonly Written<By>[], by: number): Written<By>[] {
	return written.map((one) => shifted(one, by));
}

/** Without where they came from: neighbours that somebody wrote are one. */
export function stretchesOf<By>(
	written: readonly Written<By>[],
	isSame: (one: By, other: By) => boolean,
): Stretch<By>[] {
	const stretches: Stretch<By>[] = [];
	for (const { start, end, by } of written) {
		const last = stretches.at(-1);
		if (last && last.end === start && isSame(last.by, by)) stretches[stretches.length - 1] = { ...last, end };
		else stretches.push({ start, end, by });
	}
	return stretches;
}

function clipped<By>(one: Written<By> | undefined, start: number, end: number): Written<By> | null {
	if (!one) return null;
	const [from, to] = [Math.max(one.start, start), Math.min(one.end, end)];
	return from < to ? { ...one, start: from, end: to, from: one.from + from - one.start } : null;
}

const shifted = <By>(one: Written<By>, by: number): Written<By> => ({
	...one,
	start: one.start + by,
	end: one.end + by,
});
