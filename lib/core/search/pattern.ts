/**
 * What somebody looks for in texts, literal or as a regular expression. Literal queries are found in either script
 * and width, and in any case unless asked otherwise. Regular expressions are RE2's: they take time proportional to
 * the text whatever they are, and have no lookaround and no back-references.
 */
import { findFolded, foldText, type Match } from "../scripts/fold.ts";
import { throughMarks } from "./marks.ts";
import { compileRegex } from "./regex.ts";
import { isWholeWord } from "./whole-word.ts";

export interface TextQuery {
	readonly text: string;
	readonly regex: boolean;
	readonly matchCase: boolean;
	readonly wholeWord: boolean;
}

export interface Pattern {
	/**
	 * Left to right, without overlaps and never empty; offsets in UTF-16 code units, end exclusive. Inline codes part
	 * nothing: a match may hold some, and never begins or ends with one.
	 */
	find(text: string): Match[];
	/** What comes in the place of one match that `find` gave of this text. */
	replace(text: string, match: Match, replacement: string): string;
	/** What is wrong with a replacement: it names a group that the expression does not have. */
	problemIn(replacement: string): PatternProblem | null;
}

/** Names a sentence in the catalogue `search`. */
export interface PatternProblem {
	readonly problem: string;
	readonly values: Readonly<Record<string, string | number>>;
}

/** Longest query, in UTF-16 code units. */
export const longestQuery = 500;

export function compilePattern(query: TextQuery): Pattern | PatternProblem {
	if (query.text === "") return { problem: "empty", values: {} };
	if (query.text.length > longestQuery) return { problem: "tooLong", values: { most: longestQuery } };
	const pattern = query.regex ? compileRegex(query) : literal(query);
	return isProblem(pattern) ? pattern : throughMarks(pattern);
}

export function isProblem(pattern: Pattern | PatternProblem): pattern is PatternProblem {
	return "problem" in pattern;
}

function literal({ text: query, matchCase, wholeWord }: TextQuery): Pattern {
	const folded = foldText(query);
	const casing = casesOf(query);
	return {
		find: (text) =>
			findFolded(
				text,
				folded,
				Number.POSITIVE_INFINITY,
				(match) =>
					(!matchCase || casesOf(text.slice(match.start, match.end)) === casing) &&
					(!wholeWord || isWholeWord(text, match)),
			),
		replace: (_text, _match, replacement) => replacement,
		problemIn: () => null,
	};
}

/** The letters of a text that have a case, as they are written: texts that fold to the same differ in these only. */
function casesOf(text: string): string {
	const plain = text.normalize("NFKC");
	return [...plain].filter((one) => one.toLowerCase() !== one.toUpperCase()).join("");
}
