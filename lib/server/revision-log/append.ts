/** Applies one operation to a locked document and writes its revision: rows, facts, lineage, log and head together. */
import type { PoolClient } from "pg";
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { type FactBook, standingOf } from "#lib/core/document/facts.ts";
import type { Row, Standing } from "#lib/core/document/model.ts";
import {
	type Applied,
	idsThatCome,
	maxRowsPerOperation,
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
import { can } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { queueJob } from "#lib/server/jobs.ts";
import { noteRevision } from "#lib/server/live/announce.ts";
import { clearAside, setAside, sideRanks } from "./aside.ts";
import { insertCodes, insertNotes } from "./carried.ts";
import { chainHash } from "./chain.ts";
import { deriveStandings, insertFacts, loadAllFacts, loadBeads, loadFacts } from "./fact-store.ts";
import { type Histories, historiesOf, inNoHistory } from "./histories.ts";
import { type Loaded, loadRows, type StoredRow } from "./load.ts";
import { isLong, linksAfter, linksOf, writeLongRun } from "./run.ts";
import { send } from "./send.ts";
import { shiftSide } from "./shift-side.ts";
import type { Head } from "./transaction.ts";
import { weighed } from "./weigh.ts";
import { usedAgain, writeRows, writeStandings } from "./write.ts";

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
	/** The passages that hold what it touched, where that is known without looking. */
	readonly places?: Places;
}

export interface Places {
	/** The first of them. */
	readonly passage: string | null;
	readonly passages: number;
}

/** Returns the refusal as a value; nothing is written then. `read`: the operation's rows, read under the lock already. */
export async function appendOperation(
	client: PoolClient,
	head: Head,
	operation: Operation,
	writing: Writing,
	read: Loaded | null = null,
): Promise<Appended | Refusal> {
	if (operation.type === "shift") return await appendShift(client, head, operation, writing);
	const scope = scopeOf(operation);
	const loaded = read ?? (await loadRows(client, head.documentId, scope));
	const before = loaded.rows.map(({ row }) => row);
	requirePermission(head, operation, before);
	const number = head.number + 1;
	const many = scope.kind === "each" && before.length > maxRowsPerOperation;
	const wide = scope.kind === "all" || scope.kind === "from" || isLong(operation, before) || many;
	const facts = await factsFor(client, head, operation, scope, loaded);
	const context = { number, order: head.order, description: head.description, facts };
	const applied = applyOperation(before, operation, context);
	if ("refused" in applied) return applied;
	const returns = writing.undoes !== null || operation.type === "restore";
	const come = returns ? idsThatCome(before, applied) : [];
	const used = await usedAgain(client, head.documentId, come);
	if (used !== undefined) return { refused: "id-used", values: { id: used } };
	const target = { client, documentId: head.documentId, projectId: head.projectId, number };
	let first: string | null = null;
	if (scope.kind !== "none" && applied.rows !== before) {
		await clearAside(target, applied);
		first = await writeRows(target, loaded, applied.rows, sideRanks(operation));
		await setAside(target, operation, applied);
	}
	await insertCodes(target, applied.codes ?? []);
	await insertNotes(target, applied.notes ?? []);
	const long = isLong(operation, before);
	const meant = long ? await writeLongRun(target, loaded, applied) : null;
	if (!long) insertFacts(client, head.documentId, number, applied.facts ?? []);
	const standings =
		scope.kind === "from" || long
			? []
			: scope.kind === "run"
				? await linksAfter(target, loaded, applied)
				: await standingsAfter(client, head, loaded, applied, operation, facts, number);
	if (scope.kind === "from") await deriveStandings(client, head.documentId, first ?? "");
	writeStandings(target, standings, new Map(loaded.rows.map(({ row, standing }) => [row.id, standing])));
	const next = await writeRevision(
		client,
		head,
		operation,
		applied,
		writing,
		long ? inNoHistory : historiesOf(operation, before, applied),
		before.length,
	);
	if (scope.kind === "all" && applied.rows.length > manyRows)
		await client.query("SELECT refresh_statistics()");
	const places = meant && { places: { passage: meant[0]?.row.id ?? null, passages: meant.length } };
	return { head: next, before: loaded.rows, after: wide ? [] : standings, wide, ...places };
}

/** Rows written at once from which the planner should know of them before the next read. */
const manyRows = 2_000;

/** No passage of a shift is read here: the database moves them where they are. */
async function appendShift(
	client: PoolClient,
	head: Head,
	operation: Operation & { type: "shift" },
	writing: Writing,
): Promise<Appended | Refusal> {
	requirePermission(head, operation, []);
	const { documentId, projectId, order } = head;
	const target = { client, documentId, projectId, number: head.number + 1 };
	const shifted = await shiftSide(target, operation, order, writing.undoes !== null);
	if ("refused" in shifted) return shifted;
	await deriveStandings(client, documentId, shifted.first);
	const applied = { rows: [], ...shifted };
	const next = await writeRevision(client, head, operation, applied, writing, inNoHistory, shifted.moved);
	return { head: next, before: [], after: [], wide: true, places: { passage: null, passages: 0 } };
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
	loaded: Loaded,
): Promise<FactBook> {
	const rows = loaded.rows.map(({ row }) => row);
	if (scope.kind === "all" && rows.length > 0) return await loadAllFacts(client, head.documentId);
	if (scope.kind === "run") return linksOf(loaded.rows);
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
		operation.type === "edit" || (operation.type === "rewrite" && !isWhole(operation))
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

async function writeRevision(
	client: PoolClient,
	head: Head,
	operation: Operation,
	applied: Applied<Operation>,
	{ actorId, at, undoes, requestKey }: Writing,
	{ segments, ordinals }: Histories,
	rows: number,
): Promise<Head> {
	const number = head.number + 1;
	const body = canonicalJson(operation as unknown as Json);
	const inverse = canonicalJson(applied.inverse as unknown as Json);
	const hash = chainHash(head.hash, {
		logId: head.logId,
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
	const { weight, logSince, due } = weighed(head, body, inverse, rows);
	send(client, {
		name: "append-revision",
		text: `WITH revision AS (
				INSERT INTO "Revision" ("documentId", "number", "projectId", "actorId", "at", "type", "operation", "inverse", "hash", "undoes", "requestKey")
				VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
			), histories AS (
				INSERT INTO "RevisionSegment" ("documentId", "segmentId", "number", "ordinal")
				SELECT $1, entry.id, $2, entry.ordinal FROM unnest($12::text[], $14::integer[]) AS entry(id, ordinal)
			)
			UPDATE "Document" SET "headNumber" = $2, "headHash" = $9, "orderNumber" = $13, "updatedAt" = $5, "logSince" = $15,
				"weight" = CASE WHEN $2 = 1 THEN $16 ELSE "weight" END WHERE "id" = $1`,
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
			ordinals ?? segments.map(() => null),
			logSince,
			weight,
		],
	});
	if (applied.description) await writeDescription(client, head.documentId, description);
	for (const [ordinal, entry] of lineage.entries()) {
		await client.query(
			`INSERT INTO "Lineage" ("documentId", "number", "ordinal", "fromId", "fromAt", "toId", "toAt") VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			[head.documentId, number, ordinal, entry.fromId, entry.fromAt, entry.toId, entry.toAt],
		);
	}
	if (due)
		await queueJob(client, actorId, head.projectId, "snapshot-document", { documentId: head.documentId });
	noteRevision(client, head.documentId, number);
	return { ...head, number, hash, order, description, weight, logSince };
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
