import { characterSet, isClass, literal, property, shorthands } from "./character-set.ts";
import { escapedCharacter, type PatternSource } from "./pattern-source.ts";
import { PatternError, type PatternNode } from "./syntax-tree.ts";

/** Sets within sets go no deeper. */
const deepest = 20;

/** `[…]` after its bracket, as ICU and Java write it: sets within sets, `&&`, `--`, `[:alpha:]`, `\p{…}`. */
export function readClass(source: PatternSource, ignoreCase: boolean): PatternNode {
	const begin = source.place;
	const text = classText(source, 0);
	if (!isClass(text)) throw new PatternError("badClass", source.since(begin - 1));
	return { kind: "set", set: characterSet(text, ignoreCase) };
}

/** The class as JavaScript's `v` mode writes it. */
function classText(source: PatternSource, depth: number): string {
	if (depth > deepest) throw new PatternError("tooDeep");
	const negated = source.take("^");
	let union = "";
	let before = "";
	// A bracket that closes at once is meant as itself
	if (source.take("]")) union += literal(0x5d);
	while (!source.take("]")) {
		if (source.done) throw new PatternError("unbalanced", "[");
		const operator = takeOperator(source, union);
		if (operator === null) {
			union += member(source, depth);
			continue;
		}
		before = before === "" ? `[${union}]${operator}` : `[${before}[${union}]]${operator}`;
		union = "";
	}
	return `[${negated ? "^" : ""}${before === "" ? union : `${before}[${union}]`}]`;
}

/** ICU also writes one sign between two sets: `[[a-z]-[aeiou]]`. */
function takeOperator(source: PatternSource, union: string): "&&" | "--" | null {
	if (source.take("&&")) return "&&";
	if (source.take("--")) return "--";
	if (!union.endsWith("]")) return null;
	if (source.looksAt("&[") && source.take("&")) return "&&";
	return source.looksAt("-[") && source.take("-") ? "--" : null;
}

function member(source: PatternSource, depth: number): string {
	const named = source.match(/\[:(\^?)([\w =]+):\]/y);
	if (named !== null) return namedSet(named[2] ?? "", named[1] === "^");
	if (source.take("[")) return classText(source, depth + 1);
	if (source.take("\\Q")) return Array.from(source.until("\\E"), (each) => literal(codeOf(each))).join("");
	const set = source.looksAt("\\") ? escapedSet(source) : null;
	if (set !== null) return set;
	const first = character(source);
	if (source.looksAt("-]") || source.looksAt("--") || source.looksAt("-[") || !source.take("-"))
		return literal(first);
	const last = character(source);
	if (last < first)
		throw new PatternError("badClass", `${String.fromCodePoint(first)}-${String.fromCodePoint(last)}`);
	return `${literal(first)}-${literal(last)}`;
}

function codeOf(character: string): number {
	return character.codePointAt(0) ?? 0;
}

function character(source: PatternSource): number {
	if (!source.take("\\")) return source.next();
	const escaped = escapedCharacter(source);
	if (escaped === null) throw new PatternError("unknownEscape", `\\${String.fromCodePoint(source.next())}`);
	return escaped;
}

/** `\d`, `\p{Lu}`, `\PL` with their backslash; null for any other escape. */
export function escapedSet(source: PatternSource): string | null {
	const shorthand = source.match(/\\([dDsSwWhHvV])/y)?.[1];
	if (shorthand !== undefined) return shorthands[shorthand] ?? null;
	const named = source.match(/\\([pP])(?:\{(\^?)([\w =]+)\}|([A-Z]))/y);
	if (named === null) return null;
	const [, letter, caret, name, short] = named;
	return namedSet(name ?? short ?? "", (letter === "P") !== (caret === "^"));
}

function namedSet(name: string, negated: boolean): string {
	const found = property(name.trim());
	if (found === null) throw new PatternError("unknownProperty", name);
	return negated ? `[^${found}]` : found;
}
