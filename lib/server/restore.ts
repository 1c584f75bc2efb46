/** Bringing passages or a whole document back to an earlier version: shown first, then done as one revision. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { DocumentDescription, Side } from "#lib/core/document/model.ts";
import { Id } from "#lib/core/document/operations/contract.ts";
import type { RestorePreview } from "#lib/core/document/wire.ts";
import { type Actor, can } from "./access.ts";
import { AppError } from "./errors.ts";
import { startJob } from "./jobs.ts";
import { laterRevision } from "./later-work.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { type Planned, type Present, planFor } from "./restore-plan.ts";
import { passagesThatDiffer, showRestore } from "./restore-preview.ts";
import { appendOperation } from "./revision-log/append.ts";
import { beyondRequest, type Head, inTransaction, onDocument } from "./revision-log/transaction.ts";
import { draftNumber } from "./versions.ts";

/** Most passages that a request may name one by one. */
const mostNamed = 500;

export const RestoreDocument = z.strictObject({
	key: RequestKey,
	/** The version that comes back; "draft": the document as its renderings came into it. */
	to: z.int().min(1).or(z.literal("draft")),
	/** Those meant, or the first and the last of a run; without them the whole document. */
	passages: z
		.array(Id)
		.min(1)
		.max(mostNamed)
		.or(z.strictObject({ from: Id, until: Id }))
		.optional(),
	/** Only show what would change. */
	preview: z.boolean().default(false),
	/** The newest revision when it was shown: refused where somebody changed since what would change. */
	seen: z.int().min(0).optional(),
});
export type RestoreDocument = z.infer<typeof RestoreDocument>;

/** What came of it, for a client that loads its window again. */
export interface Restored extends Saved {
	/** Passages that changed, came or left. */
	readonly changed: number;
}

/** Passages above which nobody waits for it without a sign. */
const longDocument = 5_000;

/** Shows or does it; where that takes long, a job does. */
export async function requestRestore(
	actor: Actor,
	documentId: string,
	input: RestoreDocument,
): Promise<RestorePreview | Restored | { jobId: string }> {
	const { projectId, passages } = await restorable(actor, documentId);
	if (passages > longDocument)
		return { jobId: await startJob(actor, projectId, "restore-document", { documentId, input }) };
	return await restoreNow(actor, documentId, input);
}

/** The same without asking how long it takes. */
export async function restoreNow(
	actor: Actor,
	documentId: string,
	input: RestoreDocument,
	signal?: AbortSignal,
): Promise<RestorePreview | Restored> {
	await restorable(actor, documentId);
	const planned = await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		await beyondRequest(client);
		const present = await presentAt(client, documentId);
		const made = await planFor(client, await toRestore(client, documentId, input), present);
		return input.preview ? await showRestore(client, documentId, made) : made;
	});
	signal?.throwIfAborted();
	if (!("plan" in planned)) return planned;
	return await onDocument(actor, documentId, input.key, async (client, head) => {
		if (head.repeated !== null) return { ...reloading(head.repeated, head.number, head.order), changed: 0 };
		return await write(client, actor, head, input, planned);
	});
}

/** Throws where this person may change nothing here. */
async function restorable(actor: Actor, documentId: string): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	if (!head.permissions.includes("rendering.edit")) throw new AppError("forbidden", "forbidden");
	return head;
}

async function presentAt(client: PoolClient, documentId: string): Promise<Present> {
	const found = await client.query<DocumentDescription & { number: number; order: number }>(
		`SELECT "headNumber" AS "number", "orderNumber" AS "order", "title", "publishedOn", "publisher", "byline",
			"sourceLanguage", "targetLanguage", "origins", "labels" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const [line] = found.rows;
	if (!line) throw new AppError("not-found", "notFound");
	const { number, order, ...description } = line;
	return { number, order, description };
}

async function toRestore(client: PoolClient, documentId: string, { to, passages }: RestoreDocument) {
	if (to !== "draft") return { documentId, to, passages };
	const draft = await draftNumber(client, documentId);
	if (draft === undefined) throw new AppError("refused", "needsDraft");
	return { documentId, to: draft, passages };
}

async function write(
	client: PoolClient,
	actor: Actor,
	head: Head,
	input: RestoreDocument,
	first: Planned,
): Promise<Restored> {
	await beyondRequest(client);
	const same = head.number === first.present.number;
	const planned = same ? first : await planFor(client, await toRestore(client, head.documentId, input), head);
	const { operation, stretches } = planned.plan;
	if (!operation) throw new AppError("refused", "refusals.nothing-changed");
	if (input.seen !== undefined && input.seen < head.number)
		await refuseUnseen(client, head.documentId, input.seen, planned);
	requireSides(head, planned);
	const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
	const result = await appendOperation(client, head, operation, writing);
	if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
	const { number, order } = result.head;
	const changed = passagesThatDiffer(
		stretches.flatMap(({ before }) => before),
		stretches.flatMap(({ after }) => after),
	);
	return { ...reloading(number, number, order), changed };
}

/** Who asked saw it before: what others did since to the same passages is not taken away unseen. */
async function refuseUnseen(
	client: PoolClient,
	documentId: string,
	seen: number,
	{ plan: { stretches } }: Planned,
): Promise<void> {
	const segments = stretches.flatMap(({ before, after }) =>
		[...before, ...after].flatMap((row) => [...row.source, ...row.target].map(({ id }) => id)),
	);
	const later = await laterRevision(client, documentId, seen, segments);
	if (later) throw new AppError("conflict", "changedUnseen", { ...later });
}

/** Taking a whole side out, or bringing one in, is for those who may import. */
function requireSides({ role }: Head, { plan, loaded }: Planned): void {
	const sides = (rows: readonly { readonly [S in Side]: readonly unknown[] }[]) =>
		(["source", "target"] as const).map((side) => rows.some((row) => row[side].length > 0)).join();
	if (sides(plan.rows) !== sides(loaded.rows.map(({ row }) => row)) && !can(role, "document.import"))
		throw new AppError("forbidden", "forbidden");
}
