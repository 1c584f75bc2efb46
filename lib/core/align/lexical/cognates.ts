import type { SideWords } from "./words.ts";

/** Visits the target words that look like a source word, with a likeness from 0 to 1. */
export type LikeWords = (source: number, visit: (target: number, likeness: number) => void) => void;

/** Shorter words are alike by chance. */
const shortest = 4;
/** Words that share fewer of their first letters than this are not compared. */
const commonStart = 3;
const leastLikeness = 0.6;

/** Words of related languages: how much of the longer one the common letters in order (LCS) make up (Melamed 1995). */
export function likeWords(source: SideWords, target: SideWords): LikeWords {
	const byStart = Map.groupBy(
		[...target.texts.entries()].filter(([, text]) => text.length >= shortest),
		([, text]) => plain(text).slice(0, commonStart),
	);
	return (z, visit) => {
		const text = plain(source.texts[z] ?? "");
		if (text.length < shortest || /\d/u.test(text)) return;
		for (const [e, other] of byStart.get(text.slice(0, commonStart)) ?? []) {
			const likeness = commonLetters(text, plain(other)) / Math.max(text.length, other.length);
			if (likeness >= leastLikeness) visit(e, likeness);
		}
	};
}

/** Without accents. */
function plain(text: string): string {
	return text.normalize("NFD").replaceAll(/\p{M}/gu, "");
}

function commonLetters(one: string, other: string): number {
	let row = new Uint8Array(other.length + 1);
	for (const letter of one) {
		const next = new Uint8Array(other.length + 1);
		for (let j = 1; j <= other.length; j += 1)
			next[j] = letter === other[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
		row = next;
	}
	return row[other.length] ?? 0;
}
