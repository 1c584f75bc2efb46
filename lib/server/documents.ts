/** Documents of a project: listing, importing, deleting for a while. */
import type { PoolClient } from "pg";
import type { Example } from "#lib/core/align/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Progress } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument, requireProject } from "./access.ts";
import { isLongText, longestText, requireAligner } from "./align-texts.ts";
import { db, pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { confirmedExamples } from "./examples.ts";
import { cutDocument, type Preview } from "./import-cut.ts";
import { type NewDocument, pastedText } from "./import-input.ts";
import { importOperation } from "./import-operation.ts";
import { checkStorable, languageOf } from "./import-text.ts";
import { startJob } from "./jobs.ts";
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

const sides = ["source", "target"] as const;
const longestOf = (input: NewDocument) =>
	Math.max(...sides.map((side) => pastedText(input[side])?.length ?? 0));
const isLong = (input: NewDocument) => isLongText(input.aligner, longestOf(input));

/** What an import would make of this text; `partial` when only its beginning is shown. */
export async function previewImport(
	actor: Actor,
	projectId: string,
	input: NewDocument,
): Promise<Preview & { partial: boolean }> {
	await requireProject(actor, projectId, "document.import");
	const partial = isLong(input);
	const examples = await examplesFor(projectId, input);
	return { ...(await cutDocument(partial ? beginningOf(input) : input, examples)), partial };
}

/** What the aligner of an import may learn from. */
export async function examplesFor(projectId: string, input: NewDocument): Promise<Example[]> {
	if (!input.source || !input.target) return [];
	const [source, target] = sides.map((side) =>
		languageOf(side, pastedText(input[side]), input[`${side}Language`]),
	);
	return await confirmedExamples(projectId, source ?? "", target ?? "");
}

/** The same part of both sides. */
function beginningOf(input: NewDocument): NewDocument {
	const share = longestText(input.aligner) / longestOf(input);
	const cut = (side: NewDocument["source"]): NewDocument["source"] => {
		if (!side || !("text" in side)) return side;
		const length = Math.max(1, Math.floor(side.text.length * share));
		const end = side.text.lastIndexOf("\n", length);
		return { ...side, text: side.text.slice(0, end > 0 ? end : length).toWellFormed() };
	};
	return { ...input, source: cut(input.source), target: cut(input.target) };
}

/**
 * Makes a document; its whole text is its first revision. All of it is there afterwards, or nothing. A
 * long text is imported by a job.
 */
export async function importDocument(
	actor: Actor,
	projectId: string,
	input: NewDocument,
): Promise<{ documentId: string } | { jobId: string }> {
	await requireProject(actor, projectId, "document.import");
	for (const side of sides) checkStorable(side, pastedText(input[side]) ?? "");
	requireAligner(input.aligner);
	if (isLong(input)) return { jobId: await startJob(actor, projectId, "import-document", input) };
	const cut = await cutDocument(input, await examplesFor(projectId, input));
	return { documentId: await createDocument(actor, projectId, importOperation(input, cut)) };
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
		projectId,
		role: "owner",
		number: 0,
		hash: "",
		order: 0,
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
