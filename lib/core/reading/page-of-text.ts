import { markCharacters } from "../formats/marked-text.ts";
import { type ClassifiedPage, classifyPage, type LearnedRules } from "../furniture/classify-page.ts";
import { type ParagraphMode, readParagraphs } from "../text/paragraphs.ts";

/** What pasted text is, line by line or paragraph by paragraph. */
export function pageOfText(
	text: string,
	{
		paragraphs,
		language,
		learned,
	}: {
		readonly paragraphs: ParagraphMode;
		/** BCP 47. */
		readonly language: string;
		readonly learned?: LearnedRules | undefined;
	},
): ClassifiedPage {
	const lines = readParagraphs(text, paragraphs).map(({ line, text }) => ({ line, ...markCharacters(text) }));
	return classifyPage(lines, { language, ...(learned ? { learned } : {}) });
}
