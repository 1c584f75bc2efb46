import { BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { WordParagraph, WordTable } from "#lib/core/formats/word/document.ts";
import { type Numbers, traceOf } from "./runs.ts";

const hairline = { style: BorderStyle.SINGLE, size: 4, color: "BBBBBB" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
/** Twentieths of a point: the width between the margins of a page of A4, in two halves. */
const half = 4_513;
const margins = { top: 60, bottom: 0, left: 80, right: 80 };

/** Two columns with their names repeated on every page. */
export function tableOf(
	{ head, rows }: WordTable,
	write: (paragraph: WordParagraph, language: string) => Paragraph,
	numbers: Numbers,
): Table {
	return new Table({
		width: { size: 2 * half, type: WidthType.DXA },
		columnWidths: [half, half],
		borders: {
			top: hairline,
			bottom: hairline,
			left: none,
			right: none,
			insideHorizontal: hairline,
			insideVertical: hairline,
		},
		rows: [
			new TableRow({
				tableHeader: true,
				children: head.map((text) =>
					cell([new Paragraph({ children: [new TextRun({ text, bold: true })] })]),
				),
			}),
			...rows.map(({ change, cells }) => {
				const by = change && traceOf(change, numbers);
				return new TableRow({
					cantSplit: false,
					...(by && (change.kind === "inserted" ? { insertion: by } : { deletion: by })),
					children: cells.map(({ paragraphs, language }) =>
						cell(paragraphs.map((paragraph) => write(paragraph, language))),
					),
				});
			}),
		],
	});
}

function cell(children: readonly Paragraph[]): TableCell {
	return new TableCell({ width: { size: half, type: WidthType.DXA }, margins, children });
}
