import { detectLanguage } from "../text/detect-language.ts";
import { type ColumnRole, roleOf } from "./column-names.ts";
import type { ReadRow } from "./reader.ts";

/** Which columns of a table are what; numbers count from 0. */
export interface TableColumns {
	/** The sheet of a workbook; absent where there is only one. */
	readonly sheet?: string | undefined;
	/** The first row names the columns. */
	readonly header: boolean;
	readonly source: number | null;
	readonly target: number | null;
	/** Columns whose cells are notes. */
	readonly notes?: readonly number[] | undefined;
}

/** Rows enough to see what a column holds. */
const sample = 200;

/** What the columns of a table look like by their headings and their texts, for a person to correct. */
export function guessColumns(rows: readonly ReadRow[]): TableColumns {
	const sheet = sheetOf(rows);
	const own: ReadRow[] = [];
	for (const row of rows) if (row.sheet === sheet && own.push(row) > sample) break;
	const headings = (own[0]?.cells ?? []).map(roleOf);
	const header = isHeader(headings);
	const columns = describe(header ? own.slice(1) : own, header ? headings : []);
	const [source, target] = sidesOf(columns);
	const notes = columns.flatMap(({ role }, index) => (role === "notes" ? [index] : []));
	return {
		...(sheet === undefined ? {} : { sheet }),
		header,
		source,
		target,
		...(notes.length === 0 ? {} : { notes }),
	};
}

/** The first sheet with two columns of something, else the first one. */
function sheetOf(rows: readonly ReadRow[]): string | undefined {
	const filled = ({ cells }: ReadRow) => cells.filter((cell) => cell.trim() !== "").length;
	return (rows.find((row) => filled(row) > 1) ?? rows[0])?.sheet;
}

/** One heading that says which text it is above; a lone "no" or "notes" may be a text. */
function isHeader(headings: readonly (ColumnRole | null)[]): boolean {
	return headings.some((role) => role !== null && role !== "notes" && role !== "id");
}

interface Column {
	readonly role: ColumnRole | null;
	/** As far as its texts show it. */
	readonly language: string | null;
	/** Characters of running text in it: neither numbers nor names without a space. */
	readonly prose: number;
}

function describe(rows: readonly ReadRow[], roles: readonly (ColumnRole | null)[]): Column[] {
	const width = Math.max(roles.length, ...rows.map(({ cells }) => cells.length), 0);
	return Array.from({ length: width }, (_, index) => {
		const texts = rows.map(({ cells }) => cells[index]?.trim() ?? "").filter((text) => text !== "");
		const prose = texts.filter((text) => !isToken(text)).reduce((sum, text) => sum + text.length, 0);
		const words = texts.filter((text) => /\p{L}/u.test(text)).join("\n");
		return { role: roles[index] ?? null, language: detectLanguage(words), prose };
	});
}

/** A number, a date, an identifier: no text to translate. */
function isToken(text: string): boolean {
	return !/\p{L}/u.test(text) || (/\d/u.test(text) && /^[\w.:/#-]+$/u.test(text));
}

function sidesOf(columns: readonly Column[]): [source: number | null, target: number | null] {
	const withRole = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
	const free = columns.flatMap(({ role, prose }, index) =>
		role !== "notes" && role !== "id" && (prose > 0 || role !== null) ? [index] : [],
	);
	const isChinese = (index: number) => {
		const { role, language } = columns[index] ?? {};
		return (
			role === "chinese" || (role !== "english" && role !== "other-language" && language?.startsWith("zh"))
		);
	};
	const named = { source: found(withRole("source")), target: found(withRole("target")) };
	const source =
		named.source ??
		free.find((index) => index !== named.target && isChinese(index)) ??
		free.find((index) => index !== named.target) ??
		null;
	const others = free.filter((index) => index !== source);
	const differs = (index: number) =>
		columns[index]?.language !== null &&
		columns[index]?.language !== (source === null ? null : columns[source]?.language);
	const target =
		named.target ??
		others.find((index) => columns[index]?.role !== null) ??
		longest(others.filter(differs), columns) ??
		others[0] ??
		null;
	return [source, target];
}

const found = (index: number): number | null => (index === -1 ? null : index);

function longest(indexes: readonly number[], columns: readonly Column[]): number | undefined {
	return indexes.toSorted((one, other) => (columns[other]?.prose ?? 0) - (columns[one]?.prose ?? 0))[0];
}
