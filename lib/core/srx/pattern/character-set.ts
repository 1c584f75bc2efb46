/** A set of characters, asked by code point. */
export interface CharacterSet {
	has(codePoint: number): boolean;
}

const asciiSize = 128;
/** Rule files repeat the same few sets thousands of times. */
const known = new Map<string, CharacterSet>();
const mostKnown = 2_000;

/** `source` is a class of JavaScript's `v` mode: `[\p{Lu}--[A-Z]]`. Throws SyntaxError where it is none. */
export function characterSet(source: string, ignoreCase: boolean): CharacterSet {
	const key = `${ignoreCase ? "i" : ""}${source}`;
	let set = known.get(key);
	if (set === undefined) {
		set = makeSet(source, ignoreCase);
		if (known.size >= mostKnown) known.clear();
		known.set(key, set);
	}
	return set;
}

function makeSet(source: string, ignoreCase: boolean): CharacterSet {
	const pattern = new RegExp(`^${source}$`, ignoreCase ? "vi" : "v");
	const ascii = Array.from({ length: asciiSize }, (_, code) => pattern.test(String.fromCharCode(code)));
	return {
		has: (codePoint) => ascii[codePoint] ?? pattern.test(String.fromCodePoint(codePoint)),
	};
}

/** The one character, as it stands in a class. */
export function literal(codePoint: number): string {
	return `\\u{${codePoint.toString(16)}}`;
}

/** The shorthands as ICU has them: every script's letters and digits, not only ASCII's. */
export const shorthands: Readonly<Record<string, string>> = {
	d: "[\\p{Nd}]",
	D: "[^\\p{Nd}]",
	s: "[\\p{White_Space}]",
	S: "[^\\p{White_Space}]",
	w: "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}]",
	W: "[^\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}]",
	h: "[\\t\\p{Zs}]",
	H: "[^\\t\\p{Zs}]",
	v: "[\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]",
	V: "[^\\n\\v\\f\\r\\u{85}\\u{2028}\\u{2029}]",
};

export const anyCharacter = "[^]";
export const notLineBreak = "[^\\n\\r\\u{85}\\u{2028}\\u{2029}]";

const posix: Readonly<Record<string, string>> = {
	alpha: "[\\p{Alphabetic}]",
	digit: "[\\p{Nd}]",
	alnum: "[\\p{Alphabetic}\\p{Nd}]",
	upper: "[\\p{Uppercase}]",
	lower: "[\\p{Lowercase}]",
	punct: "[\\p{P}\\u{24}\\u{2b}\\u{3c}-\\u{3e}\\u{5e}\\u{60}\\u{7c}\\u{7e}]",
	space: "[\\p{White_Space}]",
	blank: "[\\t\\p{Zs}]",
	cntrl: "[\\p{Cc}]",
	graph: "[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]",
	print: "[^\\p{Cc}\\p{Cs}\\p{Cn}]",
	xdigit: "[0-9A-Fa-f]",
	word: "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]",
	javalowercase: "[\\p{Lowercase}]",
	javauppercase: "[\\p{Uppercase}]",
	javaletter: "[\\p{L}]",
};

/**
 * The class that `\p{NAME}` or `[:NAME:]` means in ICU or Java: a category, a script (`\p{Han}`, `\p{IsHan}`), a
 * property, or a POSIX name. Null for what is not known here, such as Java's blocks.
 */
export function property(name: string): string | null {
	const fixed = posix[name.toLowerCase()];
	if (fixed !== undefined) return fixed;
	const [, key, value = ""] = /^(?:(\w+)=)?(\w+)$/u.exec(name.replaceAll(" ", "_")) ?? [];
	if (key !== undefined) {
		const property = { gc: "gc", general_category: "gc", sc: "sc", script: "sc", scx: "scx" }[
			key.toLowerCase()
		];
		return property === undefined ? null : firstKnown([value], [`${property}=`]);
	}
	return firstKnown([value, value.replace(/^Is/u, "")], ["", "sc="]);
}

function firstKnown(names: readonly string[], prefixes: readonly string[]): string | null {
	for (const name of names) {
		for (const spelling of [name, titleCase(name)]) {
			for (const prefix of prefixes) {
				const source = `[\\p{${prefix}${spelling}}]`;
				if (spelling !== "" && isClass(source)) return source;
			}
		}
	}
	return null;
}

function titleCase(name: string): string {
	return name
		.split("_")
		.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
		.join("_");
}

export function isClass(source: string): boolean {
	try {
		new RegExp(source, "v");
		return true;
	} catch {
		return false;
	}
}
