import { detectLanguage } from "../../../text/detect-language.ts";
import type { Losses } from "../../losses.ts";
import { type MarkedText, plainText } from "../../marked-text.ts";
import type { ReadSink, ReadUnit, ReadVariant, UnitState } from "../../reader.ts";
import {
	type BilingualTable,
	type BodyParagraph,
	type Column,
	type TableCell,
	type TableRow,
	textOf,
} from "./find-tables.ts";

/** Texts that hang on a paragraph: comments by their ids, notes by the marks that refer to them. */
export interface Attached {
	readonly comments: ReadonlyMap<string, string>;
	readonly notes: ReadonlyMap<string, string>;
}

interface UnitDraft {
	readonly line: number;
	readonly id: string | null;
	readonly state: UnitState | null;
	/** Texts of the two columns, left and right. */
	readonly sides: readonly [BodyParagraph[], BodyParagraph[]];
	readonly notes: string[];
}

/** Pushes the pairs of bilingual tables, and what stands between them as units of one language. */
export function sendPairs(
	paragraphs: readonly BodyParagraph[],
	tables: readonly BilingualTable[],
	attached: Attached,
	sink: ReadSink,
	losses: Losses,
): void {
	const waiting = new Map(tables.map((table) => [table.table, table]));
	const known = new Set(waiting.keys());
	for (const paragraph of paragraphs) {
		const number = paragraph.cells[0]?.table;
		const table = number === undefined ? undefined : waiting.get(number);
		if (table) {
			waiting.delete(table.table);
			sendTable(table, attached, sink, losses);
		} else if (number === undefined || !known.has(number)) sendAlone(paragraph, attached, sink, losses);
	}
}

function sendAlone(paragraph: BodyParagraph, attached: Attached, sink: ReadSink, losses: Losses): void {
	const text = plainText(paragraph);
	if (text.trim() === "") return;
	losses.add("pairsOutsideTable", paragraph.line);
	const variant: ReadVariant = { language: detectLanguage(text) ?? "", segments: [markedOf(paragraph)] };
	sink.unit({ line: paragraph.line, variants: [variant], ...notesOf(attachedTo([paragraph], attached)) });
}

function sendTable(table: BilingualTable, attached: Attached, sink: ReadSink, losses: Losses): void {
	const { rows, columns, header, sourceFirst } = table;
	if (sourceFirst !== null) {
		const [source, target] = sourceFirst ? columns : columns.toReversed();
		if (source && target) sink.about({ sourceLanguage: source.language, targetLanguage: target.language });
	}
	if (header !== null)
		sink.problem({ line: 1, column: null, key: "pairsHeaderRow", values: { text: header } });
	const drafts: UnitDraft[] = [];
	for (const row of rows) addRow(drafts, row, columns, attached);
	for (const draft of drafts) {
		for (const unit of unitsOf(draft, columns, losses)) sink.unit(unit);
	}
}

function addRow(
	drafts: UnitDraft[],
	row: TableRow,
	columns: readonly [Column, Column],
	attached: Attached,
): void {
	const own = row.cells.map((cell) => cell.paragraphs);
	const line = own.flat()[0]?.line;
	if (line === undefined) return;
	const [left, right] = columns.map(({ column }) =>
		row.cells.find((cell) => cell.column <= column && column < cell.column + cell.span),
	);
	const others = row.cells.filter((cell) => cell !== left && cell !== right && cell.paragraphs.length > 0);
	const name = others.find((cell) => isName(nameOf(cell).name));
	const notes = others.filter((cell) => cell !== name).map(textOf);
	notes.push(...attachedTo(own.flat(), attached));
	const last = drafts.at(-1);
	const leftTexts = left?.paragraphs ?? [];
	// A cell over both columns is text of one language: the other side has none.
	const rightTexts = right === left ? [] : (right?.paragraphs ?? []);
	if (last && (left?.continues || right?.continues)) {
		last.sides[0].push(...leftTexts);
		last.sides[1].push(...rightTexts);
		last.notes.push(...notes);
	} else {
		const { name: id, reviewed } = name ? nameOf(name) : { name: null, reviewed: false };
		const state = reviewed ? "reviewed" : null;
		drafts.push({ line, id, state, sides: [[...leftTexts], [...rightTexts]], notes });
	}
}

/** Numbers and short keys name a row: "12", "3.1", "SEG-004". */
function isName(text: string): boolean {
	return /^[\p{L}\p{N}._/#()（）-]{1,20}$/u.test(text) && /\p{Nd}/u.test(text);
}

/** Our own pages put a square behind a row's number: a full one where somebody reviewed the row. */
function nameOf(cell: TableCell): { name: string; reviewed: boolean } {
	const [, name, square] = /^(\S+)\s*([■□])$/u.exec(textOf(cell)) ?? [];
	return { name: name ?? textOf(cell), reviewed: square === "■" };
}

/** As many paragraphs left as right are pairs of their own; otherwise all of them are one. */
function unitsOf(
	{ line, id, state, sides, notes }: UnitDraft,
	columns: readonly [Column, Column],
	losses: Losses,
): ReadUnit[] {
	const [left, right] = sides;
	const one = left.length === right.length && left.length > 1;
	if (one) losses.add("pairsCellParagraphs", line);
	const pairs = one ? left.map((text, index) => [[text], right.slice(index, index + 1)]) : [[left, right]];
	return pairs.map((pair, index) => ({
		line: pair.flat()[0]?.line ?? line,
		variants: pair.flatMap((texts, side) => variantOf(texts, columns[side], pair)),
		...(id === null || index > 0 ? {} : { id }),
		...(state === null ? {} : { state }),
		...notesOf(index === 0 ? notes : []),
	}));
}

function variantOf(
	texts: readonly BodyParagraph[],
	column: Column | undefined,
	pair: readonly (readonly BodyParagraph[])[],
): ReadVariant[] {
	if (texts.length === 0) return [];
	const alone = pair.some((side) => side.length === 0);
	const shown = alone ? detectLanguage(texts.map(plainText).join("\n")) : null;
	return [{ language: texts[0]?.language ?? shown ?? column?.language ?? "", segments: texts.map(markedOf) }];
}

function attachedTo(paragraphs: readonly BodyParagraph[], { comments, notes }: Attached): string[] {
	return paragraphs.flatMap((paragraph) => [
		...paragraph.comments.flatMap((id) => comments.get(id) ?? []),
		...(paragraph.codes ?? []).flatMap(({ kind, value = "" }) => {
			const note = kind === "footnote" ? notes.get(value) : undefined;
			return note === undefined ? [] : [`${value} ${note}`];
		}),
	]);
}

function notesOf(notes: readonly string[]): Pick<ReadUnit, "notes"> {
	return notes.length === 0 ? {} : { notes };
}

function markedOf({ text, codes }: MarkedText): MarkedText {
	return codes === undefined ? { text } : { text, codes };
}
