import type { Format } from "#lib/core/formats/contract.ts";
import { articleOf } from "#lib/core/formats/deliverable.ts";
import { wordStyle } from "#lib/core/formats/word-style.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";

/** The target article as a clean Word document. */
export const docx = {
	id: "docx",
	extension: "docx",
	suffix: "",
	mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	messageKey: "deliver.format.docx",
	needs: "target",
	delivery: "download",
	write(article, capabilities) {
		return capabilities.packWord({
			title: replaceForbidden(article.title),
			language: article.targetLanguage,
			codes: article.codes ?? {},
			paragraphs: articleOf(article).map(({ kind, text }) => ({
				style: wordStyle(kind, text),
				runs: [{ text: replaceForbidden(text).replace(/\r\n?/g, "\n"), change: null }],
				mark: null,
			})),
		});
	},
} as const satisfies Format;
