/** A regular expression that somebody typed. RE2 runs it: nothing of it ever reaches the language's own engine. */
import { RE2JS, RE2JSException, RE2JSSyntaxException } from "re2js";
import type { Match } from "../scripts/fold.ts";
import type { Pattern, PatternProblem, TextQuery } from "./pattern.ts";
import { expandReplacement, replacementParts } from "./replacement.ts";
import { isWholeWord } from "./whole-word.ts";

/** Most matches of an expression in one text. Each may need a look at all that is left of it. */
export const mostMatches = 2_000;

export function compileRegex({ text: source, matchCase, wholeWord }: TextQuery): Pattern | PatternProblem {
	const compiled = compile(source, matchCase);
	if (!(compiled instanceof RE2JS)) return compiled;
	return {
		find: (text) => findAll(compiled, text, wholeWord),
		replace: (text, match, replacement) => replaceOne(compiled, text, match, replacement),
		problemIn: (replacement) => unknownGroup(compiled, replacement),
	};
}

function compile(source: string, matchCase: boolean): RE2JS | PatternProblem {
	try {
		return RE2JS.compile(source, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
	} catch (error) {
		if (error instanceof RE2JSSyntaxException) return syntaxProblem(source, error);
		if (error instanceof RE2JSException) return { problem: "tooComplex", values: {} };
		throw error;
	}
}

function findAll(pattern: RE2JS, text: string, wholeWord: boolean): Match[] {
	const matcher = pattern.matcher(text);
	const found: Match[] = [];
	while (found.length < mostMatches && matcher.find()) {
		const match = { start: matcher.start(), end: matcher.end() };
		if (match.end > match.start && (!wholeWord || isWholeWord(text, match))) found.push(match);
	}
	return found;
}

function replaceOne(pattern: RE2JS, text: string, match: Match, replacement: string): string {
	const matcher = pattern.matcher(text);
	if (!matcher.find(match.start) || matcher.start() !== match.start || matcher.end() !== match.end)
		return text.slice(match.start, match.end);
	return expandReplacement(replacement, matcher.groupCount(), (name) => group(matcher, name));
}

/** Null: the expression has no such group. A group that took no part is empty. */
function group(matcher: ReturnType<RE2JS["matcher"]>, name: number | string): string | null {
	const known = typeof name === "number" ? name <= matcher.groupCount() : name in matcher.namedGroups;
	return known ? (matcher.group(name) ?? "") : null;
}

function unknownGroup(pattern: RE2JS, replacement: string): PatternProblem | null {
	const groups = pattern.groupCount();
	const names = pattern.namedGroups();
	for (const part of replacementParts(replacement, groups)) {
		if (part.kind === "number" && part.number > groups)
			return { problem: "noGroup", values: { group: part.written, groups } };
		if (part.kind === "name" && !(part.name in names))
			return { problem: "noNamedGroup", values: { group: part.name } };
	}
	return null;
}

/** The library's own words for what is wrong, each with ours. */
const problems: Readonly<Record<string, string>> = {
	"missing closing )": "parenthesisOpen",
	"unexpected )": "parenthesisClosed",
	"missing closing ]": "bracketOpen",
	"invalid character class": "characterClass",
	"invalid character class range": "characterClass",
	"invalid repeat count": "repeatCount",
	"missing argument to repetition operator": "nothingToRepeat",
	"invalid nested repetition operator": "repeatedRepeat",
	"invalid named capture": "groupName",
	"duplicate capture group name": "groupTwice",
	"invalid escape sequence": "escape",
	"trailing backslash at end of expression": "backslash",
	"invalid or unsupported Perl syntax": "unsupported",
};

function syntaxProblem(source: string, error: RE2JSSyntaxException): PatternProblem {
	const kind = error.getDescription();
	const what = (error.getPattern() ?? "").replace(/^\(\?i\)/, "");
	const backReference = /^\\[1-9]/.test(what);
	const lookbehind = what.startsWith("(?<=") || what.startsWith("(?<!");
	const known = backReference ? "backReference" : (problems[kind] ?? "notValid");
	const problem = lookbehind ? "unsupported" : known;
	const odd = oddParenthesis(source);
	if (problem.startsWith("parenthesis") && odd !== null) return { problem, values: { column: odd + 1 } };
	const shown = lookbehind ? what.slice(0, 4) : what;
	const at = what === "" ? source.length - 1 : source.lastIndexOf(what);
	return { problem, values: { what: shown, column: Math.max(0, at) + 1 } };
}

/** Where the parenthesis is that has no other. */
function oddParenthesis(source: string): number | null {
	const open: number[] = [];
	let inClass = false;
	for (let i = 0; i < source.length; i += 1) {
		const sign = source.charAt(i);
		if (sign === "\\") i += 1;
		else if (inClass) inClass = sign !== "]";
		else if (sign === "[") {
			inClass = true;
			if (source.charAt(i + 1) === "^") i += 1;
			if (source.charAt(i + 1) === "]") i += 1;
		} else if (sign === "(") open.push(i);
		else if (sign === ")" && open.pop() === undefined) return i;
	}
	return open.at(-1) ?? null;
}
