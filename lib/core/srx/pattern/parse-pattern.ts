import { escapedSet, readClass } from "./character-class.ts";
import { anyCharacter, characterSet, literal, notLineBreak, shorthands } from "./character-set.ts";
import { escapedCharacter, PatternSource } from "./pattern-source.ts";
import { PatternError, type PatternNode, type Place } from "./syntax-tree.ts";

/** UTF-16 units; the longest lists of abbreviations in rule files that are in use have a tenth of it. */
const longestPattern = 20_000;
/** Groups within groups. */
const deepest = 50;

interface Flags {
	readonly i: boolean;
	readonly m: boolean;
	readonly s: boolean;
}

/** Reads a regular expression of ICU or Java. Throws `PatternError` where it is none, or cannot be followed here. */
export function parsePattern(pattern: string): PatternNode {
	if (pattern.length > longestPattern) throw new PatternError("tooLong");
	const source = new PatternSource(pattern);
	const node = readChoice(source, { i: false, m: false, s: false }, 0);
	if (!source.done) throw new PatternError("unbalanced", ")");
	return node;
}

function readChoice(source: PatternSource, outer: Flags, depth: number): PatternNode {
	if (depth > deepest) throw new PatternError("tooDeep");
	const options: PatternNode[] = [];
	let parts: PatternNode[] = [];
	let flags = outer;
	while (!source.done && !source.looksAt(")")) {
		const changed = source.match(/\(\?([imsxuUdw]*)(?:-([imsxuUdw]+))?\)/y);
		if (changed !== null) {
			flags = changeFlags(flags, changed[1], changed[2]);
		} else if (source.take("|")) {
			options.push(sequence(parts));
			parts = [];
		} else {
			parts.push(...readTerm(source, flags, depth));
		}
	}
	options.push(sequence(parts));
	const [only] = options;
	return options.length === 1 && only !== undefined ? only : { kind: "choice", options };
}

function sequence(parts: readonly PatternNode[]): PatternNode {
	const [only] = parts;
	return parts.length === 1 && only !== undefined ? only : { kind: "sequence", parts };
}

/** `x` lets a pattern be laid out with white space; no rule file is known that does. */
function changeFlags(flags: Flags, on = "", off = ""): Flags {
	if (on.includes("x")) throw new PatternError("unknownGroup", `(?${on})`);
	const state = (name: "i" | "m" | "s") => (flags[name] || on.includes(name)) && !off.includes(name);
	return { i: state("i"), m: state("m"), s: state("s") };
}

/** One element with its repetition; `\Q…\E` may be several. */
function readTerm(source: PatternSource, flags: Flags, depth: number): readonly PatternNode[] {
	const begin = source.place;
	if (source.take("\\Q")) {
		const quoted = Array.from(source.until("\\E"), (each) => one(literal(each.codePointAt(0) ?? 0), flags));
		const last = quoted.pop();
		return last === undefined ? [] : [...quoted, repeated(source, last)];
	}
	if (source.match(/\(\?#[^)]*\)|\\E/y) !== null) return [];
	if (source.match(/[*+?]/y) !== null) throw new PatternError("nothingToRepeat", source.since(begin));
	return [repeated(source, readAtom(source, flags, depth))];
}

const quantifier = /(?:([*+?])|\{(\d+)(,?)(\d*)\})[?+]?/y;
const mostCopies = 1_000;

function repeated(source: PatternSource, node: PatternNode): PatternNode {
	let result = node;
	for (let found = source.match(quantifier); found !== null; found = source.match(quantifier)) {
		const [text, sign, from, comma, to] = found;
		const least = sign === undefined ? Number(from) : Number(sign === "+");
		const open = sign === undefined ? comma === "," && to === "" : sign !== "?";
		const most = open ? Number.POSITIVE_INFINITY : sign === "?" ? 1 : Number(to === "" ? from : to);
		if (most < least || least > mostCopies || (most > mostCopies && !open)) {
			throw new PatternError("badRepeat", text);
		}
		result = { kind: "repeat", node: result, least, most };
	}
	return result;
}

function readAtom(source: PatternSource, flags: Flags, depth: number): PatternNode {
	if (source.take("[")) return readClass(source, flags.i);
	if (source.take("(")) return readGroup(source, flags, depth);
	if (source.take(".")) return one(flags.s ? anyCharacter : notLineBreak, flags);
	if (source.take("^")) return { kind: "place", place: flags.m ? "lineStart" : "start" };
	if (source.take("$")) return { kind: "place", place: flags.m ? "lineEnd" : "last" };
	if (source.looksAt("\\")) return readEscape(source, flags);
	return one(literal(source.next()), flags);
}

const lookarounds = {
	"?=": { direction: "ahead", negative: false },
	"?!": { direction: "ahead", negative: true },
	"?<=": { direction: "behind", negative: false },
	"?<!": { direction: "behind", negative: true },
} as const;

function readGroup(source: PatternSource, flags: Flags, depth: number): PatternNode {
	for (const [sign, look] of Object.entries(lookarounds)) {
		if (source.take(sign)) return { kind: "look", ...look, node: readInside(source, flags, depth) };
	}
	if (source.match(/\?(?::|>|P?<[A-Za-z]\w*>)/y) !== null || !source.looksAt("?"))
		return readInside(source, flags, depth);
	const changed = source.match(/\?([imsxuUdw]*)(?:-([imsxuUdw]+))?:/y);
	if (changed === null) throw new PatternError("unknownGroup", `(${source.match(/\?.?/y)?.[0] ?? ""}`);
	return readInside(source, changeFlags(flags, changed[1], changed[2]), depth);
}

function readInside(source: PatternSource, flags: Flags, depth: number): PatternNode {
	const node = readChoice(source, flags, depth + 1);
	if (!source.take(")")) throw new PatternError("unbalanced", "(");
	return node;
}

const places: Readonly<Record<string, Place>> = {
	"\\b": "wordEdge",
	"\\B": "notWordEdge",
	"\\A": "start",
	"\\Z": "last",
	"\\z": "end",
};

function readEscape(source: PatternSource, flags: Flags): PatternNode {
	const place = places[source.match(/\\[bBAZz]/y)?.[0] ?? ""];
	if (place !== undefined) return { kind: "place", place };
	const set = escapedSet(source);
	if (set !== null) return one(set, flags);
	if (source.take("\\R")) return lineBreak;
	const reference = source.match(/\\(?:[1-9]\d*|k<[^>]*>)/y);
	if (reference !== null) throw new PatternError("backReference", reference[0]);
	source.take("\\");
	const character = source.done ? null : escapedCharacter(source);
	if (character === null)
		throw new PatternError("unknownEscape", `\\${source.done ? "" : String.fromCodePoint(source.next())}`);
	return one(literal(character), flags);
}

function one(source: string, { i }: Flags): PatternNode {
	return { kind: "set", set: characterSet(source.startsWith("[") ? source : `[${source}]`, i) };
}

const exact: Flags = { i: false, m: false, s: false };
const lineBreak: PatternNode = {
	kind: "choice",
	options: [
		{ kind: "sequence", parts: [one(literal(13), exact), one(literal(10), exact)] },
		one(shorthands["v"] ?? anyCharacter, exact),
	],
};
