/** Applies one operation to a locked document and writes its revision: rows, facts, lineage, log and head together. */
import type { PoolClient } from "pg";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { type FactBook, standingOf } from "#lib/core/document/facts.ts";
import type { Row, Segment, Standing } from "#lib/core/document/model.ts";
import {
	type Applied,
	idsThatCome,
	type Refusal,
	type Scope,
} from "#lib/core/document/operations/contract.ts";
import { statedBeads } from "#lib/core/document/operations/realign.ts";
import {
	applyOperation,
	type Operation,
	permissionFor,
	scopeOf,
} from "#lib/core/document/operations/registry.ts";
import type { UpdateSide } from "#lib/core/document/operations/update-side.ts";
import { can } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { clearAside, setAside, sideRanks } from "./aside.ts";
import { insertCodes, insertNotes } from "./carried.ts";
import { chainHash } from "./chain.ts";
import { deriveStandings, insertFacts, loadAllFacts, loadBeads, loadFacts } from "./fact-store.ts";
import { type Loaded, loadRows, type StoredRow } from "./load.ts";
import { send } from "./send.ts";
import type { Head } from "./transaction.ts";
import { writeRows, writeStandings } from "./write.ts";

export interface Writing {
	readonly actorId: string;
	readonly at: Date;
	readonly undoes: number | null;
	readonly requestKey: string | null;
}

export interface Appended {
	readonly head: Head;
	readonly before: readonly StoredRow[];
	readonly after: readonly { row: Row; standing: Standing }[];
	/** Too many rows changed to send them: the client loads its window again. */
	readonly wide: boolean;
}

/** Returns the refusal as a value; nothing is written then. `read`: the operation's rows, read under the lock already. */
export async function appendOperation(
	client: PoolClient,
	head: Head,
	operation: Operation,
	writing: Writing,
	read: Loaded | null = null,
): Promise<Appended | Refusal> {
	const scope = scopeOf(operation);
	const loaded = read ?? (await loadRows(client, head.documentId, scope));
	const before = loaded.rows.map(({ row }) => row);
	requirePermission(head, operation, before);
	const number = head.number + 1;
	const wide = scope.kind === "all" || scope.kind === "from";
	const facts = await factsFor(client, head, operation, scope, before);
	const context = { number, order: head.order, description: head.description, facts };
	const applied = applyOperation(before, operation, context);
	if ("refused" in applied) return applied;
	const used =
		writing.undoes === null ? undefined : await usedAgain(client, head.documentId, before, applied);
	if (used !== undefined) return { refused: "id-used", values: { id: used } };
	const target = { client, documentId: head.documentId, projectId: head.projectId, number };
	let first: string | null = null;
	if (scope.kind !== "none") {
		await clearAside(target, applied);
		first = await writeRows(target, loaded, applied.rows, sideRanks(operation));
		await setAside(target, operation, applied);
	}
	await insertCodes(target, applied.codes ?? []);
	await insertNotes(target, applied.notes ?? []);
	insertFacts(client, head.documentId, number, applied.facts ?? []);
	const standings =
		scope.kind === "from"
			? []
			: await standingsAfter(client, head, loaded, applied, operation, facts, number);
	if (scope.kind === "from") await deriveStandings(client, head.documentId, first ?? "");
	writeStandings(target, standings, new Map(loaded.rows.map(({ row, standing }) => [row.id, standing])));
	const next = await writeRevision(
		client,
		head,
		operation,
		applied,
		writing,
		touched(operation, scope, before, applied.rows),
	);
	if (scope.kind === "all" && applied.rows.length > manyRows)
		await client.query("SELECT refresh_statistics()");
	return { head: next, before: loaded.rows, after: standings, wide };
}

/** Rows written at once from which the planner should know of them before the next read. */
const manyRows = 2_000;

/** Undoing brings old ids back; meanwhile something else may have brought them back already. */
async function usedAgain(
	client: PoolClient,
	documentId: string,
	before: readonly Row[],
	applied: Applied<Operation>,
): Promise<string | undefined> {
	const ids = idsThatCome(before, applied);
	if (ids.length === 0) return undefined;
	const found = await client.query<{ id: string }>(
		`SELECT "id" FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2)
		UNION ALL SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2) LIMIT 1`,
		[documentId, ids],
	);
	return found.rows[0]?.id;
}

function requirePermission(head: Head, operation: Operation, rows: readonly Row[]): void {
	const id = "segment" in operation ? operation.segment : null;
	const segment = rows.flatMap((row) => [...row.source, ...row.target]).find((s) => s.id === id);
	const permission = permissionFor(operation, segment?.side ?? null);
	if (!can(head.role, permission)) throw new AppError("forbidden", "forbidden");
}

/** Only confirming asks what stands already, and realigning, attaching or detaching a side what the aligner said. */
async function factsFor(
	client: PoolClient,
	head: Head,
	operation: Operation,
	scope: Scope,
	rows: readonly Row[],
): Promise<FactBook> {
	if (scope.kind === "all" && rows.length > 0) return await loadAllFacts(client, head.documentId);
	if (operation.type === "realign") return await loadBeads(client, head.documentId, statedBeads(operation));
	const asks = operation.type === "confirm" || operation.type === "assert" || operation.type === "withdraw";
	return await loadFacts(client, head.documentId, asks ? rows : []);
}

/** Such an operation came with every fact of the document. */
const isWhole = (operation: Operation) => scopeOf(operation).kind === "all";

const known = (loaded: Loaded, id: string) => loaded.rows.find(({ row }) => row.id === id)?.standing;

async function standingsAfter(
	client: PoolClient,
	head: Head,
	loaded: Loaded,
	applied: Applied<Operation>,
	operation: Operation,
	facts: FactBook,
	number: number,
): Promise<{ row: Row; standing: Standing }[]> {
	const quick =
		operation.type === "edit"
			? applied.rows.map((row) => afterNewWording(row, known(loaded, row.id), facts, number))
			: [];
	if (quick.length > 0 && quick.every((entry) => entry !== undefined)) return quick;
	let book = facts;
	if (applied.facts === undefined && !isWhole(operation))
		book = await loadFacts(client, head.documentId, applied.rows);
	else for (const fact of applied.facts ?? []) book.record(fact);
	return applied.rows.map((row) => ({ row, standing: standingOf(row, book) }));
}

/** A rendering that was never worded so before has no facts, and its link does not depend on wording. */
function afterNewWording(
	row: Row,
	before: Standing | undefined,
	none: FactBook,
	number: number,
): { row: Row; standing: Standing } | undefined {
	const worded = row.target.some((segment) => segment.version === number);
	if (!worded || !before) return undefined;
	const { state, withoutSource } = standingOf(row, none);
	return { row, standing: { state, withoutSource, link: before.link, confidence: before.confidence } };
}

/** Segments whose histories list this revision; a change of a whole side is found by its scope instead. */
function touched(
	operation: Operation,
	scope: Scope,
	before: readonly Row[],
	after: readonly Row[],
): string[] {
	if (operation.type === "rewrite") return operation.edits.map(([id]) => id);
	if (operation.type === "update") return updated(operation, before);
	if (operation.type === "fill" || operation.type === "clear") return operation.rows.map((row) => row[3]);
	if (scope.kind === "none" || scope.kind === "all" || scope.kind === "from") return [];
	const segments = (rows: readonly Row[]) => rows.flatMap((row) => [...row.source, ...row.target]);
	const all = [...segments(before), ...segments(after)];
	const kept = operation.type === "edit" ? all.filter((s: Segment) => s.id === operation.segment) : all;
	return [...new Set(kept.map((segment) => segment.id))];
}

/** Those whose wording, or what stands beside it, changes; and those that leave. */
function updated({ side, stretches, written, beside }: UpdateSide, rows: readonly Row[]): string[] {
	const left = new Set(stretches.flatMap(({ after }) => after.flatMap((row) => row[side])));
	const seen = stretches.flatMap(({ before }) => before.flatMap((row) => row[side].map(([id]) => id)));
	const gone = seen.filter((id) => !left.has(id));
	const old = new Map(rows.flatMap((row) => row[side].map((segment) => [segment.id, segment] as const)));
	const said = written.filter(({ id, version, other }) => {
		const was = old.get(id);
		return version !== was?.version || other?.since !== was.other?.since;
	});
	return [...new Set([...said.map(({ id }) => id), ...beside.map(([id]) => id), ...gone])];
}

async function writeRevision(
	client: PoolClient,
	head: Head,
	operation: Operation,
	applied: Applied<Operation>,
	{ actorId, at, undoes, requestKey }: Writing,
	segments: readonly string[],
): Promise<Head> {
	const number = head.number + 1;
	const body = canonicalJson(operation as unknown as Json);
	const inverse = canonicalJson(applied.inverse as unknown as Json);
	const hash = chainHash(head.hash, {
		documentId: head.documentId,
		number,
		actorId,
		at,
		operation: body,
		inverse,
		undoes,
	});
	const description = { ...head.description, ...applied.description };
	const order = applied.order ?? head.order;
	const lineage = applied.lineage ?? [];
	send(client, {
		name: "append-revision",
		text: `WITH revision AS (
				INSERT INTO "Revision" ("documentId", "number", "projectId", "actorId", "at", "type", "operation", "inverse", "hash", "undoes", "requestKey")
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
			), histories AS (
				INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number") SELECT $1, id, $2 FROM unnest($12::text[]) AS id
			)
			UPDATE "Document" SET "headNumber" = $2, "headHash" = $9, "orderNumber" = $13, "updatedAt" = $5 WHERE "id" = $1`,
		values: [
			head.documentId,
			number,
			head.projectId,
			actorId,
			at,
			operation.type,
			body,
			inverse,
			hash,
			undoes,
			requestKey,
			segments,
			order,
		],
	});
	if (applied.description) await writeDescription(client, head.documentId, description);
	for (const [ordinal, entry] of lineage.entries()) {
		await client.query(
			`INSERT INTO "Lineage" ("documentId", "number", "ordinal", "fromId", "fromAt", "toId", "toAt") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			[head.documentId, number, ordinal, entry.fromId, entry.fromAt, entry.toId, entry.toAt],
		);
	}
	return { ...head, number, hash, order, description };
}

async function writeDescription(
	client: PoolClient,
	documentId: string,
	description: Head["description"],
): Promise<void> {
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins, labels } =
		description;
	await client.query(
		`UPDATE "Document" SET "title" = $2, "publishedOn" = $3, "publisher" = $4, "byline" = $5, "sourceLanguage" = $6,
			"targetLanguage" = $7, "origins" = $8, "labels" = $9 WHERE "id" = $1`,
		[
			documentId,
			title,
			publishedOn,
			publisher,
			byline,
			sourceLanguage,
			targetLanguage,
			JSON.stringify(origins),
			JSON.stringify(labels),
		],
	);
}
