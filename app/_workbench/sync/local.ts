/** Applies an operation in the browser, with the code that the server runs, to the rows that are loaded. */
import { contentKey, FactBook, standingOf } from "#lib/core/document/facts.ts";
import type { DocumentDescription, Row, Segment } from "#lib/core/document/model.ts";
import { applyOperation, type Operation, scopeOf } from "#lib/core/document/operations/registry.ts";
import { type RowCache, rowOfSegment } from "./row-cache.ts";
import type { OperationBody, WireRow, WireSegment } from "./wire.ts";

export interface LocalContext {
	/** The number of the revision, or its negative stand-in. */
	readonly number: number;
	readonly order: number;
	readonly description: DocumentDescription;
	/** Who makes the change, and when, as the rows will show it. */
	readonly by: string | null;
	readonly at: string | null;
}

export interface LocalChange {
	readonly order: number;
	/** Where the rows were replaced, how many there were and how many there are. */
	readonly start: number;
	readonly count: number;
	readonly now: number;
}

/** Rows that one shift changes before the server answers: more than any screen shows. */
const shiftReach = 300;

/** Changes the rows and says how; null when they are not loaded or the operation does not fit them. */
export function applyLocally(
	rows: RowCache,
	body: OperationBody,
	passage: string | null,
	context: LocalContext,
): LocalChange | null {
	const operation = completed(body);
	const run = runOf(rows, operation, passage);
	if (!run) return null;
	const [start, end] = run;
	const before = slice(rows, start, end);
	const facts = bookOf(before);
	const result = applyOperation(before, operation, { ...context, facts });
	if ("refused" in result) return null;
	for (const fact of result.facts ?? []) facts.record(fact);
	const partial = operation.type === "shift" && end < rows.total;
	const after = partial ? result.rows.slice(0, before.length) : result.rows;
	const known = new Map(before.map((row) => [row.id, row]));
	rows.splice(
		start,
		end - start,
		after.map((row, i) => wireRow(row, known.get(row.id), start + i, facts, context)),
	);
	return { order: result.order ?? context.order, start, count: end - start, now: after.length };
}

/** What a client leaves out of an operation, as the server's schema fills it in. */
function completed(body: OperationBody): Operation {
	return {
		v: 1,
		as: null,
		order: null,
		separator: "",
		draftAt: null,
		putBack: [],
		...body,
	} as unknown as Operation;
}

function runOf(rows: RowCache, operation: Operation, passage: string | null): [number, number] | null {
	const scope = scopeOf(operation);
	if (scope.kind === "from") {
		const index = rows.indexOf(scope.id);
		return index < 0 ? null : [index, Math.min(rows.loadedRun(index)[1], index + shiftReach)];
	}
	if (scope.kind === "none" || scope.kind === "all") return null;
	const ids = scope.kind === "segments" ? scope.ids.map((id) => rowOfSegment(rows, id, passage)) : scope.ids;
	const places = ids.map((id) => (id ? rows.indexOf(id) : -1));
	if (places.length === 0 || places.includes(-1)) return null;
	const start = Math.min(...places);
	const end = Math.max(...places) + 1;
	return rows.loadedRun(start)[1] >= end ? [start, end] : null;
}

function slice(rows: RowCache, start: number, end: number): WireRow[] {
	const run: WireRow[] = [];
	for (let index = start; index < end; index++) {
		const row = rows.at(index);
		if (row) run.push(row);
	}
	return run;
}

/** The statements that give these rows the standings they have. */
function bookOf(rows: readonly WireRow[]): FactBook {
	const book = new FactBook();
	const say = (
		kind: "bead" | "link" | "review" | "approval",
		source: string,
		target: string,
		confidence: number | null,
	) => book.record({ kind, source, target, standing: true, confidence });
	for (const row of rows) {
		const link = contentKey("link", row);
		const bead = contentKey("bead", row);
		const wording = contentKey("review", row);
		const source = row.withoutSource ? "" : wording.source;
		if (row.link === "confirmed") say("link", link.source, link.target, null);
		if (row.link === "stale")
			say("link", row.source.map((s) => `${s.id}@gone`).join(" "), `${link.target} gone`, null);
		if (row.confidence !== null) say("bead", bead.source, bead.target, row.confidence);
		if (row.state === "approved") say("approval", source, wording.target, null);
		if (row.state === "reviewed" || row.state === "approved") say("review", source, wording.target, null);
	}
	return book;
}

function wireRow(
	row: Row,
	before: WireRow | undefined,
	index: number,
	facts: FactBook,
	context: LocalContext,
): WireRow {
	const standing = standingOf(row, facts);
	const same = before && before.source === row.source && before.target === row.target;
	if (
		same &&
		before.state === standing.state &&
		before.link === standing.link &&
		before.confidence === standing.confidence
	) {
		return before;
	}
	const signed = (segments: readonly Segment[]) => segments.map((segment) => wireSegment(segment, context));
	return { id: row.id, index, source: signed(row.source), target: signed(row.target), ...standing };
}

function wireSegment(segment: Segment | WireSegment, { number, by, at }: LocalContext): WireSegment {
	if (segment.version === number) return { ...segment, changedBy: by, changedAt: at };
	return "changedBy" in segment ? segment : { ...segment, changedBy: null, changedAt: null };
}
