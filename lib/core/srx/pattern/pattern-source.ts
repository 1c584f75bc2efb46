import { PatternError } from "./syntax-tree.ts";

/** The text of a pattern, read from the left. */
export class PatternSource {
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	get done(): boolean {
		return this.at >= this.text.length;
	}

	get place(): number {
		return this.at;
	}

	/** From a place to here. */
	since(place: number): string {
		return this.text.slice(place, this.at);
	}

	looksAt(start: string): boolean {
		return this.text.startsWith(start, this.at);
	}

	/** Steps over `start` where it stands here. */
	take(start: string): boolean {
		if (!this.looksAt(start)) return false;
		this.at += start.length;
		return true;
	}

	/** Steps over what the sticky pattern matches here, which may be nothing. */
	match(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text);
		this.at += found?.[0].length ?? 0;
		return found;
	}

	/** The next character's code point. */
	next(): number {
		const codePoint = this.text.codePointAt(this.at);
		if (codePoint === undefined) throw new PatternError("unbalanced");
		this.at += codePoint > 0xffff ? 2 : 1;
		return codePoint;
	}

	/** What stands before `end`, and steps over both; the rest where there is no `end`. */
	until(end: string): string {
		const found = this.text.indexOf(end, this.at);
		const stop = found < 0 ? this.text.length : found;
		const between = this.text.slice(this.at, stop);
		this.at = found < 0 ? stop : stop + end.length;
		return between;
	}
}

const controls: Readonly<Record<string, number>> = { t: 9, n: 10, f: 12, r: 13, a: 7, e: 27 };
const hexadecimal = /x\{([0-9A-Fa-f]{1,6})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})/y;
const octal = /0([0-3]?[0-7]{1,2})/y;
const control = /c([@-_a-z])/y;

/** The character that an escape means, after its backslash; null where it is not of that kind. */
export function escapedCharacter(source: PatternSource): number | null {
	const hex = source.match(hexadecimal);
	if (hex !== null) {
		const codePoint = Number.parseInt(hex.slice(1).find((digits) => digits !== undefined) ?? "", 16);
		if (codePoint > 0x10ffff) throw new PatternError("unknownEscape", `\\${hex[0]}`);
		return codePoint;
	}
	const digits = source.match(octal)?.[1];
	if (digits !== undefined) return Number.parseInt(digits, 8);
	const letter = source.match(control)?.[1];
	if (letter !== undefined) return letter.toUpperCase().charCodeAt(0) ^ 64;
	const name = source.match(/[tnrfae]/y)?.[0];
	if (name !== undefined) return controls[name] ?? null;
	return source.looksAt("") && source.match(/(?![A-Za-z0-9])/y) !== null ? source.next() : null;
}
