import type { Lexicon } from "../../align/lexicon/lexicon.ts";
import { englishWords } from "./english-words.ts";
import { isGlossed } from "./glossed.ts";

/** Characters of a dictionary's word that reach over the phrase on either side. */
const reach = 3;

/**
 * 客户 in 客户端, where the dictionary has that and says nothing of customers. Without one, or where folding moved the
 * text, nothing is known.
 */
export function isInsideWord(
	simplified: string,
	{ phrase, start, end }: { readonly phrase: string; readonly start: number; readonly end: number },
	renderings: readonly string[],
	lexicon: Lexicon | null,
): boolean {
	if (!lexicon || simplified.slice(start, end) !== phrase) return false;
	if (isWithNext(simplified, start, end, lexicon)) return true;
	for (let from = Math.max(0, start - reach); from <= start; from += 1)
		for (let to = end; to <= Math.min(simplified.length, end + reach); to += 1)
			if (to - from > end - start && means(simplified.slice(from, to), renderings, lexicon) === false)
				return true;
	return false;
}

/** Null where the dictionary does not have the word. */
function means(word: string, renderings: readonly string[], lexicon: Lexicon): boolean | null {
	if (!lexicon.heads.numbers.has(word)) return null;
	return renderings.some((rendering) => {
		const stems = englishWords(rendering).map(({ stem }) => stem);
		return isGlossed(word, stems.join(" "), lexicon) !== false;
	});
}

/** The end of the phrase is the beginning of a longer word: 保险经纪 of 保险经纪人, the broker. */
function isWithNext(simplified: string, start: number, end: number, { heads }: Lexicon): boolean {
	for (let from = Math.max(start + 1, end - reach + 1); from < end - 1; from += 1)
		if (heads.numbers.has(simplified.slice(from, end + 1))) return true;
	return false;
}
