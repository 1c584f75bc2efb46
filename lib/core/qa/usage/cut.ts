import type { Lexicon } from "../../align/lexicon/lexicon.ts";

/**
 * Whether a lone character at an edge of a Chinese phrase makes, mostly, a word with what stands beside it: 线客服 where
 * 在线 stands. `passages` are the words of those that have the phrase. Without a dictionary nothing is known.
 */
export function isCut(
	phrase: string,
	passages: readonly (readonly (string | null)[])[],
	lexicon: Lexicon | null,
): boolean {
	if (!lexicon) return false;
	const has = (text: string) => lexicon.heads.numbers.has(text);
	if (has(phrase)) return false;
	const [start, end] = [phrase.charAt(0), phrase.slice(-1)];
	const loneStart = !has(phrase.slice(0, 2)) && !has(phrase.slice(0, 3));
	const loneEnd = !has(phrase.slice(-2)) && !has(phrase.slice(-3));
	if (!loneStart && !loneEnd) return false;
	const cut = passages.filter((words) => {
		const text = words.map((word) => word ?? " ").join("");
		const at = text.indexOf(phrase);
		const before = text.slice(Math.max(0, at - 2), at);
		const after = text.slice(at + phrase.length, at + phrase.length + 2);
		return (
			(loneStart && [before, before.slice(-1)].some((part) => part !== "" && has(part + start))) ||
			(loneEnd && [after, after.slice(0, 1)].some((part) => part !== "" && has(end + part)))
		);
	});
	return cut.length * 2 >= passages.length;
}
