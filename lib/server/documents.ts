/** Documents of a project: listing, making, deleting for a while. */
import type { PoolClient } from "pg";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Progress } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument, requireProject } from "./access.ts";
import { db, pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { newId } from "./new-id.ts";
import { documentProgress } from "./progress.ts";
import { appendOperation } from "./revision-log/append.ts";
import { type Head, inTransaction } from "./revision-log/transaction.ts";

export interface DocumentSummary {
	readonly id: string;
	readonly title: string;
	readonly passages: number;
	/** Passages in each state. */
	readonly states: Readonly<Record<string, number>>;
	readonly words: Progress;
	readonly sides: { readonly source: boolean; readonly target: boolean };
	readonly updatedAt: string;
}

interface SummaryLine {
	id: string;
	title: string;
	sourceLanguage: string;
	targetLanguage: string;
	updatedAt: Date;
	source: boolean;
	target: boolean;
	states: Record<string, number> | null;
}

/** The project's documents, the last changed first. */
export async function listDocuments(actor: Actor, projectId: string): Promise<DocumentSummary[]> {
	await requireProject(actor, projectId, "document.read");
	const found = await pool().query<SummaryLine>(
		`SELECT d."id", d."title", d."sourceLanguage", d."targetLanguage", d."updatedAt",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'source') AS "source",
			EXISTS (SELECT FROM "Segment" WHERE "documentId" = d."id" AND "side" = 'target') AS "target",
			(SELECT json_object_agg("state", "count") FROM (
				SELECT "state", count(*)::int AS "count" FROM "Passage" WHERE "documentId" = d."id" GROUP BY "state"
			) AS counted) AS "states"
		FROM "Document" d WHERE d."projectId" = $1 AND d."deletedAt" IS NULL ORDER BY d."updatedAt" DESC, d."id"`,
		[projectId],
	);
	return await Promise.all(found.rows.map(summarise));
}

async function summarise(line: SummaryLine): Promise<DocumentSummary> {
	const states = line.states ?? {};
	return {
		id: line.id,
		title: line.title,
		passages: Object.values(states).reduce((sum, count) => sum + count, 0),
		states,
		words: await documentProgress(line.id, line),
		sides: { source: line.source, target: line.target },
		updatedAt: line.updatedAt.toISOString(),
	};
}

/** Writes the first revision; the caller has checked access. `at` is when it happened. */
export async function createDocument(
	actor: Actor,
	projectId: string,
	operation: Operation,
	at = new Date(),
): Promise<string> {
	return await inTransaction(async (client) => await insertDocument(client, actor, projectId, operation, at));
}

/** The same within a transaction that does more. */
export async function insertDocument(
	client: PoolClient,
	actor: Actor,
	projectId: string,
	operation: Operation,
	at: Date,
): Promise<string> {
	const documentId = newId();
	const description = {
		title: "",
		publishedOn: null,
		publisher: null,
		byline: null,
		sourceLanguage: "",
		targetLanguage: "",
		origins: [],
		labels: [],
	};
	await client.query(
		`INSERT INTO "Document" ("id", "projectId", "title", "sourceLanguage", "targetLanguage", "origins", "labels", "createdById", "createdAt", "updatedAt")
		VALUES ($1, $2, '', '', '', '[]', '[]', $3, $4, $4)`,
		[documentId, projectId, actor.userId, at],
	);
	const head: Head = {
		documentId,
		logId: documentId,
		projectId,
		role: "owner",
		number: 0,
		hash: "",
		order: 0,
		weight: 0,
		logSince: 0,
		description,
		repeated: null,
	};
	const result = await appendOperation(client, head, operation, {
		actorId: actor.userId,
		at,
		undoes: null,
		requestKey: null,
	});
	if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
	return documentId;
}

/** Days in which a deletion can be taken back. */
export const undeleteDays = 30;

/** Hides a document; nothing of it goes. */
export async function deleteDocument(actor: Actor, documentId: string): Promise<void> {
	await requireDocument(actor, documentId, "document.delete");
	await db().document.updateMany({
		where: { id: documentId, deletedAt: null },
		data: { deletedAt: new Date() },
	});
}

/** Takes a deletion back. */
export async function undeleteDocument(actor: Actor, documentId: string): Promise<void> {
	await requireDocument(actor, documentId, "document.delete", { deleted: true });
	const oldest = new Date(Date.now() - undeleteDays * 24 * 60 * 60 * 1_000);
	const { count } = await db().document.updateMany({
		where: { id: documentId, deletedAt: { gte: oldest } },
		data: { deletedAt: null },
	});
	if (count === 0) throw new AppError("not-found", "notFound");
}
