import { buildLexicon } from "#lib/core/align/lexicon/build.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";

/**
 * A dictionary of these Chinese words, which knows these English nouns: those that mean the same in one text; and
 * these adjectives, each with its noun.
 */
export function dictionary(
	words: Readonly<Record<string, string>>,
	nouns: readonly string[] = [],
	adjectives: Readonly<Record<string, string>> = {},
): Lexicon {
	const meanings = nouns.map((text, at) => ({ offset: String(at).padStart(8, "0"), nouns: text.split(" ") }));
	const data = meanings.map(({ offset, nouns: same }) => {
		const count = same.length.toString(16).padStart(2, "0");
		return `${offset} 00 n ${count} ${same.map((noun) => `${noun} 0`).join(" ")} 000 | of a test`;
	});
	const index = meanings.flatMap(({ offset, nouns: same }) =>
		same.map((noun) => `${noun} n 1 0 1 0 ${offset}`),
	);
	const offsetOf = (noun: string) => meanings.find(({ nouns: same }) => same.includes(noun))?.offset;
	const belonging = Object.entries(adjectives).map(([adjective, noun], at) => {
		const offset = String(at).padStart(8, "1");
		const data = `${offset} 00 a 01 ${adjective} 0 001 + ${offsetOf(noun)} n 0101 | of a test`;
		return { data, index: `${adjective} a 1 1 + 1 0 ${offset}` };
	});
	return buildLexicon(
		{
			entries: Object.entries(words).map(([simplified, definition]) => ({
				traditional: simplified,
				simplified,
				pinyin: "",
				definitions: [definition],
			})),
			wordNet: [
				{ part: "noun", index: index.join("\n"), data: data.join("\n") },
				{
					part: "adjective",
					index: belonging.map((one) => one.index).join("\n"),
					data: belonging.map((one) => one.data).join("\n"),
				},
			],
			irregular: new Map(),
			frequencies: "",
		},
		"words of a test",
	);
}
