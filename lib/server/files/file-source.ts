/** Files as readers see them: on disk, in memory, or kept in the database. */
import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { ClientBase } from "pg";
import { type FileSource, ReadRefusal } from "#lib/core/formats/reader.ts";
import { storedChunks } from "./stored-chunks.ts";

const headSize = 64 * 1024;
/** Bytes read from a disk at a time. */
const stepSize = 256 * 1024;

type Chunks = () => AsyncIterable<Uint8Array>;

function fileSource(name: string, size: number, head: Uint8Array, chunks: Chunks): FileSource {
	return { name, size, head, chunks, bytes: async (limit) => await gather(chunks(), size, limit) };
}

/** Into one piece of the announced size; a file that grows or shrinks meanwhile is not cut, but refused. */
async function gather(chunks: AsyncIterable<Uint8Array>, size: number, limit: number): Promise<Uint8Array> {
	if (size > limit) throw new ReadRefusal("tooLarge", { limit });
	const bytes = new Uint8Array(size);
	let filled = 0;
	for await (const chunk of chunks) {
		if (filled + chunk.byteLength > size) throw new ReadRefusal("changedMeanwhile");
		bytes.set(chunk, filled);
		filled += chunk.byteLength;
	}
	if (filled < size) throw new ReadRefusal("changedMeanwhile");
	return bytes;
}

export function memoryFile(name: string, bytes: Uint8Array): FileSource {
	return fileSource(name, bytes.byteLength, bytes.subarray(0, headSize), async function* () {
		for (let from = 0; from < bytes.byteLength; from += stepSize) yield bytes.subarray(from, from + stepSize);
	});
}

/** Throws what the file system throws. */
export async function diskFile(path: string): Promise<FileSource> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		const head = new Uint8Array(Math.min(size, headSize));
		const { bytesRead } = await file.read(head, 0, head.byteLength, 0);
		return fileSource(basename(path), size, head.subarray(0, bytesRead), async function* () {
			const again = await open(path);
			try {
				yield* again.createReadStream({ autoClose: false, highWaterMark: stepSize });
			} finally {
				await again.close();
			}
		});
	} finally {
		await file.close();
	}
}

interface Stored {
	/** Of the upload. */
	readonly id: string;
	readonly name: string;
	readonly size: number;
}

/** An upload, fetched a piece at a time whenever it is read. */
export async function storedFile(
	connection: Pick<ClientBase, "query">,
	{ id, name, size }: Stored,
): Promise<FileSource> {
	const found = await connection.query<{ head: Buffer }>(
		`SELECT substring("bytes" FROM 1 FOR $2) AS "head" FROM "UploadChunk" WHERE "uploadId" = $1 AND "ordinal" = 0`,
		[id, headSize],
	);
	const head = found.rows[0]?.head ?? new Uint8Array();
	return fileSource(name, size, head, () => storedChunks(connection, { id, size }));
}
