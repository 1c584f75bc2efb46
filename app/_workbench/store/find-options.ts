import type { Side } from "#lib/core/document/model.ts";
import type { TextQuery } from "#lib/core/search/pattern.ts";

/** How a text is looked for. */
export interface FindOptions extends Omit<TextQuery, "text"> {
	/** On one side only; null: on both. */
	readonly side: Side | null;
}

export const anyhow: FindOptions = { regex: false, matchCase: false, wholeWord: false, side: null };

export function isSameWay(one: FindOptions, other: FindOptions): boolean {
	return lettersOf(one) === lettersOf(other);
}

/** The options as the address keeps them: a letter for each. */
export function lettersOf({ regex, matchCase, wholeWord, side }: FindOptions): string {
	return `${regex ? "r" : ""}${matchCase ? "c" : ""}${wholeWord ? "w" : ""}${side?.charAt(0) ?? ""}`;
}

export function optionsOf(letters: string): FindOptions {
	return {
		regex: letters.includes("r"),
		matchCase: letters.includes("c"),
		wholeWord: letters.includes("w"),
		side: letters.includes("s") ? "source" : letters.includes("t") ? "target" : null,
	};
}

/** As the API is asked. */
export function queryOf(text: string, { regex, matchCase, wholeWord, side }: FindOptions): string {
	const query = new URLSearchParams({ text });
	if (regex) query.set("regex", "1");
	if (matchCase) query.set("case", "1");
	if (wholeWord) query.set("word", "1");
	if (side) query.set("side", side);
	return query.toString();
}
