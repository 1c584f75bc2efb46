/** What stands around a place in a text, for lists of places: whole words, and three dots where the text goes on. */

const latinWordAtEnd = /[\p{Script=Latin}\p{N}]{1,20}$/u;
const latinWordAtStart = /^[\p{Script=Latin}\p{N}]{1,20}/u;

/** About so many UTF-16 code units before a place. */
export function textBefore(text: string, at: number, units: number): string {
	const from = Math.max(0, at - units);
	const begun = latinWordAtEnd.exec(text.slice(0, from))?.[0].length ?? 0;
	const shown = wellFormed(text.slice(from - begun, at));
	return shown.length < at ? `…${shown}` : shown;
}

/** About so many UTF-16 code units from a place on. */
export function textBehind(text: string, at: number, units: number): string {
	const to = at + units;
	const rest = latinWordAtStart.exec(text.slice(to))?.[0].length ?? 0;
	const shown = wellFormed(text.slice(at, to + rest));
	return at + shown.length < text.length ? `${shown}…` : shown;
}

const halves = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** Without the half of a character at an end. */
const wellFormed = (text: string) => text.replace(halves, "");
