import type { Format } from "#lib/core/formats/contract.ts";
import { articleOf, type Deliverable } from "#lib/core/formats/deliverable.ts";
import { readText } from "#lib/core/formats/styled-text.ts";

/** Paragraphs separated by a blank line, so a break inside one never leaves a blank line. */
export function plainText(article: Deliverable): string {
	return articleOf(article)
		.map(
			({ text }) =>
				`${readText(text, article.codes)
					.replace(/\s*[\r\n\u2028\u2029]\s*/gu, "\n")
					.trim()}\n`,
		)
		.join("\n");
}

export const txt = {
	id: "txt",
	extension: "txt",
	suffix: "",
	mediaType: "text/plain; charset=utf-8",
	messageKey: "deliver.format.txt",
	needs: "target",
	delivery: "download",
	write: (article, capabilities) => capabilities.encodeText(plainText(article)),
} as const satisfies Format;
