/** Which capitalised words and pairs of words recur in a document, and so are names that it knows how to write. */
import type { CheckedPassage } from "../contract.ts";
import { englishWords } from "./english-words.ts";
import { joined } from "./joined.ts";

/** One passage does not make a name known. */
const leastPassages = 2;
/** Shorter names are one letter apart from too much. */
export const shortestName = 4;

export function learnNames(passages: readonly CheckedPassage[]): string[] {
	const counts = new Map<string, number>();
	const inside = new Set<string>();
	const small = new Set<string>();
	for (const { target } of passages) {
		const here = new Set<string>();
		const words = englishWords(joined(target));
		for (const [at, word] of words.entries()) {
			const text = bareName(word.text);
			if (!word.capital) small.add(text.toLowerCase());
			else if (isName(text)) {
				here.add(text);
				if (!word.first) inside.add(text);
				const next = words[at + 1];
				if (next?.capital && !next.parted) {
					const pair = `${text} ${bareName(next.text)}`;
					here.add(pair);
					inside.add(pair);
				}
			}
		}
		for (const name of here) counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	return [...counts]
		.filter(([name, count]) => count >= leastPassages && inside.has(name) && !isSmall(name, small))
		.map(([name]) => name);
}

const isSmall = (name: string, small: ReadonlySet<string>) =>
	name.split(" ").some((word) => small.has(word.toLowerCase()));

/** With capitals in the middle or for all of it something else is meant: UNESCO, iPhone. */
const isName = (text: string) => text.length >= shortestName - 1 && /^\p{Lu}[\p{Ll}\p{M}]+$/u.test(text);

/** Without its ’s. */
export const bareName = (text: string): string => text.replace(/['’]s?$/iu, "");
