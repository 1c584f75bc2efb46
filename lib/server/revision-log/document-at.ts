/** Any version of a document: the nearest snapshot before it, and the rest of its log. */
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { ClientBase } from "pg";
import { Replica } from "#lib/core/document/replica.ts";
import { readSnapshot } from "#lib/core/document/snapshot.ts";
import { replayOnto } from "./replay.ts";

const unpack = promisify(gunzip);

/**
 * The document as it was after revision `number`, or as it is where the log ends before. `earlier`, a version of the
 * same document, is taken further where that is no longer a way than from a snapshot.
 */
export async function documentAt(
	client: Pick<ClientBase, "query">,
	documentId: string,
	number: number,
	earlier = new Replica(),
): Promise<Replica> {
	const start = (await nearestSnapshot(client, documentId, earlier.number, number)) ?? earlier;
	return await replayOnto(client, documentId, start, number);
}

/** The last one after and until these. One that cannot be read, or is of another history than the log tells, is passed over. */
export async function nearestSnapshot(
	client: Pick<ClientBase, "query">,
	documentId: string,
	after: number,
	until: number,
): Promise<Replica | null> {
	for (let last = until; last > after; ) {
		const found = await client.query<{ number: number; bytes: Buffer }>(
			`SELECT s."number", s."bytes" FROM "Snapshot" s
			JOIN "Revision" r ON r."documentId" = s."documentId" AND r."number" = s."number" AND r."hash" = s."hash"
			WHERE s."documentId" = $1 AND s."number" > $2 AND s."number" <= $3 ORDER BY s."number" DESC LIMIT 1`,
			[documentId, after, last],
		);
		const [snapshot] = found.rows;
		if (!snapshot) return null;
		const text = await unpackSnapshot(snapshot.bytes);
		const replica = text === null ? null : readSnapshot(text);
		if (replica?.number === snapshot.number) return replica;
		last = snapshot.number - 1;
	}
	return null;
}

/** Null for bytes that are no longer what was written: gzip carries a checksum. */
export async function unpackSnapshot(bytes: Uint8Array): Promise<string | null> {
	try {
		return (await unpack(bytes)).toString("utf8");
	} catch {
		return null;
	}
}
