import { isBlank, separatorBetween } from "#lib/core/diff/sentences.ts";
import type { Format, FormatCapabilities } from "#lib/core/formats/contract.ts";
import {
	type Deliverable,
	type DeliverPassage,
	type DeliverSegment,
	dateLine,
} from "#lib/core/formats/deliverable.ts";
import { type Codes, styledHtml } from "#lib/core/formats/styled-text.ts";
import { tableStyle } from "#lib/core/formats/table-style.ts";
import { escapeAttribute, escapeText } from "#lib/core/xml/escape.ts";

/** Both texts side by side on one self-contained page, for reading, printing and signing off. */
export const html = {
	id: "html",
	extension: "html",
	suffix: ".bilingual",
	mediaType: "text/html; charset=utf-8",
	messageKey: "deliver.format.html",
	needs: "both-sides",
	delivery: "download",
	write: (article, capabilities) => capabilities.encodeText(page(article, capabilities)),
} as const satisfies Format;

function page(article: Deliverable, capabilities: FormatCapabilities): string {
	const label = (key: string) => escapeText(capabilities.label(key));
	const language = escapeAttribute(article.targetLanguage);
	const line = dateLine(article, article.targetLanguage);
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${description(article)}<title>${escapeText(article.title)}</title>
<style>${tableStyle}</style>
</head>
<body>
<header>
<h1>${escapeText(article.title)}</h1>
${line === "" ? "" : `<p>${escapeText(line)}</p>\n`}<p class="legend"><span>■ ${label("deliver.table.reviewed")}</span> <span>□ ${label("deliver.table.unreviewed")}</span></p>
</header>
<table>
<thead><tr><th scope="col" class="number">${label("deliver.table.number")}</th><th scope="col">${label("deliver.table.source")}</th><th scope="col">${label("deliver.table.target")}</th></tr></thead>
<tbody>
${article.passages.map((passage) => row(passage, article, capabilities)).join("\n")}
</tbody>
</table>
</body>
</html>
`;
}

/** What the page says of the article, for programs that read it. */
function description({ publishedOn, publisher, byline }: Deliverable): string {
	const said = { "dcterms.date": publishedOn, "dcterms.publisher": publisher, author: byline };
	return Object.entries(said)
		.flatMap(([name, content]) =>
			content === null || isBlank(content)
				? []
				: [`<meta name="${name}" content="${escapeAttribute(content)}">\n`],
		)
		.join("");
}

function row(passage: DeliverPassage, article: Deliverable, capabilities: FormatCapabilities): string {
	const done = passage.state === "reviewed" || passage.state === "approved";
	const standing = escapeAttribute(capabilities.label(`deliver.table.${done ? "reviewed" : "unreviewed"}`));
	const first = passage.target[0] ?? passage.source[0];
	const starts = [...passage.source, ...passage.target].some((segment) => segment.paragraphStart);
	return [
		`<tr class="${first?.kind ?? "body"}${starts ? " start" : ""}">`,
		`<th scope="row" class="number">${passage.number} <span class="mark" title="${standing}">${done ? "■" : "□"}</span></th>`,
		cell(passage.source, article.sourceLanguage, article.codes),
		cell(passage.target, article.targetLanguage, article.codes),
		"</tr>",
	].join("");
}

function cell(segments: readonly DeliverSegment[], language: string, codes: Codes = {}): string {
	const paragraphs: string[] = [];
	for (const { text, paragraphStart } of segments) {
		if (isBlank(text)) continue;
		const last = paragraphs.at(-1);
		if (last === undefined || paragraphStart) paragraphs.push(text);
		else paragraphs[paragraphs.length - 1] = last + separatorBetween(last, text, language) + text;
	}
	const written = paragraphs
		.map((text) => `<p>${styledHtml(text, codes).replace(/(?:&#13;)?\n|&#13;/g, "<br>")}</p>`)
		.join("");
	return `<td lang="${escapeAttribute(language)}">${written}</td>`;
}
