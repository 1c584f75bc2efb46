import type { HiddenCharacters } from "./hidden-characters.ts";
import type { ReadUnit } from "./reader.ts";

/** Cheaper than the search itself; hardly any text has one. */
const mayBeHidden = /[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;

/** Counts what nobody sees in a unit's texts. Their place is the unit's line. */
export function seeUnit(hidden: HiddenCharacters, { line, variants }: ReadUnit): void {
	for (const { segments } of variants)
		for (const { text } of segments) if (mayBeHidden.test(text)) hidden.see(text, line);
}
