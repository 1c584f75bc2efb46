import type { ClientBase } from "pg";

export interface StoredBytes {
	/** Of the upload. */
	readonly id: string;
	readonly size: number;
}

/** The bytes of an upload in order, a piece at a time. Throws where it was deleted meanwhile: never an end too early. */
export async function* storedChunks(
	connection: Pick<ClientBase, "query">,
	{ id, size }: StoredBytes,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let [ordinal, sent] = [0, 0]; sent < size; ordinal++) {
		const found = await connection.query<{ bytes: Buffer<ArrayBuffer> }>(
			`SELECT "bytes" FROM "UploadChunk" WHERE "uploadId" = $1 AND "ordinal" = $2`,
			[id, ordinal],
		);
		const [row] = found.rows;
		if (!row) throw new Error(`upload ${id} ends after ${sent} of ${size} bytes`);
		sent += row.bytes.byteLength;
		yield row.bytes;
	}
}
