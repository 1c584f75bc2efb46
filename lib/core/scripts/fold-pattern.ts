/** What a text must match to hold a folded query: for a database that cannot fold and looks first. */
import { foldText } from "./fold.ts";

/** Where characters live that fold to others; elsewhere each folds to itself. Code points, end exclusive. */
const ranges = [
	[0x20, 0xd800],
	[0xe000, 0x10000],
	[0x10000, 0x20000],
	[0x2f800, 0x2fa20],
] as const;

interface Unfolded {
	/** The characters that fold to one. */
	readonly single: ReadonlyMap<string, readonly string[]>;
	/** Characters that fold to several, with those. */
	readonly several: readonly (readonly [character: string, folded: string])[];
}

let known: Unfolded | null = null;

/** Takes some hundredths of a second, once. */
function unfolded(): Unfolded {
	if (known) return known;
	const single = new Map<string, string[]>();
	const several: [string, string][] = [];
	for (const [first, end] of ranges) {
		for (let code = first; code < end; code += 1) {
			const character = String.fromCodePoint(code);
			const folded = foldText(character);
			if (folded === character) continue;
			if ([...folded].length !== 1) several.push([character, folded]);
			else single.set(folded, [...(single.get(folded) ?? []), character]);
		}
	}
	known = { single, several };
	return known;
}

/**
 * A regular expression of classes and alternatives only, as PostgreSQL and JavaScript (with `u`) both read it. Every
 * text in which `findFolded` finds the query matches it; a few others do too.
 */
export function foldPattern(query: string): string {
	const { single, several } = unfolded();
	const characters = [...query];
	const asked = new Set(characters);
	const classes = characters.map((one) => classOf([one, ...(single.get(one) ?? [])]));
	const whole = several.flatMap(([character, folded]) =>
		[...folded].some((one) => asked.has(one)) ? [character] : [],
	);
	return whole.length > 0 ? `${classes.join("")}|${classOf(whole)}` : classes.join("");
}

/** In a class of either dialect only these four mean something. */
function classOf(characters: readonly string[]): string {
	const written = characters.map((one) => (/[\\\]^-]|\[/.test(one) ? `\\${one}` : one));
	return `[${written.join("")}]`;
}
