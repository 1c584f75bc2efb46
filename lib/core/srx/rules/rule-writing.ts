import type { SrxRule } from "../document.ts";

/** No break between what the two patterns match. */
export function keep(before: string, after: string): SrxRule {
	return { breaks: false, before, after };
}

export function breakAt(before: string, after: string): SrxRule {
	return { breaks: true, before, after };
}

/** Words in lower case as a choice that also knows them with a capital, and in capitals: `[Nn]o|NO`. */
export function anyCase(words: string): string {
	return words
		.split(" ")
		.map((word) => {
			const pattern = word.replaceAll(".", "\\.");
			const [first = ""] = word;
			const capital = first.toUpperCase();
			if (capital === first) return pattern;
			const upper = word.length > 1 && !word.includes(".") ? `|${word.toUpperCase()}` : "";
			return `[${capital}${first}]${pattern.slice(1)}${upper}`;
		})
		.join("|");
}

/** Words in lower case as a choice of them with a capital. */
export function capitalised(words: string): string {
	return words
		.split(" ")
		.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
		.join("|");
}

/** Where a word begins. */
export const wordStart = "(?:^|[\\s(\\[\"'“‘«—–/-])";
