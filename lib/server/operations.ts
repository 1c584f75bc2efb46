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
import { wireRows } from "./passages.ts";
import { type Appended, appendOperation } from "./revision-log/append.ts";
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
	readonly undone: { readonly number: number; readonly type: string; readonly passage: string | null };
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
			if (head.repeated !== null) return await repeated(client, head, head.repeated);
			await refuseUsedIds(client, documentId, freshIds(input.operation));
			const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
			const appended = await appendOperation(client, head, input.operation, writing, loaded);
			if ("refused" in appended) throw refusal(appended, input.operation);
			return changeOf(appended);
		},
		answer: async (client, change) => await answer(client, documentId, change),
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
	return await reverse(actor, documentId, key, lastStanding, "nothingToUndo");
}

/** Does again what the actor last took back, as long as they have done nothing else since. */
export async function redo(actor: Actor, documentId: string, key: string): Promise<Undone> {
	return await reverse(actor, documentId, key, lastUndoing, "nothingToRedo");
}

interface Past {
	readonly number: number;
	readonly type: string;
	readonly undoes: number | null;
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
					...(await repeated(client, head, head.repeated)),
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
		answer: async (client, { undone, ...change }) => {
			const told = await answer(client, documentId, change);
			return { ...told, undone: { ...undone, passage: told.rows[0]?.id ?? null } };
		},
	});
}

/** Newest first, as far back as the actor's undo reaches. */
async function ownRevisions(client: PoolClient, actor: Actor, documentId: string): Promise<Past[]> {
	const found = await client.query<Past>(
		`SELECT "number", "type", "undoes", "inverse" FROM "Revision" WHERE "documentId" = $1 AND "actorId" = $2
		ORDER BY "number" DESC LIMIT 200`,
		[documentId, actor.userId],
	);
	return found.rows;
}

/**
 * A revision is taken back while a revision that undoes it stands. Reading newest first, each undoing
 * that stands cancels what it undoes.
 */
function standing(past: readonly Past[]): Past[] {
	const cancelled = new Set<number>();
	return past.filter((revision) => {
		if (cancelled.has(revision.number)) return false;
		if (revision.undoes !== null) cancelled.add(revision.undoes);
		return true;
	});
}

function lastStanding(past: readonly Past[]): Past | undefined {
	return standing(past).find((revision) => revision.undoes === null);
}

/** The latest undoing that stands, unless something new was done since; redoing is neither. */
function lastUndoing(past: readonly Past[]): Past | undefined {
	const undoings = new Set(
		past.filter((revision) => revision.undoes !== null).map((revision) => revision.number),
	);
	const latest = standing(past).find(
		(revision) => revision.undoes === null || !undoings.has(revision.undoes),
	);
	return latest?.undoes === null ? undefined : latest;
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
interface Change {
	readonly number: number;
	readonly headNumber: number;
	readonly orderNumber: number;
	readonly replaced: readonly string[];
	readonly now: readonly string[];
	readonly reload: boolean;
}

interface Reversal extends Change {
	readonly undone: { readonly number: number; readonly type: string };
}

function changeOf({ head, before, after, wide }: Appended): Change {
	return {
		number: head.number,
		headNumber: head.number,
		orderNumber: head.order,
		replaced: wide ? [] : before.map(({ row }) => row.id),
		now: after.map(({ row }) => row.id),
		reload: wide,
	};
}

async function answer(
	client: PoolClient,
	documentId: string,
	{ number, headNumber, orderNumber, replaced, now, reload }: Change,
): Promise<Saved> {
	const rows = await wireRows(client, documentId, now);
	return { number, headNumber, orderNumber, replaced, rows, reload };
}

/** The answer to a repeat: the same revision, and the rows as they are now. */
async function repeated(client: PoolClient, head: Head, number: number): Promise<Change> {
	const found = await client.query<{ id: string }>(
		`SELECT DISTINCT s."passageId" AS "id" FROM "RevisionSegment" r
		JOIN "Segment" s ON s."documentId" = r."documentId" AND s."id" = r."segmentId"
		WHERE r."documentId" = $1 AND r."number" = $2 AND s."passageId" IS NOT NULL`,
		[head.documentId, number],
	);
	const ids = found.rows.map((row) => row.id);
	return { number, headNumber: head.number, orderNumber: head.order, replaced: ids, now: ids, reload: true };
}

async function undoneBy(
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
