import type { Format } from "#lib/core/formats/contract.ts";
import { composeWord } from "#lib/core/formats/word/compose.ts";

/** The target article, or both sides in columns, as a clean Word document. */
export const docx = {
	id: "docx",
	extension: "docx",
	suffix: "",
	mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	messageKey: "deliver.format.docx",
	needs: "target",
	delivery: "download",
	options: ["layout", "comments"],
	write(article, capabilities) {
		const unknown = { author: capabilities.label("deliver.unknownAuthor"), at: capabilities.exportedAt };
		return capabilities.packWord(
			composeWord(article, { tracked: false, unknown, label: (key) => capabilities.label(key) }),
		);
	},
} as const satisfies Format;
