import type { HiddenCharacters } from "./hidden-characters.ts";
import type { ReadUnit } from "./reader.ts";

/** Cheaper than the search itself; hardly any text has one. */
const mayBeHidden = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Counts what nobody sees in a text that stands in this line. */
export function seeText(hidden: HiddenCharacters, text: string, line: number): void {
	if (mayBeHidden.test(text)) hidden.see(text, line);
}

/** The same for all of a unit's texts. Their place is the unit's line. */
export function seeUnit(hidden: HiddenCharacters, { line, variants }: ReadUnit): void {
	for (const { segments } of variants) for (const { text } of segments) seeText(hidden, text, line);
}
