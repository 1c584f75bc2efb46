/** The bytes of a .docx: the `packWord` capability of the formats. */
import { Document, HeadingLevel, type IParagraphOptions, LineRuleType, Packer, Paragraph } from "docx";
import type { WordComment, WordDocument, WordParagraph, WordStyle } from "#lib/core/formats/word/document.ts";
import { Numbers, proofing, traceOf, WordRuns } from "./word/runs.ts";
import { tableOf } from "./word/table.ts";

/** Headings one level under the title, so that a converter that lifts a "Title" out of the text keeps it. */
const styles = {
	title: { heading: HeadingLevel.HEADING_1 },
	dateline: { style: "Dateline" },
	heading: { heading: HeadingLevel.HEADING_2 },
	body: {},
	caption: { style: "PictureCaption" },
	bullet: { bullet: { level: 0 } },
	item: { style: "ListParagraph" },
	footnote: { style: "SourceNote" },
} as const satisfies Record<WordStyle, IParagraphOptions>;

const font = { ascii: "Georgia", hAnsi: "Georgia", cs: "Georgia", eastAsia: "SimSun" };

export async function packWord(document: WordDocument): Promise<Uint8Array> {
	const numbers = new Numbers();
	const write = (paragraph: WordParagraph, language: string | null) =>
		paragraphOf(paragraph, new WordRuns(document.codes, language, numbers), numbers);
	const file = new Document({
		title: document.title,
		creator: "Duizhao",
		lastModifiedBy: "Duizhao",
		customProperties: Object.entries(document.properties).map(([name, value]) => ({ name, value })),
		...(document.comments.length > 0 && { comments: { children: document.comments.map(commentOf) } }),
		styles: {
			default: {
				document: {
					run: { font, size: 22, language: proofing(document.language) },
					paragraph: { spacing: { after: 160, line: 300, lineRule: LineRuleType.AUTO } },
				},
				heading1: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 160 }, keepNext: true } },
				heading2: {
					run: { size: 26, bold: true },
					paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
				},
			},
			paragraphStyles,
		},
		sections: [
			{
				children: document.blocks.map((block) =>
					block.is === "table" ? tableOf(block, write, numbers) : write(block, null),
				),
			},
		],
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

const paragraphStyles = [
	{
		id: "Dateline",
		name: "Dateline",
		basedOn: "Normal",
		next: "Normal",
		quickFormat: true,
		run: { color: "555555", size: 20 },
	},
	{
		id: "PictureCaption",
		name: "Picture Caption",
		basedOn: "Normal",
		next: "Normal",
		quickFormat: true,
		run: { italics: true, size: 20 },
	},
	{ id: "SourceNote", name: "Source Note", basedOn: "Normal", quickFormat: true, run: { size: 18 } },
];

function paragraphOf(paragraph: WordParagraph, runs: WordRuns, numbers: Numbers): Paragraph {
	const { style, styleBefore, styleBy, mark, content } = paragraph;
	const by = mark && traceOf(mark, numbers);
	const revision =
		styleBefore === null || styleBy === null
			? {}
			: { revision: { ...traceOf(styleBy, numbers), ...styles[styleBefore] } };
	return new Paragraph({
		...styles[style],
		...revision,
		...(by && { run: mark.kind === "inserted" ? { insertion: by } : { deletion: by } }),
		children: runs.write(content),
	});
}

/** The library says which comments are resolved, and names their paragraphs, only where one answers another. */
const noComment = -1;

function commentOf({ id, author, at, text, parent, resolved }: WordComment) {
	return {
		id,
		author,
		initials: initialsOf(author),
		date: new Date(at),
		parentId: parent ?? noComment,
		resolved,
		children: text.split("\n").map((line) => new Paragraph(line)),
	};
}

function initialsOf(name: string): string {
	return [...name.matchAll(/(?<=^|\s)\S/gu)]
		.map(([letter]) => letter)
		.join("")
		.slice(0, 3);
}
