/** A bracketed or quoted stretch: offsets of its opening and closing mark. */
export interface Pair {
	readonly open: number;
	readonly close: number;
}

const closing: Readonly<Record<string, string>> = {
	"(": ")",
	"（": "）",
	"[": "]",
	"【": "】",
	"〔": "〕",
	"《": "》",
	"〈": "〉",
	"“": "”",
	"‘": "’",
	"「": "」",
	"『": "』",
};
const closers = new Set(Object.values(closing));

/** Marks that find their other half, in order of closing; strays (an apostrophe, "1)") are passed over. */
export function findPairs(text: string): Pair[] {
	const pairs: Pair[] = [];
	const waiting: { mark: string; open: number }[] = [];
	for (let index = 0; index < text.length; index += 1) {
		const mark = text[index] ?? "";
		if (closing[mark] !== undefined) {
			waiting.push({ mark, open: index });
		} else if (closers.has(mark)) {
			const depth = waiting.findLastIndex((candidate) => closing[candidate.mark] === mark);
			const opener = waiting[depth];
			if (opener === undefined) continue;
			waiting.length = depth;
			pairs.push({ open: opener.open, close: index });
		}
	}
	return pairs;
}

/** A longer parenthesis than this, in UTF-16 units, is cut into its sentences. */
const longestParenthesis = 300;

/**
 * Tells of an offset whether a round bracket or book title keeps its surroundings in one piece there: the full stop in
 * (see p. 5. It …) or 《怎么办？》 ends no sentence, and neither does a closing bracket that opened after the sentence
 * began. To be asked with ascending offsets.
 */
export function keptTogether(
	text: string,
	pairs: readonly Pair[],
): (offset: number, sentenceStart: number) => boolean {
	const brackets = outermost(
		pairs.filter(
			({ open, close }) => !/[“‘「『[]/u.test(text[open] ?? "") && close - open <= longestParenthesis,
		),
	);
	let next = 0;
	return (offset, sentenceStart) => {
		while ((brackets[next]?.close ?? offset) < offset) next += 1;
		const bracket = brackets[next];
		if (bracket === undefined || offset <= bracket.open) return false;
		return offset < bracket.close || bracket.open > sentenceStart;
	};
}

function outermost(pairs: readonly Pair[]): Pair[] {
	const outer: Pair[] = [];
	for (const pair of [...pairs].sort((a, b) => a.open - b.open)) {
		if (pair.open > (outer.at(-1)?.close ?? -1)) outer.push(pair);
	}
	return outer;
}
