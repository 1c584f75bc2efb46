import { tokenize } from "#lib/core/diff/tokens.ts";
import { diffWords } from "#lib/core/diff/words.ts";

/**
 * Where a caret at `offset` of `before` lies in `after` (UTF-16 units). Beginning goes to beginning, end to end;
 * within unchanged text it keeps its place; within a replacement it goes to the token boundary nearest in
 * proportion; before a bare insertion it stays before. Never inside a surrogate pair; order is kept.
 */
export function mapOffset(before: string, after: string, offset: number, language: string): number {
	const caret = onCharacter(before, Math.min(Math.max(0, offset), before.length));
	if (caret === 0) return 0;
	if (caret === before.length) return after.length;
	let old = 0;
	let now = 0;
	const changes = diffWords(before, after, language);
	for (const [index, change] of changes.entries()) {
		const length = change.text.length;
		if (change.kind === "inserted") {
			now += length;
			continue;
		}
		if (caret <= old + length) {
			if (change.kind === "same") return now + (caret - old);
			const next = changes[index + 1];
			const replacement = next?.kind === "inserted" ? next.text : "";
			return now + nearestBoundary(replacement, ((caret - old) / length) * replacement.length, language);
		}
		old += length;
		if (change.kind === "same") now += length;
	}
	return after.length;
}

function nearestBoundary(text: string, wanted: number, language: string): number {
	let best = 0;
	let at = 0;
	for (const token of tokenize(text, language)) {
		at += token.length;
		if (Math.abs(at - wanted) <= Math.abs(best - wanted)) best = at;
	}
	return best;
}

function onCharacter(text: string, offset: number): number {
	const low = text.charCodeAt(offset);
	const high = text.charCodeAt(offset - 1);
	return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? offset - 1 : offset;
}
