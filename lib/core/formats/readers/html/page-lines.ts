import { maxSegments } from "../../../document/operations/contract.ts";
import type { Losses } from "../../losses.ts";
import type { ReadLine, ReadShape, ReadSink } from "../../reader.ts";
import { type BodyParagraph, findBilingualTables } from "../bilingual/find-tables.ts";
import { sendPairs } from "../bilingual/send-pairs.ts";
import type { PageCell, TablePlace } from "./tables.ts";

interface WaitingLine {
	readonly line: ReadLine;
	readonly cell: PageCell | null;
}

/** Both sides of as many pairs as a document can hold; a longer page is read as text without waiting for its end. */
const mostWaiting = 2 * maxSegments;

const margins: ReadonlySet<string | undefined> = new Set(["navigation", "header", "aside", "footer", "form"]);

/** Some pages are a form as a whole: a table in it is no margin. */
function isMargin({ line: { hint }, cell }: WaitingLine): boolean {
	return margins.has(hint?.region) && !(hint?.region === "form" && cell !== null);
}

/** The lines of a page, kept until its end shows whether it is a text or a table of pairs. */
export class PageLines {
	readonly #sink: ReadSink;
	readonly #losses: Losses;
	#waiting: WaitingLine[] | null = [];

	constructor(sink: ReadSink, losses: Losses) {
		this.#sink = sink;
		this.#losses = losses;
	}

	take(line: ReadLine, cell: PageCell | null): void {
		if (this.#waiting === null) this.#sink.line(line);
		else if (this.#waiting.push({ line, cell }) > mostWaiting) this.#sendText();
	}

	end(): ReadShape {
		const waiting = this.#waiting ?? [];
		if (waiting.every(({ cell }) => cell === null)) return this.#sendText();
		const main = waiting.filter((waits) => !isMargin(waits));
		const paragraphs = paragraphsOf(main);
		const { tables, mostly } = findBilingualTables(paragraphs);
		if (mostly) {
			sendPairs(paragraphs, tables, { comments: new Map(), notes: new Map() }, this.#sink, this.#losses);
			for (const waits of waiting) if (isMargin(waits)) this.#losses.add("pairsMarginsLeft", waits.line.line);
			return "pairs";
		}
		for (const { rows } of tables)
			this.#losses.add("pairsAsText", rows[0]?.cells[0]?.paragraphs[0]?.line ?? 1);
		return this.#sendText();
	}

	#sendText(): ReadShape {
		for (const { line } of this.#waiting ?? []) this.#sink.line(line);
		this.#waiting = null;
		return "text";
	}
}

/** With an empty paragraph for each place that belongs to the cell above it. */
function paragraphsOf(lines: readonly WaitingLine[]): BodyParagraph[] {
	const tables = new Map<TablePlace, number>();
	const numberOf = (table: TablePlace) => {
		const number = tables.get(table) ?? tables.size;
		tables.set(table, number);
		return number;
	};
	const paragraphs = lines.map(({ line: { line, text, codes }, cell }): BodyParagraph => {
		const place = cell && { ...cell, table: numberOf(cell.table), continues: false };
		return {
			line,
			text,
			...(codes && { codes }),
			...(cell?.language && { language: cell.language }),
			cells: place ? [place] : [],
			comments: [],
		};
	});
	for (const [{ reached }, table] of tables)
		for (const { row, column } of reached)
			paragraphs.push({
				line: 0,
				text: "",
				cells: [{ table, row, column, span: 1, continues: true }],
				comments: [],
			});
	return paragraphs;
}
