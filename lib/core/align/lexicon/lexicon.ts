/**
 * What is known of one language pair. Words are numbered on each side; a row of a table belongs to the word of its
 * number.
 */
export interface Lexicon {
	/** BCP 47 primary subtags of the side with the dictionary's headwords and of the side with its glosses. */
	readonly headLanguage: string;
	readonly glossLanguage: string;
	/** Names the dictionaries and the version of the table. */
	readonly name: string;
	/** Whether an alignment's source is in the language of the glosses: the table serves both directions. */
	readonly reversed: boolean;
	readonly heads: HeadWords;
	readonly english: EnglishWords;
	/** Per head word the words of its glosses, each row adding up to 1. */
	readonly glosses: Table;
	/** Per gloss word the words near to it in meaning, each row adding up to 1 or empty. */
	readonly neighbours: Table;
}

export interface HeadWords {
	readonly numbers: ReadonlyMap<string, number>;
	readonly texts: readonly string[];
	/** Natural logarithm of the share of running words that each word has. */
	readonly logShares: Float32Array;
	/** Characters in the longest word that begins with a character. */
	readonly longest: ReadonlyMap<string, number>;
	/** Traditional character → simplified. */
	readonly simplified: ReadonlyMap<string, string>;
	/** Characters that no simplified head word has. */
	readonly onlyTraditional: ReadonlySet<string>;
	/** Readings of a character in pinyin without tones, for names. */
	readonly readings: ReadonlyMap<string, readonly string[]>;
}

export interface EnglishWords {
	readonly numbers: ReadonlyMap<string, number>;
	readonly texts: readonly string[];
	/** Natural logarithm of the share of running words that each word has. */
	readonly logShares: Float32Array;
	/** Which parts of speech a word can be: the sum of `partOfSpeech`'s numbers. */
	readonly partsOfSpeech: Uint8Array;
	/** Irregular form → base form. */
	readonly irregular: ReadonlyMap<string, string>;
}

export const partOfSpeech = { noun: 1, verb: 2, adjective: 4, adverb: 8 } as const;

/** Rows of (word, weight): row r is at `starts[r]` up to but not including `starts[r + 1]`. */
export interface Table {
	readonly starts: Uint32Array;
	readonly words: Uint32Array;
	readonly weights: Float32Array;
}
