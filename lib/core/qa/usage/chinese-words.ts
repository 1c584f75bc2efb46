/** Where the words of a Chinese text begin and end: a term is no piece of a longer word (客户 in 客户端). */
import { foldScript } from "../../scripts/fold.ts";

/** In simplified characters. Offsets are UTF-16 code units of the text, end exclusive. */
export interface ChineseWord {
	readonly text: string;
	readonly start: number;
	readonly end: number;
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const onlyHan = /^\p{Script=Han}+$/u;
/** Words of the longest phrases that are looked for; what is in no dictionary comes apart into characters. */
export const longestSource = 6;
/** Of a longer text the rest is not read. */
const mostCharacters = 20_000;

/** Null where something else stands between. */
export function chineseWords(text: string): (ChineseWord | null)[] {
	const folded = foldScript(text.slice(0, mostCharacters));
	return Array.from(segmenter.segment(folded.text), ({ segment, index }) => {
		if (!onlyHan.test(segment)) return null;
		return {
			text: segment,
			start: folded.starts[index] ?? 0,
			end: folded.starts[index + segment.length] ?? 0,
		};
	});
}
