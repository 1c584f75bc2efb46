/** Pairs of texts of so many words, the same in every run. */

const scattered = (index: number, among: number) => Math.floor((Math.sin(index + 1) * 10_000) ** 2) % among;

export interface LongPair {
	readonly name: string;
	readonly before: string;
	readonly after: string;
}

/** `sentences` are real ones, to be corrected here and there. */
export function longPairs(words: number, sentences: readonly string[]): LongPair[] {
	const text = (word: (index: number) => string) =>
		Array.from({ length: words }, (_, index) => word(index)).join(" ");
	const article = sentences.join(" ").split(" ").slice(0, words);
	const shuffled = article
		.map((word, index) => ({ word, place: scattered(index, 1_000_000) }))
		.toSorted((a, b) => a.place - b.place)
		.map(({ word }) => word);
	const corrected = article.flatMap((word, index) => {
		const chance = scattered(index, 30);
		return chance === 0 ? [] : chance === 1 ? [word, "really"] : chance === 2 ? [`${word}s`] : [word];
	});
	const half = Math.floor(words / 2);
	return [
		{ name: "nothing shared", before: text((index) => `a${index}`), after: text((index) => `b${index}`) },
		{
			name: "every other word shared",
			before: text((index) => (index % 2 ? `w${index}` : `a${index}`)),
			after: text((index) => (index % 2 ? `w${index}` : `b${index}`)),
		},
		{ name: "reversed", before: text((index) => `w${index}`), after: text((index) => `w${words - index}`) },
		{
			name: "two words by chance",
			before: text((index) => `w${scattered(index, 2)}`),
			after: text((index) => `w${scattered(31 * index + 5, 2)}`),
		},
		{ name: "news, corrected in every tenth word", before: article.join(" "), after: corrected.join(" ") },
		{
			name: "news, its halves exchanged",
			before: article.join(" "),
			after: [...article.slice(half), ...article.slice(0, half)].join(" "),
		},
		{ name: "news, its words in another order", before: article.join(" "), after: shuffled.join(" ") },
	];
}
