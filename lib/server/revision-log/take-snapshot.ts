/** Keeping versions of a document for those who will read them or later ones. */
import { gzipSync } from "node:zlib";
import type { ClientBase } from "pg";
import { Replica } from "#lib/core/document/replica.ts";
import { writeSnapshot } from "#lib/core/document/snapshot.ts";
import { pool } from "#lib/server/db.ts";
import { nearestSnapshot } from "./document-at.ts";
import { replayOnto } from "./replay.ts";
import { beyondRequest, inTransaction } from "./transaction.ts";
import { weighed } from "./weigh.ts";

export interface PackedSnapshot {
	readonly number: number;
	/** Of that revision. */
	readonly hash: string;
	readonly bytes: Uint8Array;
	/** Bytes before they were packed. */
	readonly weight: number;
}

export function packSnapshot(replica: Replica, hash: string): PackedSnapshot {
	const text = writeSnapshot(replica);
	return { number: replica.number, hash, bytes: gzipSync(text), weight: Buffer.byteLength(text) };
}

export async function writeSnapshots(
	client: ClientBase,
	{ documentId, projectId }: { readonly documentId: string; readonly projectId: string },
	snapshots: readonly PackedSnapshot[],
): Promise<void> {
	for (const { number, hash, bytes } of snapshots)
		await client.query(
			`INSERT INTO "Snapshot" ("documentId", "number", "projectId", "hash", "bytes") VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT DO NOTHING`,
			[documentId, number, projectId, hash, bytes],
		);
}

interface Head {
	readonly headNumber: number;
	readonly projectId: string;
	readonly weight: number;
}

/**
 * Of the document as it is now, and of earlier versions where a long log has none; answers the number of the last.
 * Safe to call twice, and beside people who work.
 */
export async function takeSnapshot(documentId: string): Promise<number> {
	const { number, weight } = await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
		await beyondRequest(client);
		const found = await client.query<Head>(
			`SELECT "headNumber", "projectId", "weight" FROM "Document" WHERE "id" = $1`,
			[documentId],
		);
		const [head] = found.rows;
		if (!head) throw new TypeError(`no document is called ${documentId}`);
		const snapshots = await missingSnapshots(client, documentId, head);
		await writeSnapshots(client, { documentId, projectId: head.projectId }, snapshots);
		return { number: head.headNumber, weight: snapshots.at(-1)?.weight ?? head.weight };
	});
	await pool().query(`UPDATE "Document" SET "weight" = $2 WHERE "id" = $1`, [documentId, weight]);
	return number;
}

async function missingSnapshots(
	client: ClientBase,
	documentId: string,
	head: Head,
): Promise<PackedSnapshot[]> {
	const snapshots: PackedSnapshot[] = [];
	const start = (await nearestSnapshot(client, documentId, 0, head.headNumber)) ?? new Replica();
	let state = { number: start.number, weight: head.weight, logSince: 0 };
	await replayOnto(client, documentId, start, head.headNumber, {
		done: ({ line, applied }, replica) => {
			const { number, operation, inverse, hash } = line;
			const { due, ...now } = weighed(state, operation, inverse, applied.rows.length);
			state = { number, ...now };
			if (!due && number < head.headNumber) return;
			const packed = packSnapshot(replica, hash);
			snapshots.push(packed);
			state = { ...state, weight: packed.weight };
		},
	});
	return snapshots;
}
