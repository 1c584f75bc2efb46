/** The measures as tables for spreadsheets. Columns are named for programs, the same in every language. */
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { type Cell, writeCsv } from "#lib/core/measure/csv.ts";
import type {
	DayFigures,
	Figures,
	PersonFigures,
	WireDocumentMeasures,
	WireProjectMeasures,
	WireUnmeasured,
} from "#lib/core/measure/wire.ts";
import { type Actor, requireProject } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { documentMeasures, readable } from "./document.ts";
import { draftsOf, type MeasuresQuery } from "./found.ts";
import { readPage } from "./passages.ts";
import { projectMeasures } from "./project.ts";

export interface TableFile {
	readonly text: string;
	readonly disposition: string;
}

/** Throws `not-found` for a table that there is not, `refused` before everything is measured. */
export async function documentTable(
	actor: Actor,
	documentId: string,
	table: string,
	query: MeasuresQuery,
): Promise<TableFile> {
	const measures = measuredOnly(await documentMeasures(actor, documentId, query));
	const { document } = await readable(actor, documentId);
	const name = document.title;
	if (table === "people") return file(name, table, peopleLines(measures.people));
	if (table === "days") return file(name, table, dayLines(measures.days));
	if (table !== "passages") throw new AppError("not-found", "notFound");
	const scope = { drafts: draftsOf([document], query.drafts), passages: query.passages };
	const lines: Cell[][] = [["passage", "state", ...sums, "ter", "chrf2", "draft", "rendering"]];
	for (;;) {
		const page = { order: "place", offset: lines.length - 1, limit: partSize } as const;
		const { passages } = await readPage(document, scope, page);
		for (const one of passages)
			lines.push([one.index + 1, one.state, ...sumsOf(one), ...ratesIn(one), one.draft, one.text]);
		if (passages.length < partSize) return file(name, table, lines);
	}
}

const partSize = 1_000;

export async function projectTable(
	actor: Actor,
	projectId: string,
	table: string,
	query: MeasuresQuery,
): Promise<TableFile> {
	const { name } = await requireProject(actor, projectId, "document.read");
	const measures = measuredOnly(await projectMeasures(actor, projectId, query));
	if (table === "people") return file(name, table, peopleLines(measures.people));
	if (table === "days") return file(name, table, dayLines(measures.days));
	if (table !== "documents") throw new AppError("not-found", "notFound");
	return file(name, table, [
		["document", ...counts, ...sums, "ter", "chrf2"],
		...measures.documents.map((one) => [one.title, ...countsOf(one), ...sumsOf(one), ...ratesIn(one)]),
	]);
}

function measuredOnly<Measures extends WireDocumentMeasures | WireProjectMeasures>(
	measures: Measures | WireUnmeasured,
): Measures {
	if (measures.state === "unmeasured") throw new AppError("refused", "notMeasured");
	return measures;
}

const counts = ["passages", "edited", "confirmed", "confirmed_without_edit"] as const;
const sums = [
	"characters",
	"characters_changed",
	"words",
	"words_changed",
	"edits",
	"reference_words",
] as const;

const countsOf = (one: Figures): Cell[] => [one.passages, one.edited, one.confirmed, one.confirmedUntouched];
const sumsOf = (
	one: Pick<
		Figures,
		"characters" | "charactersChanged" | "words" | "wordsChanged" | "edits" | "referenceWords"
	>,
): Cell[] => [
	one.characters,
	one.charactersChanged,
	one.words,
	one.wordsChanged,
	one.edits,
	one.referenceWords,
];
/** As many digits as sacreBLEU prints at most. */
const ratesIn = ({ ter, chrf }: { ter: number; chrf: number }): Cell[] => [
	Number(ter.toFixed(4)),
	Number(chrf.toFixed(4)),
];

function peopleLines(people: readonly PersonFigures[]): Cell[][] {
	return [
		["person", ...counts, ...sums, "ter", "chrf2", "minutes", "changes"],
		...people.map((one) => [
			one.name,
			...countsOf(one),
			...sumsOf(one),
			...ratesIn(one),
			one.minutes,
			one.changes,
		]),
	];
}

function dayLines(days: readonly DayFigures[]): Cell[][] {
	return [
		["day", "words_changed", "confirmed", "changes", "minutes"],
		...days.map((one) => [one.day, one.wordsChanged, one.confirmed, one.changes, one.minutes]),
	];
}

function file(name: string, table: string, lines: readonly (readonly Cell[])[]): TableFile {
	return {
		text: writeCsv(lines),
		disposition: contentDisposition(fileName(name, { suffix: `-${table}`, extension: "csv" })),
	};
}

export function tableResponse({ text, disposition }: TableFile): Response {
	return new Response(text, {
		headers: {
			"content-type": "text/csv; charset=utf-8",
			"content-disposition": disposition,
			"cache-control": "no-store",
		},
	});
}
