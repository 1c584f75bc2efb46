import { zipOf } from "#tests/core/formats/zip-patches.ts";

const namespaces = Object.entries({
	w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
	r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
	wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
	a: "http://schemas.openxmlformats.org/drawingml/2006/main",
	m: "http://schemas.openxmlformats.org/officeDocument/2006/math",
	mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
	wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
	v: "urn:schemas-microsoft-com:vml",
	o: "urn:schemas-microsoft-com:office:office",
})
	.map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
	.join(" ");

const typeRoot = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

interface Link {
	readonly id: string;
	readonly type: string;
	readonly target: string;
	readonly external?: boolean;
}

export interface WordParts {
	/** Inside of `w:body`. */
	readonly body: string;
	/** Inside of the root elements of the other parts. */
	readonly styles?: string;
	readonly numbering?: string;
	readonly footnotes?: string;
	readonly endnotes?: string;
	readonly comments?: string;
	readonly header1?: string;
	readonly footer1?: string;
	readonly title?: string;
	readonly links?: readonly Link[];
	/** Whole parts, which stand above all others. */
	readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

const roots = {
	styles: "w:styles",
	numbering: "w:numbering",
	footnotes: "w:footnotes",
	endnotes: "w:endnotes",
	comments: "w:comments",
	header1: "w:hdr",
	footer1: "w:ftr",
} as const;

/** A Word file of these parts, as little of it as programs need to open it. */
export function wordFile({ body, links = [], parts = {}, title, ...stories }: WordParts): Uint8Array {
	const files: Record<string, string | Uint8Array> = {};
	const all: Link[] = [...links];
	for (const [name, content] of Object.entries(stories)) {
		const root = roots[name as keyof typeof roots];
		files[`word/${name}.xml`] = `<${root} ${namespaces}>${content}</${root}>`;
		all.push({ id: `of-${name}`, type: name.replace(/\d/u, ""), target: `${name}.xml` });
	}
	const core = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></cp:coreProperties>`;
	return zipOf({
		"[Content_Types].xml": contentTypes(Object.keys(files)),
		"_rels/.rels": relationships([{ id: "rId1", type: "officeDocument", target: "word/document.xml" }]),
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8"?>\n<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
		"word/_rels/document.xml.rels": relationships(all),
		...files,
		...(title === undefined ? {} : { "docProps/core.xml": core }),
		...parts,
	});
}

function contentTypes(names: readonly string[]): string {
	const word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
	const kinds = names.map((name) => [name, name.replace(/^word\/|\d?\.xml$/gu, "")]);
	const overrides = [["word/document.xml", "document.main"], ...kinds].map(
		([name, kind]) => `<Override PartName="/${name}" ContentType="${word}${kind}+xml"/>`,
	);
	return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join("")}</Types>`;
}

export function relationships(links: readonly Link[]): string {
	const all = links.map(
		({ id, type, target, external }) =>
			`<Relationship Id="${id}" Type="${typeRoot}${type}" Target="${target}"${external ? ' TargetMode="External"' : ""}/>`,
	);
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
}

export const run = (text: string, properties = "") =>
	`<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, properties = "") =>
	`<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;

export const styled = (style: string, content: string) => paragraph(content, `<w:pStyle w:val="${style}"/>`);

/** A table of rows of cells; a cell is text, or markup of its paragraphs, or markup with cell properties before it. */
export const table = (rows: readonly (readonly string[])[]) =>
	`<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;

const cell = (content: string) => `<w:tc>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
