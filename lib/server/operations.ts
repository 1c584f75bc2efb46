/** The one door: every change of a document goes through here. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Refusal } from "#lib/core/document/operations/contract.ts";
import {
	forbiddenFields,
	freshIds,
	type Operation,
	PostedOperation,
	StoredOperation,
	scopeOf,
} from "#lib/core/document/operations/registry.ts";
import type { WireRow } from "#lib/core/document/wire.ts";
import type { Actor } from "./access.ts";
import { AppError } from "./errors.ts";
import { lastRedoable, lastUndoable, type OwnRevision } from "./own-work.ts";
import { wireRows } from "./passages.ts";
import { type Appended, appendOperation, type Places } from "./revision-log/append.ts";
import { loadFew } from "./revision-log/load.ts";
import { beyondRequest, type Head, stepsOnDocument } from "./revision-log/transaction.ts";

/** Chosen by the client for each request; a repeat with the same key has one effect. */
export const RequestKey = z.string().regex(/^[0-9A-Za-z_-]{8,64}$/);

export const PostOperation = z.strictObject({ key: RequestKey, operation: PostedOperation });
export type PostOperation = z.infer<typeof PostOperation>;
export const PostUndo = z.strictObject({ key: RequestKey });

/** What changed, for a client that holds part of the document. */
export interface Saved {
	/** The revision that this request made. */
	readonly number: number;
	readonly headNumber: number;
	readonly orderNumber: number;
	/** Passages that the rows below take the place of. */
	readonly replaced: readonly string[];
	readonly rows: readonly WireRow[];
	/** More changed than is sent here: load the window again. */
	readonly reload: boolean;
}

export interface Undone extends Saved {
	/** Which revision was taken back; the type is of what was undone or, by a redo, done again. */
	readonly undone: {
		readonly number: number;
		readonly type: string;
		/** The first passage whose texts it changed, and how many there are. */
		readonly passage: string | null;
		readonly passages: number;
	};
}

/** Throws `conflict` with both texts where the segment was changed meanwhile, `refused` for any other reason. */
export async function performOperation(
	actor: Actor,
	documentId: string,
	input: PostOperation,
): Promise<Saved> {
	const forbidden = forbiddenFields(input.operation).filter((field) => !isDefault(input.operation, field));
	if (forbidden.length > 0)
		throw new AppError("invalid", "invalidBody", { field: `operation.${forbidden[0]}`, reason: "unknown" });
	return await stepsOnDocument(actor, documentId, input.key, {
		ahead: async (client) => await loadFew(client, documentId, scopeOf(input.operation)),
		work: async (client, head, loaded) => {
			if (head.repeated !== null) return await repeatedChange(client, head, head.repeated);
			await refuseUsedIds(client, documentId, freshIds(input.operation));
			const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
			const appended = await appendOperation(client, head, input.operation, writing, loaded);
			if ("refused" in appended) throw refusal(appended, input.operation);
			return changeOf(appended);
		},
		answer: async (client, change) => await savedOf(client, documentId, change),
	});
}

/** The answer where so much changed that a client reads its window again. */
export const reloading = (number: number, headNumber: number, orderNumber: number): Saved => ({
	number,
	headNumber,
	orderNumber,
	replaced: [],
	rows: [],
	reload: true,
});

/** Parsing fills fields that only inverses carry with their defaults. */
function isDefault(operation: Operation, field: string): boolean {
	const value: unknown = Reflect.get(operation, field);
	return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Takes back the actor's last operation that still stands. */
export async function undo(actor: Actor, documentId: string, key: string): Promise<Undone> {
	return await reverse(actor, documentId, key, lastUndoable, "nothingToUndo");
}

/** Does again what the actor last took back, as long as they have done nothing else since. */
export async function redo(actor: Actor, documentId: string, key: string): Promise<Undone> {
	return await reverse(actor, documentId, key, lastRedoable, "nothingToRedo");
}

interface Past extends OwnRevision {
	readonly type: string;
	readonly inverse: string;
}

async function reverse(
	actor: Actor,
	documentId: string,
	key: string,
	choose: (past: readonly Past[]) => Past | undefined,
	nothing: "nothingToUndo" | "nothingToRedo",
): Promise<Undone> {
	const redoing = nothing === "nothingToRedo";
	return await stepsOnDocument(actor, documentId, key, {
		ahead: async (client) => await ownRevisions(client, actor, documentId),
		work: async (client, head, past): Promise<Reversal> => {
			if (head.repeated !== null) {
				return {
					...(await repeatedChange(client, head, head.repeated)),
					undone: await undoneBy(client, head, head.repeated, redoing),
				};
			}
			const chosen = choose(past);
			if (!chosen) throw new AppError("refused", nothing);
			const inverse = StoredOperation.nullable().parse(JSON.parse(chosen.inverse));
			// The import that made the document
			if (inverse === null) throw new AppError("refused", nothing);
			if (scopeOf(inverse).kind === "all") await beyondRequest(client);
			const writing = { actorId: actor.userId, at: new Date(), undoes: chosen.number, requestKey: key };
			const appended = await appendOperation(client, head, inverse, writing);
			if ("refused" in appended)
				throw new AppError("refused", "laterWork", { number: chosen.number, reason: appended.refused });
			const again = redoing && past.find(({ number }) => number === chosen.undoes);
			return { ...changeOf(appended), undone: { number: chosen.number, type: (again || chosen).type } };
		},
		answer: async (client, reversal) => await undoneOf(client, documentId, reversal),
	});
}

export async function undoneOf(
	client: PoolClient,
	documentId: string,
	{ undone, ...change }: Reversal,
): Promise<Undone> {
	const told = await savedOf(client, documentId, change);
	const places = told.reload
		? (change.places ?? (await placesOf(client, documentId, change.number)))
		: { passage: told.rows[0]?.id ?? null, passages: told.rows.length };
	return { ...told, undone: { ...undone, ...places } };
}

/** Newest first, as far back as the actor's undo reaches, with what others did to take it back. */
async function ownRevisions(client: PoolClient, actor: Actor, documentId: string): Promise<Past[]> {
	const found = await client.query<Past>(
		`WITH RECURSIVE own AS (
			SELECT "number", "type", "undoes", "inverse" FROM "Revision" WHERE "documentId" = $1 AND "actorId" = $2
			ORDER BY "number" DESC LIMIT 200
		), about AS (
			SELECT "number", "undoes", $2 AS "actorId" FROM own
			UNION
			SELECT r."number", r."undoes", r."actorId" FROM about a
			JOIN "Revision" r ON r."documentId" = $1 AND r."undoes" = a."number"
		)
		SELECT "number", "type", "undoes", "inverse", true AS "own" FROM own
		UNION ALL SELECT "number", '' AS "type", "undoes", 'null' AS "inverse", false AS "own" FROM about WHERE "actorId" <> $2
		ORDER BY "number" DESC`,
		[documentId, actor.userId],
	);
	return found.rows;
}

async function refuseUsedIds(client: PoolClient, documentId: string, ids: readonly string[]): Promise<void> {
	if (ids.length === 0) return;
	const found = await client.query<{ id: string }>(
		`SELECT "id" FROM "Passage" WHERE "documentId" = $1 AND "id" = ANY($2)
		UNION ALL SELECT "id" FROM "Segment" WHERE "documentId" = $1 AND "id" = ANY($2)
		UNION ALL SELECT "id" FROM "RetiredId" WHERE "documentId" = $1 AND "id" = ANY($2)`,
		[documentId, ids],
	);
	const used = found.rows[0]?.id;
	if (used !== undefined) throw new AppError("refused", "refusals.id-used", { id: used });
}

function refusal(result: Refusal, operation: Operation): AppError {
	const yours = operation.type === "edit" ? { yours: operation.text } : {};
	if (result.refused === "segment-changed")
		return new AppError("conflict", "conflict", { ...result.values, ...yours });
	return new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
}

/** What changed, before the rows are read for the answer. */
export interface Change {
	readonly number: number;
	readonly headNumber: number;
	readonly orderNumber: number;
	readonly replaced: readonly string[];
	readonly now: readonly string[];
	readonly reload: boolean;
	readonly places: Places | null;
}

export interface Reversal extends Change {
	readonly undone: { readonly number: number; readonly type: string };
}

export function changeOf({ head, before, after, wide, places }: Appended): Change {
	return {
		number: head.number,
		headNumber: head.number,
		orderNumber: head.order,
		replaced: wide ? [] : before.map(({ row }) => row.id),
		now: after.map(({ row }) => row.id),
		reload: wide,
		places: places ?? null,
	};
}

export async function savedOf(
	client: PoolClient,
	documentId: string,
	{ number, headNumber, orderNumber, replaced, now, reload }: Change,
): Promise<Saved> {
	const rows = await wireRows(client, documentId, now);
	return { number, headNumber, orderNumber, replaced, rows, reload };
}

/** Passages that a repeat is answered with: who asked twice loads the window again anyway. */
const mostRepeated = 500;

/** The answer to a repeat: the same revision, and the rows as they are now. */
export async function repeatedChange(client: PoolClient, head: Head, number: number): Promise<Change> {
	const found = await client.query<{ id: string }>(
		`SELECT DISTINCT s."passageId" AS "id" FROM "RevisionSegment" r
		JOIN "Segment" s ON s."documentId" = r."documentId" AND s."id" = r."segmentId"
		WHERE r."documentId" = $1 AND r."number" = $2 AND s."passageId" IS NOT NULL LIMIT $3`,
		[head.documentId, number, mostRepeated],
	);
	const ids = found.rows.map((row) => row.id);
	return {
		number,
		headNumber: head.number,
		orderNumber: head.order,
		replaced: ids,
		now: ids,
		reload: true,
		places: null,
	};
}

/** The passages that hold what a revision changed the texts of; a change of the grouping alone has none. */
async function placesOf(client: PoolClient, documentId: string, number: number): Promise<Places> {
	const found = await client.query<Places>(
		`SELECT (array_agg(p."id" ORDER BY p."rank"))[1] AS "passage", count(*)::int AS "passages" FROM "Passage" p
		WHERE p."documentId" = $1 AND p."id" IN (
			SELECT s."passageId" FROM "RevisionSegment" r
			JOIN "Segment" s ON s."documentId" = r."documentId" AND s."id" = r."segmentId"
			WHERE r."documentId" = $1 AND r."number" = $2)`,
		[documentId, number],
	);
	return found.rows[0] ?? { passage: null, passages: 0 };
}

export async function undoneBy(
	client: PoolClient,
	head: Head,
	number: number,
	redoing: boolean,
): Promise<{ number: number; type: string }> {
	const found = await client.query<{ number: number; type: string }>(
		`SELECT u."number", COALESCE(o."type", u."type") AS "type" FROM "Revision" r
		JOIN "Revision" u ON u."documentId" = r."documentId" AND u."number" = r."undoes"
		LEFT JOIN "Revision" o ON $3 AND o."documentId" = u."documentId" AND o."number" = u."undoes"
		WHERE r."documentId" = $1 AND r."number" = $2`,
		[head.documentId, number, redoing],
	);
	const [line] = found.rows;
	if (!line) throw new AppError("refused", "requestKeyUsed");
	return line;
}
