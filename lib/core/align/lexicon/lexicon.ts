/** What is known of one language pair: words of the source, their translations, and how words are cut and reduced. */
export interface Lexicon {
	/** BCP 47 primary subtags. */
	readonly source: string;
	readonly target: string;
	/** Names the dictionaries and the version of the table. */
	readonly name: string;
}
