import { diffArrays } from "diff";
import type { Gap, Piece } from "./stream.ts";

/** A sentence, or what stands between two. */
export type AreaToken =
	| { readonly is: "piece"; readonly piece: Piece }
	| { readonly is: "gap"; readonly gap: Gap };

export interface Matched {
	readonly old: AreaToken | null;
	readonly now: AreaToken | null;
}

/** Myers costs (tokens × edits): beyond this many what lies between the common beginning and end counts as replaced. */
const maxEdits = 1_000;

/**
 * Pairs what two stretches have in common, in order: the marks of paragraphs whatever their styles, equal separators,
 * and sentences of the same words. `last`: both stretches end the document, and so their last marks are the same one.
 */
export function matchArea(old: readonly AreaToken[], now: readonly AreaToken[], last: boolean): Matched[] {
	const [left, right] = [old.map(keyOf), now.map(keyOf)];
	const shorter = Math.min(left.length, right.length);
	const fixed = last && shorter > 0 ? 1 : 0;
	let head = 0;
	while (head < shorter - fixed && left[head] === right[head]) head++;
	let tail = fixed;
	while (tail < shorter - head && left[left.length - 1 - tail] === right[right.length - 1 - tail]) tail++;
	const [oldEnd, nowEnd] = [left.length - tail, right.length - tail];
	return [
		...together(old.slice(0, head), now.slice(0, head)),
		...middle(old.slice(head, oldEnd), now.slice(head, nowEnd)),
		...together(old.slice(oldEnd), now.slice(nowEnd)),
	];
}

function together(old: readonly AreaToken[], now: readonly AreaToken[]): Matched[] {
	return old.map((token, index) => ({ old: token, now: now[index] ?? null }));
}

function middle(old: readonly AreaToken[], now: readonly AreaToken[]): Matched[] {
	const replaced = () => [
		...old.map((token) => ({ old: token, now: null })),
		...now.map((token) => ({ old: null, now: token })),
	];
	if (old.length === 0 || now.length === 0) return replaced();
	const parts = diffArrays(old.map(keyOf), now.map(keyOf), { maxEditLength: maxEdits });
	if (parts === undefined) return replaced();
	const matched: Matched[] = [];
	let [at, afterAt] = [0, 0];
	for (const { added, removed, count } of parts) {
		const ones = added ? [] : old.slice(at, at + count);
		const others = removed ? [] : now.slice(afterAt, afterAt + count);
		for (let index = 0; index < count; index++)
			matched.push({ old: ones[index] ?? null, now: others[index] ?? null });
		at += ones.length;
		afterAt += others.length;
	}
	return matched;
}

function keyOf(token: AreaToken): string {
	if (token.is === "piece") return `=${token.piece.text}`;
	return token.gap.is === "mark" ? "¶" : `_${token.gap.text}`;
}
