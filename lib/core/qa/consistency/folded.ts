/** Texts as far as it matters whether they are the same. */
import { foldText } from "../../scripts/fold.ts";
import type { CheckedSegment, Mention, Tally } from "../contract.ts";
import { joined } from "../usage/joined.ts";

/** Longer texts are told apart by their beginning, their length and a sum of their characters. */
const longestKey = 300;
const shownLength = 80;

/** In either script, without case, spaces and punctuation. */
export const contentOf = (text: string): string =>
	foldText(text.normalize("NFKC")).replace(/[^\p{L}\p{N}]+/gu, "");

export function keyOf(content: string): string {
	if (content.length <= longestKey) return content;
	let sum = 0;
	for (let i = 0; i < content.length; i += 1) sum = (Math.imul(sum, 31) + content.charCodeAt(i)) | 0;
	return `${content.slice(0, longestKey)}…${content.length}.${sum >>> 0}`;
}

/** One mention for the passage, on its first segment of the target. */
export function wholeMention(
	subject: string,
	said: readonly CheckedSegment[],
	[first]: readonly CheckedSegment[],
): Mention[] {
	if (!first || subject === "") return [];
	const value = joined(said).trim();
	return [{ subject, value, side: "target", segment: first.id, start: 0, end: first.text.length }];
}

export interface Said {
	readonly text: string;
	readonly content: string;
	readonly times: number;
}

/** What differs in content only, the most frequent first, as it is mostly written. */
export function grouped(tally: Tally): Said[] {
	const groups = new Map<string, Said>();
	for (const { value, here, elsewhere } of tally) {
		const content = contentOf(value);
		const known = groups.get(content);
		const times = here + elsewhere;
		groups.set(content, { content, text: known?.text ?? value, times: (known?.times ?? 0) + times });
	}
	return [...groups.values()].toSorted((one, other) => other.times - one.times);
}

/** As much of a text as a sentence can hold. */
export const shown = (text: string): string =>
	text.length > shownLength ? `${text.slice(0, shownLength).trimEnd()}…` : text;
