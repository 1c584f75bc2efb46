/** Words, figures and signs of an English text, with their places. */

export interface Token {
	readonly start: number;
	readonly end: number;
	readonly text: string;
	/** In small letters. */
	readonly lower: string;
	/** Null of what is no figure. */
	readonly figure: number | null;
}

const pattern =
	/\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|U\.S\.(?!\p{L})|[\p{L}]+(?:['’][\p{L}]+)?|[^\s\p{L}\d]/gu;

/** Full-width figures count as others. */
export function tokensOf(text: string): Token[] {
	const tokens: Token[] = [];
	const plain = text.replace(/[０-９％]/gu, (character) => character.normalize("NFKC"));
	for (const match of plain.matchAll(pattern)) {
		const [written] = match;
		const figure = /^\d/u.test(written) ? Number(written.replaceAll(",", "")) : null;
		tokens.push({
			start: match.index,
			end: match.index + written.length,
			text: written,
			lower: figure === null ? written.toLowerCase().replace(/^u\.s\.$/u, "us") : written,
			figure: figure === null || Number.isNaN(figure) ? null : figure,
		});
	}
	return tokens;
}
