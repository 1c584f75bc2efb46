import type { HeadWords } from "../lexicon/lexicon.ts";
import type { SideWords } from "./words.ts";

/** Longer words are phrases, not names. */
const longestName = 4;

/**
 * Finds, for a Chinese word, the capitalised words of the other side that are its pinyin, tones and hyphens left out;
 * a name's character may have several readings.
 */
export function pinyinOf({ readings }: HeadWords, target: SideWords): (word: string) => number[] {
	const names = new Map<string, number>();
	for (const e of target.names) {
		const text = target.texts[e] ?? "";
		if (/^[a-z]+$/u.test(text)) names.set(text, e);
	}
	return (word) => {
		const characters = [...word];
		if (characters.length > longestName || names.size === 0) return [];
		let spellings = [""];
		for (const character of characters) {
			const sounds = readings.get(character);
			if (sounds === undefined) return [];
			spellings = spellings.flatMap((spelling) => sounds.map((sound) => spelling + sound));
		}
		return spellings.flatMap((spelling) => names.get(spelling) ?? []);
	};
}
