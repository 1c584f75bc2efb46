import {
	DeletedTextRun,
	Document,
	ExternalHyperlink,
	HeadingLevel,
	InsertedTextRun,
	type IParagraphOptions,
	LineRuleType,
	Packer,
	Paragraph,
	type ParagraphChild,
	TextRun,
} from "docx";
import { knownLocale } from "#lib/core/diff/locale.ts";
import { isUnspaced } from "#lib/core/diff/tokens.ts";
import { type Codes, type Look, type StyledPiece, StyleState } from "#lib/core/formats/styled-text.ts";
import type {
	WordChange,
	WordDocument,
	WordParagraph,
	WordRun,
	WordStyle,
} from "#lib/core/formats/word-document.ts";

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

/** The bytes of a .docx: the `packWord` capability of the formats. */
export async function packWord(document: WordDocument): Promise<Uint8Array> {
	const nextId = counter();
	const file = new Document({
		title: document.title,
		creator: "Duizhao",
		lastModifiedBy: "Duizhao",
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
			paragraphStyles: [
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
			],
		},
		sections: [
			{ children: document.paragraphs.map((paragraph) => paragraphOf(paragraph, document.codes, nextId)) },
		],
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function paragraphOf({ style, runs, mark }: WordParagraph, codes: Codes, nextId: () => number): Paragraph {
	const state = new StyleState();
	return new Paragraph({
		...styles[style],
		...(mark === null
			? {}
			: {
					run:
						mark.kind === "inserted" ? { insertion: trace(mark, nextId) } : { deletion: trace(mark, nextId) },
				}),
		children: runs.flatMap((run) =>
			state.pieces(run.text, codes).flatMap((piece) => runsOf(piece, run.change, nextId)),
		),
	});
}

/** A line feed is a break in front of the next run. Word has no tracked changes around a link. */
function runsOf(
	{ text, looks, link }: StyledPiece,
	change: WordRun["change"],
	nextId: () => number,
): ParagraphChild[] {
	const look = Object.fromEntries(
		[...looks].map((name) => [wordLooks[name], name === "underline" ? {} : true]),
	);
	const runs = text.split("\n").map((line, index) => {
		const content = { text: line, ...look, ...(index === 0 ? {} : { break: 1 }) };
		if (change === null) return new TextRun(content);
		const options = { ...content, ...trace(change, nextId) };
		return change.kind === "inserted" ? new InsertedTextRun(options) : new DeletedTextRun(options);
	});
	return link === null || change !== null ? runs : [new ExternalHyperlink({ link, children: runs })];
}

const wordLooks = {
	bold: "bold",
	italic: "italics",
	underline: "underline",
	strike: "strike",
	superscript: "superScript",
	subscript: "subScript",
} as const satisfies Record<Look, string>;

/** Word reads whole seconds. */
function trace(
	{ author, at }: WordChange,
	nextId: () => number,
): { id: number; author: string; date: string } {
	return { id: nextId(), author, date: `${new Date(at).toISOString().slice(0, 19)}Z` };
}

function counter(): () => number {
	let last = 0;
	return () => {
		last += 1;
		return last;
	};
}

/** Word knows languages by country: zh-Hans is zh-CN to it, en is en-US. */
function proofing(language: string): { value: string; eastAsia: string } {
	const locale = new Intl.Locale(knownLocale(language)).maximize();
	const name = locale.region === undefined ? locale.language : `${locale.language}-${locale.region}`;
	return isUnspaced(language) ? { value: "en-US", eastAsia: name } : { value: name, eastAsia: "zh-CN" };
}
