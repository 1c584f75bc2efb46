import type { Merged } from "#lib/core/diff/merge.ts";
import type { Change } from "#lib/core/diff/words.ts";
import { LateCode } from "../late-code.ts";

/** What compares and merges texts: no first row waits for it, but whoever meets somebody else's wording may. */
const code = new LateCode(async () => {
	const [{ mergeTexts }, { diffWords }] = await Promise.all([
		import("#lib/core/diff/merge.ts"),
		import("#lib/core/diff/words.ts"),
	]);
	return { mergeTexts, diffWords };
});

export const expectComparing = () => code.expect();
export const comparingHere = () => code.here !== null;

/** See `mergeTexts`. While its code is not here, texts that both sides changed are left for a person to decide on. */
export function merge(base: string, mine: string, theirs: string, language: string): Merged {
	if (code.here) return code.here.mergeTexts(base, mine, theirs, language);
	if (mine === theirs || theirs === base) return { kind: "merged", text: mine };
	return mine === base ? { kind: "merged", text: theirs } : { kind: "conflict" };
}

/** See `diffWords`. While its code is not here, everything between what begins and what ends both texts is one change. */
export function changesBetween(before: string, after: string, language: string): readonly Change[] {
	if (code.here) return code.here.diffWords(before, after, language);
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let end = 0;
	while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
	const parts: readonly Change[] = [
		{ kind: "same", text: before.slice(0, start) },
		{ kind: "deleted", text: before.slice(start, before.length - end) },
		{ kind: "inserted", text: after.slice(start, after.length - end) },
		{ kind: "same", text: before.slice(before.length - end) },
	];
	return parts.filter(({ text }) => text !== "");
}
