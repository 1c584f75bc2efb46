/** What is wrong with a space, or without one, and what belongs there. */

export interface SpaceRule {
	readonly key: string;
	readonly pattern: RegExp;
	/** Replaces what the pattern found; null where nobody knows which of two marks was meant. */
	fix(found: string): string | null;
}

/** What ends in a dot within a sentence. */
const shortForm = String.raw`\b(?:etc|Inc|Co|Corp|Ltd|Jr|Sr|al|vol|No|i\.e|e\.g|a\.m|p\.m|\p{Lu}\.\p{Lu}|Ph\.D)\.`;
const trimmed = (found: string): string => found.trim();

/**
 * No pattern repeats a space before something that may be missing: a text of spaces only would cost the square of its
 * length. A run of spaces is therefore looked at from its first.
 */
export const spaceRules: readonly SpaceRule[] = [
	// More than one at the beginning is how a plain text indents a paragraph.
	{ key: "edge", pattern: /^\s(?=\S)|(?<!\s)\s+$/g, fix: () => "" },
	{ key: "tab", pattern: /(?<=\S)(?<!\s)[^\S\n\u3000]*[\t\n\r\v\f\u2028\u2029]\s*(?=\S)/g, fix: () => " " },
	{ key: "double", pattern: /(?<=\S) {2,}(?=\S)/g, fix: () => " " },
	// Not before dots that stand apart, a number without its zero, a name like .NET, or a face.
	{
		key: "before",
		pattern:
			/(?<=[\p{L}\p{N}%)\]”’"'])(?<!\s)[ \u00A0]+[,;:!?.](?![\p{L}\p{N}.)(\-DPp/*])(?! \.)(?=[\s”’")\]]|$)/gu,
		fix: trimmed,
	},
	{ key: "before", pattern: new RegExp(`(?<=${shortForm}) +[,;:!?](?=[\\s”’")\\]]|$)`, "gu"), fix: trimmed },
	{
		key: "marks",
		pattern: new RegExp(`(?<=\\p{L}[.!?])(?<!${shortForm}) +[,;:](?=\\s|$)`, "gu"),
		fix: () => null,
	},
	{
		key: "inside",
		pattern: /(?<=[([{])(?<!:[([]) +(?=[^\s)\]}])|(?<=[^\s:;=-]) +[)\]](?!\w)/g,
		fix: trimmed,
	},
	{ key: "apostrophe", pattern: /(?<=\p{L}) +['’](?:s|t|re|ve|ll)(?= \p{L})/gu, fix: trimmed },
	// Between letters only: numbers, times and addresses have their marks without a space.
	{
		key: "after",
		pattern: /(?<=\p{L}[\p{L}”’")\]])[,;!?](?=\p{L}{2}|[aAI][ ’'])/gu,
		fix: (found) => `${found} `,
	},
	{ key: "after", pattern: /(?<=\p{Ll}{3}|\d)[,;](?=\p{L}{2})/gu, fix: (found) => `${found} ` },
	{
		key: "after",
		pattern: /(?<=(?:^|[\s“"‘(—-])\p{L}\p{Ll}{1,24})[.:](?=\p{Lu}\p{Ll}|[AI][ ’'])/gu,
		fix: (found) => `${found} `,
	},
	{ key: "after", pattern: /(?<=\p{Ll}{3})\((?=\p{L}{4}|\d{4}\))/gu, fix: () => " (" },
	{ key: "after", pattern: /(?<=[\p{L}\p{N}])\)(?=\p{L}{2})/gu, fix: () => ") " },
	{
		key: "quote",
		pattern: /(?:(?<=[\s([])|(?<![\s\S]))“ +(?=\S)|(?<=\S) +”(?=[\s.,;:!?)]|$)/gu,
		fix: trimmed,
	},
	{ key: "quote", pattern: /(?<=[^\s"“]) "$/g, fix: trimmed },
];
