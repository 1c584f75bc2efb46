import { type Hunk, hunksBetween } from "#lib/core/diff/hunks.ts";
import { isUnspaced, tokenize } from "#lib/core/diff/tokens.ts";

export type Merged = { readonly kind: "merged"; readonly text: string } | { readonly kind: "conflict" };

interface Edit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * Both people's edits of one base, where they do not touch: at least one unchanged token lies between any edit of
 * one and any edit of the other, or the two edits are the same. Otherwise a conflict, for a person to decide.
 */
export function mergeTexts(base: string, mine: string, theirs: string, language: string): Merged {
	if (mine === theirs || theirs === base) return { kind: "merged", text: mine };
	if (mine === base) return { kind: "merged", text: theirs };
	const tokens = tokenize(base, language);
	const edits = editsOf(tokens, mine, language);
	for (const edit of editsOf(tokens, theirs, language)) {
		const touching = edits.filter((own) => own.start <= edit.end && edit.start <= own.end);
		if (touching.length === 0) edits.push(edit);
		else if (!touching.every((own) => isSame(own, edit))) return { kind: "conflict" };
	}
	edits.sort((a, b) => a.start - b.start);
	let text = "";
	let at = 0;
	for (const edit of edits) {
		text += tokens.slice(at, edit.start).join("") + edit.text;
		at = edit.end;
	}
	return { kind: "merged", text: text + tokens.slice(at).join("") };
}

function editsOf(base: readonly string[], text: string, language: string): Edit[] {
	const tokens = tokenize(text, language);
	const hunks: Hunk[] = hunksBetween(base, tokens, { unspaced: isUnspaced(language) });
	return hunks.map((hunk) => ({
		start: hunk.start,
		end: hunk.end,
		text: tokens.slice(hunk.afterStart, hunk.afterEnd).join(""),
	}));
}

function isSame(a: Edit, b: Edit): boolean {
	return a.start === b.start && a.end === b.end && a.text === b.text;
}
