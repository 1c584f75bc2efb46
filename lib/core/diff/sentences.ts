import { isUnspaced } from "#lib/core/text/unspaced.ts";

/** A text of white space only is nothing to read or deliver. */
export function isBlank(text: string): boolean {
	return text.trim() === "";
}

/** What stands between two sentences of one paragraph. */
export function separatorBetween(left: string, right: string, language: string): string {
	if (isUnspaced(language) || left === "" || right === "") return "";
	return /\s$/u.test(left) || /^\s/u.test(right) ? "" : " ";
}

/** The sentences of a paragraph or passage as running text; blank ones are left out. */
export function joinSentences(texts: readonly string[], language: string): string {
	let joined = "";
	for (const text of texts) if (!isBlank(text)) joined += separatorBetween(joined, text, language) + text;
	return joined;
}
