import { joinSentences } from "#lib/core/diff/sentences.ts";
import type { Format } from "#lib/core/formats/contract.ts";
import { readText } from "#lib/core/formats/styled-text.ts";

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** Backslash, tab, line feed and carriage return as \\ \t \n \r: a field never breaks a line, and nothing is lost. */
export function escapeField(text: string): string {
	return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

/**
 * Source TAB target, one passage a line, no heading, UTF-8 without a mark; a missing side is an empty field.
 * Data for tools: a leading = + - @ stays as it is, since neutralising it would change the text. Spreadsheets
 * that run formulas should be told to import both columns as text.
 */
export const tsv = {
	id: "tsv",
	extension: "tsv",
	suffix: "",
	mediaType: "text/tab-separated-values; charset=utf-8",
	messageKey: "deliver.format.tsv",
	needs: "both-sides",
	delivery: "download",
	write(article, capabilities) {
		const lines = article.passages.map((passage) => {
			const source = passage.source.map(({ text }) => readText(text, article.codes));
			const target = passage.target.map(({ text }) => readText(text, article.codes));
			return `${escapeField(joinSentences(source, article.sourceLanguage))}\t${escapeField(joinSentences(target, article.targetLanguage))}\n`;
		});
		return capabilities.encodeText(lines.join(""));
	},
} as const satisfies Format;
