/** Taking back one revision, whoever made it, as a new one. */
import type { PoolClient } from "pg";
import { StoredOperation, scopeOf } from "#lib/core/document/operations/registry.ts";
import { type Actor, can } from "./access.ts";
import { AppError } from "./errors.ts";
import { laterRevision } from "./later-work.ts";
import { changeOf, type Reversal, repeatedChange, type Undone, undoneBy, undoneOf } from "./operations.ts";
import { appendOperation } from "./revision-log/append.ts";
import { beyondRequest, stepsOnDocument } from "./revision-log/transaction.ts";

/** `refused` with who built on it by which revision; whoever may do the opposite may do this. */
export async function revert(actor: Actor, documentId: string, number: number, key: string): Promise<Undone> {
	if (!Number.isInteger(number)) throw new AppError("not-found", "notFound");
	return await stepsOnDocument(actor, documentId, key, {
		ahead: async (client) => await storedRevision(client, documentId, number),
		work: async (client, head, stored): Promise<Reversal> => {
			if (head.repeated !== null) {
				const undone = await undoneBy(client, head, head.repeated, false);
				return { ...(await repeatedChange(client, head, head.repeated)), undone };
			}
			if (!can(head.role, "rendering.edit")) throw new AppError("forbidden", "forbidden");
			if (!stored) throw new AppError("not-found", "noSuchVersion", { number });
			const inverse = StoredOperation.nullable().parse(JSON.parse(stored.inverse));
			if (inverse === null) throw new AppError("refused", "notReversible", { number });
			if (await isTakenBack(client, documentId, number))
				throw new AppError("refused", "alreadyTakenBack", { number });
			if (scopeOf(inverse).kind === "all") await beyondRequest(client);
			const writing = { actorId: actor.userId, at: new Date(), undoes: number, requestKey: key };
			const appended = await appendOperation(client, head, inverse, writing);
			if ("refused" in appended) throw await whyNot(client, documentId, number, appended.refused);
			return { ...changeOf(appended), undone: { number, type: stored.type } };
		},
		answer: async (client, reversal) => await undoneOf(client, documentId, reversal),
	});
}

async function storedRevision(client: PoolClient, documentId: string, number: number) {
	const found = await client.query<{ type: string; inverse: string }>(
		`SELECT "type", "inverse" FROM "Revision" WHERE "documentId" = $1 AND "number" = $2`,
		[documentId, number],
	);
	return found.rows[0];
}

/** Whether one of those that take it back stands, which it does unless another takes back that one, and so on. */
async function isTakenBack(client: PoolClient, documentId: string, number: number): Promise<boolean> {
	const found = await client.query<{ number: number; undoes: number }>(
		`WITH RECURSIVE chain AS (
			SELECT "number", "undoes" FROM "Revision" WHERE "documentId" = $1 AND "number" > $2 AND "undoes" = $2
			UNION
			SELECT r."number", r."undoes" FROM chain c
			JOIN "Revision" r ON r."documentId" = $1 AND r."number" > c."number" AND r."undoes" = c."number"
		) SELECT * FROM chain ORDER BY "number" DESC`,
		[documentId, number],
	);
	const cancelled = new Set<number>();
	for (const line of found.rows) if (!cancelled.has(line.number)) cancelled.add(line.undoes);
	return cancelled.has(number);
}

/** Names the revision that was built on it. */
async function whyNot(
	client: PoolClient,
	documentId: string,
	number: number,
	reason: string,
): Promise<AppError> {
	const found = await client.query<{ id: string }>(
		`SELECT "segmentId" AS "id" FROM "RevisionSegment" WHERE "documentId" = $1 AND "number" = $2`,
		[documentId, number],
	);
	const segments = found.rows.map(({ id }) => id);
	const ofText = reason === "segment-changed";
	const later =
		(await laterRevision(client, documentId, number, segments, !ofText)) ??
		(await laterRevision(client, documentId, number, segments));
	if (!later) return new AppError("refused", "laterWork", { number, reason });
	const { number: by, ...rest } = later;
	return new AppError("refused", "builtUpon", { number, reason, by, ...rest });
}
