/** Words of an English text with what is left of them when inflection is taken off. */

/** Offsets are UTF-16 code units, end exclusive. */
export interface EnglishWord {
	readonly text: string;
	/** In small letters, singular and without endings of verbs: the same for the forms of most words. */
	readonly stem: string;
	readonly start: number;
	readonly end: number;
	/** Whether something stands between it and the word before that parts phrases. */
	readonly parted: boolean;
	readonly capital: boolean;
	/** Nothing of its sentence stands before it, so that its capital says nothing. */
	readonly first: boolean;
}

const word = /[\p{Script=Latin}\p{M}\p{N}]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu;

export function englishWords(text: string): EnglishWord[] {
	const found: EnglishWord[] = [];
	let before = 0;
	for (const match of text.matchAll(word)) {
		const start = match.index;
		const between = text.slice(before, start);
		found.push({
			text: match[0],
			stem: stemOf(match[0]),
			start,
			end: start + match[0].length,
			parted: found.length === 0 || !/^(?: |-|–| & )$/u.test(between),
			capital: /^\p{Lu}/u.test(match[0]),
			first: found.length === 0 || /[.!?:;…。“”"‘(\n]/u.test(between),
		});
		before = start + match[0].length;
	}
	return found;
}

const stems = new Map<string, string>();
/** More distinct words than texts have in practice, and few enough to keep. */
const mostStems = 50_000;

/** Words are few and come again and again. */
export function stemOf(text: string): string {
	const known = stems.get(text);
	if (known !== undefined) return known;
	const stem = withoutEnding(text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""));
	if (stems.size < mostStems) stems.set(text, stem);
	return stem;
}

/** They end in s and are no plurals of what is left without it, which is another word: news is nothing new. */
const noPlurals = new Set(["news", "goods", "means", "customs", "arms", "species", "series"]);

/** Crude on purpose: only the forms of one word must come out alike. */
function withoutEnding(lower: string): string {
	const bare = lower.replace(/['’].*$/u, "");
	if (bare.length < 4 || /\d/.test(bare) || noPlurals.has(bare)) return bare;
	if (bare.length > 4 && bare.endsWith("ies")) return `${bare.slice(0, -3)}y`;
	if (/(?:s|x|z|ch|sh)es$/.test(bare)) return bare.slice(0, -2).replace(/e$/, "");
	if (/[^su]s$/.test(bare)) return bare.slice(0, -1).replace(/e$/, "");
	if (bare.length > 5 && bare.endsWith("ing")) return undoubled(bare.slice(0, -3));
	if (bare.length > 4 && bare.endsWith("ed")) return undoubled(bare.slice(0, -2));
	return bare.replace(/e$/, "");
}

const undoubled = (stem: string) => stem.replace(/([bdgmnprt])\1$/, "$1");
