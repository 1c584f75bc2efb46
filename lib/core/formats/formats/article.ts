import type { Format } from "#lib/core/formats/contract.ts";
import { articleOf, type Deliverable, type TextParagraph } from "#lib/core/formats/deliverable.ts";
import { styledHtml } from "#lib/core/formats/styled-text.ts";
import { escapeAttribute } from "#lib/core/xml/escape.ts";

const elements = {
	title: "h1",
	meta: "p",
	heading: "h2",
	body: "p",
	caption: "figcaption",
	item: "li",
	cell: "p",
	footnote: "p",
} as const satisfies Record<TextParagraph["kind"], string>;

/** A fragment for a content system's editor: structure only, no classes or styles to strip. */
export function articleHtml(article: Deliverable): string {
	const parts: string[] = [];
	let list = false;
	for (const { kind, text } of articleOf(article)) {
		if (list !== (kind === "item")) parts.push(list ? "</ul>" : "<ul>");
		list = kind === "item";
		const body = `<${elements[kind]}>${styledHtml(text, article.codes).replace(/(?:&#13;)?\n|&#13;/g, "<br>")}</${elements[kind]}>`;
		parts.push(kind === "caption" ? `<figure>${body}</figure>` : body);
	}
	if (list) parts.push("</ul>");
	return `<div lang="${escapeAttribute(article.targetLanguage)}">\n${parts.join("\n")}\n</div>\n`;
}

/** "Copy article": the rich half; the plain half beside it on the clipboard is the `txt` format. */
export const article = {
	id: "article",
	extension: "html",
	suffix: ".article",
	mediaType: "text/html; charset=utf-8",
	messageKey: "deliver.format.article",
	needs: "target",
	delivery: "clipboard",
	write: (deliverable, capabilities) => capabilities.encodeText(articleHtml(deliverable)),
} as const satisfies Format;
