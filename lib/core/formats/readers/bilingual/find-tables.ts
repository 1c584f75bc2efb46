import { detectLanguage } from "../../../text/detect-language.ts";
import { isChinese } from "../../../text/language.ts";
import { type MarkedText, plainText } from "../../marked-text.ts";

/** Where a paragraph stands in a table. Rows and columns count from 0. */
export interface CellPlace {
	/** Number of the table in its story. */
	readonly table: number;
	readonly row: number;
	readonly column: number;
	/** Columns that the cell covers. */
	span: number;
	/** The cell belongs to the one above it. */
	continues: boolean;
}

/** A paragraph of the body with its text. */
export interface BodyParagraph extends MarkedText {
	readonly line: number;
	readonly cells: readonly CellPlace[];
	readonly comments: readonly string[];
	/** BCP 47, where the paragraph's cell itself says so. */
	readonly language?: string;
}

export interface TableCell {
	readonly column: number;
	readonly span: number;
	/** The cell belongs to the one above it. */
	readonly continues: boolean;
	readonly paragraphs: BodyParagraph[];
}

export interface TableRow {
	readonly cells: readonly TableCell[];
}

/** A table whose rows are pairs. */
export interface BilingualTable {
	readonly table: number;
	readonly rows: readonly TableRow[];
	/** The columns of the two languages, the left one first. */
	readonly columns: readonly [Column, Column];
	/** Text of its first row where that only names the columns, and the row is not among `rows`. */
	readonly header: string | null;
	/** Whether the left column is the source, where the columns' names say so of both. */
	readonly sourceFirst: boolean | null;
}

export interface Column {
	readonly column: number;
	readonly language: string;
}

/** Tables must hold this much of a document's characters for it to be a document of pairs. */
const leastShare = 0.7;
/** So many of the rows with both cells must be in the languages of their columns, and so many rows must have both. */
const leastFitting = 0.7;
const leastFilled = 0.5;
/** And so many of these rows must have words. */
const leastTelling = 0.5;

const header =
	/^(?:(?:source|target|original|translation|rendering|chinese|english|simplified|traditional|mandarin|zh|en|cn)\b.{0,30}|.{0,8}(?:中文|英文|原文|译文|譯文|汉语|漢語|英语|英語|双语|雙語|源语|目标语).{0,8})$/iu;

/** The tables of pairs of a document, and whether it is mostly these: otherwise it is a text that has them. */
export function findBilingualTables(paragraphs: readonly BodyParagraph[]): {
	readonly tables: readonly BilingualTable[];
	readonly mostly: boolean;
} {
	const tables = [...rowsOfTables(paragraphs)].flatMap(([table, rows]) => bilingual(table, rows) ?? []);
	const inTables = tables
		.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
		.reduce((sum, cell) => sum + lengthOf(cell.paragraphs), 0);
	return { tables, mostly: tables.length > 0 && inTables >= lengthOf(paragraphs) * leastShare };
}

function rowsOfTables(paragraphs: readonly BodyParagraph[]): Map<number, TableRow[]> {
	const tables = new Map<number, Map<number, Map<number, TableCell>>>();
	for (const paragraph of paragraphs) {
		const place = paragraph.cells[0];
		if (place === undefined) continue;
		const rows = getOrSet(tables, place.table, () => new Map<number, Map<number, TableCell>>());
		const row = getOrSet(rows, place.row, () => new Map<number, TableCell>());
		const { column, span, continues } = place;
		const cell = getOrSet(row, column, () => ({ column, span, continues, paragraphs: [] }));
		if (plainText(paragraph).trim() !== "") cell.paragraphs.push(paragraph);
	}
	return new Map(
		[...tables].map(([table, rows]) => [
			table,
			[...rows.values()].map((row) => ({ cells: [...row.values()] })),
		]),
	);
}

function getOrSet<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

function bilingual(table: number, all: readonly TableRow[]): BilingualTable | null {
	const [first] = all;
	const named = first !== undefined && all.length > 1 && namesColumns(first);
	const rows = named ? all.slice(1) : all;
	const columns = languageColumns(rows);
	if (columns === null) return null;
	const pairs = rows.map((row) => columns.map(({ column }) => cellText(row, column)));
	const started = pairs.filter((pair) => pair.some((text) => text !== ""));
	const filled = pairs.filter((pair) => pair.every((text) => text !== ""));
	const fitting = filled.filter((pair) =>
		pair.every((text, index) => fits(text, columns[index]?.language ?? "")),
	);
	if (filled.length === 0 || filled.length < started.length * leastFilled) return null;
	if (fitting.length < filled.length * leastFitting) return null;
	// Columns of figures have a language only by their headings
	const telling = filled.filter((pair) => pair.some((text) => detectLanguage(text) !== null));
	if (telling.length < filled.length * leastTelling) return null;
	const header = named ? first.cells.map((cell) => textOf(cell)).join(" | ") : null;
	const names = columns.map(({ column }) => (named ? cellText(first, column) : ""));
	return { table, rows, columns, header, sourceFirst: sourceFirst(names) };
}

const sourceNames = /^(?:source|original)\b|原文|源语/iu;
const targetNames = /^(?:target|translation|rendering)\b|译文|譯文|目标语/iu;

function sourceFirst([left = "", right = ""]: readonly string[]): boolean | null {
	if (sourceNames.test(left) && targetNames.test(right)) return true;
	return sourceNames.test(right) && targetNames.test(left) ? false : null;
}

/** Every cell that says something is short, and two of them name languages or sides. */
function namesColumns({ cells }: TableRow): boolean {
	const texts = cells.map(textOf).filter((text) => text !== "");
	return texts.every((text) => text.length <= 40) && texts.filter((text) => header.test(text)).length >= 2;
}

interface FoundColumn extends Column {
	readonly length: number;
}

/** The two columns whose cells declare two languages; else those whose texts show them. */
function languageColumns(rows: readonly TableRow[]): [Column, Column] | null {
	const texts = new Map<number, string>();
	const declared = new Map<number, Set<string | undefined>>();
	for (const cell of rows.flatMap((row) => row.cells)) {
		if (cell.span !== 1 || cell.paragraphs.length === 0) continue;
		texts.set(cell.column, `${texts.get(cell.column) ?? ""}${textOf(cell)}\n`);
		const languages = getOrSet(declared, cell.column, () => new Set<string | undefined>());
		for (const { language } of cell.paragraphs) languages.add(language);
	}
	return declaredColumns(texts, declared) ?? detectedColumns(texts);
}

function declaredColumns(
	texts: ReadonlyMap<number, string>,
	declared: ReadonlyMap<number, ReadonlySet<string | undefined>>,
): [Column, Column] | null {
	const found = [...texts].flatMap(([column, text]): FoundColumn[] => {
		const [language, other] = declared.get(column) ?? [];
		return language && other === undefined ? [{ column, language, length: text.length }] : [];
	});
	const [first] = found.toSorted(longestFirst);
	const second = found.toSorted(longestFirst).find(({ language }) => language !== first?.language);
	return first && second ? inOrder(first, second) : null;
}

const longestFirst = (one: FoundColumn, other: FoundColumn) => other.length - one.length;

function inOrder(...[one, other]: [Column, Column]): [Column, Column] {
	return one.column < other.column ? [one, other] : [other, one];
}

/** Of the columns in Chinese and of those in a language with Latin letters the one with most text each. */
function detectedColumns(texts: ReadonlyMap<number, string>): [Column, Column] | null {
	const found = [...texts].flatMap(([column, text]): FoundColumn[] => {
		const language = detectLanguage(text);
		return language === null ? [] : [{ column, language, length: text.length }];
	});
	const longest = (chinese: boolean) =>
		found.filter(({ language }) => isChinese(language) === chinese).toSorted(longestFirst)[0];
	const [one, other] = [longest(true), longest(false)];
	return one && other ? inOrder(one, other) : null;
}

function fits(text: string, language: string): boolean {
	const found = detectLanguage(text);
	return found === null || isChinese(found) === isChinese(language);
}

function cellText(row: TableRow, column: number): string {
	const cell = row.cells.find((candidate) => candidate.column === column && candidate.span === 1);
	return cell === undefined ? "" : textOf(cell);
}

export function textOf(cell: TableCell): string {
	return cell.paragraphs.map((paragraph) => plainText(paragraph).trim()).join("\n");
}

function lengthOf(paragraphs: readonly BodyParagraph[]): number {
	return paragraphs.reduce((sum, paragraph) => sum + plainText(paragraph).trim().length, 0);
}
