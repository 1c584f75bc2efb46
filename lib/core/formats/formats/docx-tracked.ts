import type { Format } from "#lib/core/formats/contract.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { composeWord } from "#lib/core/formats/word/compose.ts";

/** The same with every change from the draft, or from another version, each with its author and date. */
export const docxTracked = {
	id: "docx-tracked",
	extension: "docx",
	suffix: ".tracked",
	mediaType: docx.mediaType,
	messageKey: "deliver.format.docx-tracked",
	needs: "draft",
	delivery: "download",
	options: ["from", "layout", "comments"],
	histories: true,
	write(article, capabilities) {
		const unknown = { author: capabilities.label("deliver.unknownAuthor"), at: capabilities.exportedAt };
		return capabilities.packWord(
			composeWord(article, { tracked: true, unknown, label: (key) => capabilities.label(key) }),
		);
	},
} as const satisfies Format;
