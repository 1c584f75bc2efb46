/** The words by which the right character is chosen. About a megabyte, so it is loaded where it is asked for. */
import { characterMap, entriesOf, mapCharacters } from "./dictionary.ts";

/** A word of the simplified text that was matched, with its traditional writing. */
export interface MatchedWord {
	readonly start: number;
	readonly end: number;
	/** As long as the word. */
	readonly traditional: string;
}

/** What a word says of one character in it. */
export interface Chosen {
	readonly character: string;
	readonly word: MatchedWord;
}

export class ScriptLexicon {
	/** Simplified words whose traditional writing is not the sum of their characters' usual ones, or may look so. */
	readonly #words: ReadonlyMap<string, string>;
	/** Traditional words that keep in simplified text a character which is usually replaced there (乾坤). */
	readonly #kept: ReadonlyMap<string, string>;
	readonly #usual: ReadonlyMap<string, string>;
	readonly #simplified: ReadonlyMap<string, string>;
	readonly #regional: Record<"tw" | "hk", ReadonlyMap<string, string>>;
	/** Characters that some word writes the same way in traditional text: 后, 里, 干. */
	readonly #shared = new Set<string>();
	readonly #simplifiedOnly = new Map<string, boolean>();
	/** The longest word that begins, or ends, with two characters: most begin none. */
	readonly #longestFrom = new Map<string, number>();
	readonly #longestTo = new Map<string, number>();

	constructor(dictionaries: {
		readonly words: readonly string[];
		readonly kept: string;
		readonly usual: string;
		readonly simplified: string;
		readonly tw: string;
		readonly hk: string;
	}) {
		const words = new Map<string, string>();
		for (const dictionary of dictionaries.words) {
			for (const [word, traditional] of entriesOf(dictionary)) {
				if (word.length < 2 || word.length !== traditional.length) continue;
				words.set(word, traditional);
				raise(this.#longestFrom, word.slice(0, 2), word.length);
				raise(this.#longestTo, word.slice(-2), word.length);
				for (let i = 0; i < word.length; i += 1)
					if (word[i] === traditional[i]) this.#shared.add(word.charAt(i));
			}
		}
		this.#words = words;
		this.#kept = new Map(entriesOf(dictionaries.kept));
		this.#usual = characterMap(dictionaries.usual);
		this.#simplified = characterMap(dictionaries.simplified);
		this.#regional = { tw: characterMap(dictionaries.tw), hk: characterMap(dictionaries.hk) };
	}

	/** Character by character, as long as the text. */
	simplify(text: string): string {
		return mapCharacters(text, this.#simplified);
	}

	/** The usual traditional form of a simplified character. */
	usual(character: string): string {
		return this.#usual.get(character) ?? character;
	}

	/** A region's form of a traditional character. */
	inRegion(character: string, region: "tw" | "hk"): string {
		return this.#regional[region].get(character) ?? character;
	}

	/** Written in simplified text only: traditional text always has another character for it. */
	isSimplifiedOnly(character: string): boolean {
		const known = this.#simplifiedOnly.get(character);
		if (known !== undefined) return known;
		const only = this.#hasOther(character);
		this.#simplifiedOnly.set(character, only);
		return only;
	}

	#hasOther(character: string): boolean {
		const usual = this.#usual.get(character);
		return (
			usual !== undefined &&
			!this.#shared.has(character) &&
			this.inRegion(usual, "tw") !== character &&
			this.inRegion(usual, "hk") !== character
		);
	}

	/** Whether a traditional word may stand so in simplified text. */
	isKept(word: string): boolean {
		return this.#kept.get(word) === word;
	}

	/**
	 * For each unit of a simplified text the traditional character that its word is written with; undefined where no
	 * word holds it, or where cutting the text from the left and from the right leads to different characters.
	 */
	chosenIn(text: string): (Chosen | undefined)[] {
		const backward = spread(this.#fromRight(text), text.length);
		return spread(this.#fromLeft(text), text.length).map((word, i) => {
			const other = backward[i];
			if (!word || !other || characterAt(word, i) !== characterAt(other, i)) return undefined;
			// Cutting from the right errs less in Chinese, but for particles that it takes for ends of words.
			const better = particle.test(text.charAt(other.end - 1)) ? word : other;
			return { character: characterAt(word, i), word: better };
		});
	}

	/** The shortest word inside a word that chooses the same character: 系统 of 灌溉系统. */
	shortest(text: string, word: MatchedWord, at: number): MatchedWord {
		for (let length = 2; length < word.end - word.start; length += 1) {
			for (let start = Math.max(word.start, at - length + 1); start <= at; start += 1) {
				const end = start + length;
				const traditional = end <= word.end ? this.#words.get(text.slice(start, end)) : undefined;
				if (traditional?.charAt(at - start) === characterAt(word, at)) return { start, end, traditional };
			}
		}
		return word;
	}

	#fromLeft(text: string): MatchedWord[] {
		const found: MatchedWord[] = [];
		for (let start = 0; start < text.length; ) {
			let next = start + 1;
			const longest = this.#longestFrom.get(text.slice(start, start + 2)) ?? 1;
			for (let end = Math.min(text.length, start + longest); end > start + 1; end -= 1) {
				const traditional = this.#words.get(text.slice(start, end));
				if (traditional === undefined) continue;
				found.push({ start, end, traditional });
				next = end;
				break;
			}
			start = next;
		}
		return found;
	}

	#fromRight(text: string): MatchedWord[] {
		const found: MatchedWord[] = [];
		for (let end = text.length; end > 0; ) {
			let next = end - 1;
			const longest = this.#longestTo.get(text.slice(Math.max(0, end - 2), end)) ?? 1;
			for (let start = Math.max(0, end - longest); start < end - 1; start += 1) {
				const traditional = this.#words.get(text.slice(start, end));
				if (traditional === undefined) continue;
				found.push({ start, end, traditional });
				next = start;
				break;
			}
			end = next;
		}
		return found;
	}
}

const particle = /[了着过的得]/u;

function raise(longest: Map<string, number>, characters: string, length: number): void {
	longest.set(characters, Math.max(longest.get(characters) ?? 1, length));
}

const characterAt = ({ traditional, start }: MatchedWord, at: number) => traditional.charAt(at - start);

/** The word that holds each unit. */
function spread(words: readonly MatchedWord[], length: number): (MatchedWord | undefined)[] {
	const at = new Array<MatchedWord | undefined>(length).fill(undefined);
	for (const word of words) for (let i = word.start; i < word.end; i += 1) at[i] = word;
	return at;
}

let loading: Promise<ScriptLexicon> | null = null;

/** The same lexicon for everybody who asks. */
export function loadScriptLexicon(): Promise<ScriptLexicon> {
	loading ??= build();
	return loading;
}

async function build(): Promise<ScriptLexicon> {
	const [words, regional, kept, usual, simplified, tw, hk] = await Promise.all([
		import("opencc-js/dict/STPhrases"),
		import("opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases"),
		import("opencc-js/dict/TSPhrases"),
		import("opencc-js/dict/STCharacters"),
		import("opencc-js/dict/TSCharacters"),
		import("opencc-js/dict/TWVariants"),
		import("opencc-js/dict/HKVariants"),
	]);
	return new ScriptLexicon({
		words: [words.default, regional.default],
		kept: kept.default,
		usual: usual.default,
		simplified: simplified.default,
		tw: tw.default,
		hk: hk.default,
	});
}
