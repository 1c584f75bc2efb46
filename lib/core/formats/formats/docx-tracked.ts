import type { Format } from "#lib/core/formats/contract.ts";
import { headOf, paragraphsOf } from "#lib/core/formats/deliverable.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { trackedParagraphs } from "#lib/core/formats/tracked.ts";
import { wordStyle } from "#lib/core/formats/word-style.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";

/** The target article with every change from the draft to now, each with its author and date. */
export const docxTracked = {
	id: "docx-tracked",
	extension: "docx",
	suffix: ".tracked",
	mediaType: docx.mediaType,
	messageKey: "deliver.format.docx-tracked",
	needs: "draft",
	delivery: "download",
	write(article, capabilities) {
		const head = headOf(article).map(({ kind, text }) => ({
			style: wordStyle(kind, text),
			runs: [{ text: replaceForbidden(text), change: null }],
			mark: null,
		}));
		const unknown = { author: capabilities.label("deliver.unknownAuthor"), at: capabilities.exportedAt };
		return capabilities.packWord({
			title: replaceForbidden(article.title),
			language: article.targetLanguage,
			codes: article.codes ?? {},
			paragraphs: [
				...head,
				...trackedParagraphs(paragraphsOf(article, "target"), article.targetLanguage, unknown),
			],
		});
	},
} as const satisfies Format;
