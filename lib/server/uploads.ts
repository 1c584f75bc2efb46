/** Files as they arrived: taken in as a stream, kept in pieces, given back unchanged. */
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { z } from "zod";
import { type Actor, type Permission, requireDocument, requireProject } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { streamOf } from "./files/byte-stream.ts";
import { storedChunks } from "./files/stored-chunks.ts";
import { newId } from "./new-id.ts";

/** Bytes of a file. */
export const uploadLimit = 256 * 1024 * 1024;

/** Bytes of a piece: what one upload holds in memory, however slowly it comes. */
const chunkSize = 256 * 1024;

/** A label for people: no path, nothing that could break a line. */
export const FileName = z
	.string()
	.min(1)
	.max(255)
	.refine((name) => name.isWellFormed() && !/[\p{Cc}\u2028\u2029/\\]/u.test(name) && !/^\.{1,2}$/.test(name));

export const UploadQuery = z.strictObject({
	name: FileName,
	/** What the sender took the bytes to be. */
	sha256: z
		.string()
		.regex(/^[0-9a-fA-F]{64}$/)
		.optional(),
});

export interface StoredUpload {
	readonly id: string;
	readonly name: string;
	/** Bytes. */
	readonly size: number;
	/** Lower-case hexadecimal. */
	readonly sha256: string;
}

export interface IncomingFile {
	/** Null where nothing was sent. */
	readonly bytes: AsyncIterable<Uint8Array> | null;
	/** How many bytes the sender announced; null where it did not say. */
	readonly announced: number | null;
}

/**
 * Takes a file in. It can be seen once all of it is there and is what it was said to be; whatever goes wrong leaves
 * nothing. Each piece is a statement of its own, so that a slow sender holds no connection to the database.
 */
export async function storeUpload(
	actor: Actor,
	projectId: string,
	{ name, sha256 }: z.infer<typeof UploadQuery>,
	{ bytes, announced }: IncomingFile,
	permission: Permission = "document.import",
): Promise<StoredUpload> {
	await requireProject(actor, projectId, permission);
	if (announced !== null && announced > uploadLimit) throw tooLarge();
	const id = newId();
	await pool().query(
		`INSERT INTO "Upload" ("id", "projectId", "name", "createdById") VALUES ($1, $2, $3, $4)`,
		[id, projectId, name, actor.userId],
	);
	try {
		const came = await storePieces(id, projectId, wholeBody(bytes));
		if (announced !== null && came.size !== announced) throw cutShort();
		if (sha256 !== undefined && sha256.toLowerCase() !== came.sha256)
			throw new AppError("refused", "uploadDiffers", { sent: sha256.toLowerCase(), came: came.sha256 });
		await pool().query(
			`UPDATE "Upload" SET "size" = $2, "sha256" = $3, "completedAt" = now() WHERE "id" = $1`,
			[id, came.size, came.sha256],
		);
		return { id, name, ...came };
	} catch (error) {
		// Where even this fails the unfinished upload stays unseen, and is swept.
		await pool()
			.query(`DELETE FROM "Upload" WHERE "id" = $1`, [id])
			.catch(() => undefined);
		throw error;
	}
}

const tooLarge = () => new AppError("too-large", "uploadTooLarge", { megabytes: uploadLimit / 1024 / 1024 });
const cutShort = () => new AppError("invalid", "uploadCut");

/** What breaks while the sender is listened to is the sender's connection. */
async function* wholeBody(bytes: AsyncIterable<Uint8Array> | null): AsyncGenerator<Uint8Array> {
	try {
		if (bytes !== null) yield* bytes;
	} catch {
		throw cutShort();
	}
}

async function storePieces(
	uploadId: string,
	projectId: string,
	bytes: AsyncIterable<Uint8Array>,
): Promise<{ size: number; sha256: string }> {
	const hash = createHash("sha256");
	const piece = Buffer.allocUnsafe(chunkSize);
	let [size, filled, ordinal] = [0, 0, 0];
	const store = async () => {
		await pool().query(
			`INSERT INTO "UploadChunk" ("uploadId", "ordinal", "projectId", "bytes") VALUES ($1, $2, $3, $4)`,
			[uploadId, ordinal++, projectId, piece.subarray(0, filled)],
		);
		filled = 0;
	};
	for await (const part of bytes) {
		size += part.byteLength;
		if (size > uploadLimit) throw tooLarge();
		hash.update(part);
		for (let from = 0; from < part.byteLength; ) {
			const taken = part.subarray(from, from + chunkSize - filled);
			piece.set(taken, filled);
			filled += taken.byteLength;
			from += taken.byteLength;
			if (filled === chunkSize) await store();
		}
	}
	if (filled > 0) await store();
	return { size, sha256: hash.digest("hex") };
}

/** Keeps a text that was pasted as the file it could have been, within a transaction. Answers the upload's id. */
export async function keepText(
	client: PoolClient,
	actor: Actor,
	projectId: string,
	name: string,
	text: string,
): Promise<string> {
	const bytes = Buffer.from(text, "utf8");
	const id = newId();
	const sha256 = createHash("sha256").update(bytes).digest("hex");
	await client.query(
		`INSERT INTO "Upload" ("id", "projectId", "name", "createdById", "size", "sha256", "completedAt")
		VALUES ($1, $2, $3, $4, $5, $6, now())`,
		[id, projectId, name, actor.userId, bytes.byteLength, sha256],
	);
	for (let ordinal = 0; ordinal * chunkSize < bytes.byteLength; ordinal++) {
		await client.query(
			`INSERT INTO "UploadChunk" ("uploadId", "ordinal", "projectId", "bytes") VALUES ($1, $2, $3, $4)`,
			[id, ordinal, projectId, bytes.subarray(ordinal * chunkSize, (ordinal + 1) * chunkSize)],
		);
	}
	return id;
}

/** A complete upload of the project; the caller has checked access. Throws `not-found`. */
export async function findUpload(projectId: string, uploadId: string): Promise<StoredUpload> {
	const found = await pool().query<StoredUpload>(
		`SELECT "id", "name", "size", "sha256" FROM "Upload"
		WHERE "id" = $1 AND "projectId" = $2 AND "completedAt" IS NOT NULL`,
		[uploadId, projectId],
	);
	const [upload] = found.rows;
	if (!upload) throw new AppError("not-found", "notFound");
	return upload;
}

/** The file with its bytes, as they arrived. */
export async function readUpload(
	actor: Actor,
	projectId: string,
	uploadId: string,
): Promise<StoredUpload & { readonly bytes: ReadableStream<Uint8Array<ArrayBuffer>> }> {
	await requireProject(actor, projectId, "document.read");
	const upload = await findUpload(projectId, uploadId);
	return { ...upload, bytes: streamOf(storedChunks(pool(), upload)) };
}

/** Throws `refused` where a document was made from it. */
export async function deleteUpload(actor: Actor, projectId: string, uploadId: string): Promise<void> {
	await requireProject(actor, projectId, "document.import");
	await findUpload(projectId, uploadId);
	if (!(await deleteUnused(uploadId))) throw new AppError("refused", "uploadInUse");
}

/** Milliseconds after which an upload that nothing came of goes, and one that never became whole. */
const unusedFor = 24 * 60 * 60 * 1_000;
const unfinishedFor = 2 * 60 * 60 * 1_000;

/** Takes away what nobody will ask for again; answers how many. One at a time, as each can be large. */
export async function sweepUploads(now = new Date()): Promise<number> {
	const found = await pool().query<{ id: string }>(
		`SELECT u."id" FROM "Upload" u
		WHERE u."createdAt" < CASE WHEN u."completedAt" IS NULL THEN $1 ELSE $2 END::timestamptz
			AND NOT EXISTS (SELECT FROM "DocumentOriginal" o WHERE o."uploadId" = u."id")
			AND NOT EXISTS (SELECT FROM "Job" j WHERE j."projectId" = u."projectId"
				AND j."state" IN ('waiting', 'running') AND position(u."id" IN j."input"::text) > 0)`,
		[new Date(now.getTime() - unfinishedFor), new Date(now.getTime() - unusedFor)],
	);
	let swept = 0;
	for (const { id } of found.rows) if (await deleteUnused(id)) swept += 1;
	return swept;
}

const foreignKeyViolation = "23503";

/** False where a document was made from it, perhaps a moment ago. */
async function deleteUnused(uploadId: string): Promise<boolean> {
	try {
		const { rowCount } = await pool().query(
			`DELETE FROM "Upload" u WHERE u."id" = $1
				AND NOT EXISTS (SELECT FROM "DocumentOriginal" o WHERE o."uploadId" = u."id")`,
			[uploadId],
		);
		return rowCount === 1;
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === foreignKeyViolation) return false;
		throw error;
	}
}

export const originalSides = ["source", "target", "both"] as const;

export interface Original {
	readonly side: (typeof originalSides)[number];
	readonly uploadId: string;
}

/** Says from which files a revision was made, within the transaction that writes it. Throws `not-found`. */
export async function keepOriginals(
	client: PoolClient,
	revision: { readonly documentId: string; readonly projectId: string; readonly number: number },
	originals: readonly Original[],
): Promise<void> {
	const { documentId, projectId, number } = revision;
	for (const { side, uploadId } of originals) {
		const { rowCount } = await client.query(
			`INSERT INTO "DocumentOriginal" ("documentId", "number", "side", "uploadId", "projectId")
			SELECT $1, $2, $3, "id", "projectId" FROM "Upload"
			WHERE "id" = $4 AND "projectId" = $5 AND "completedAt" IS NOT NULL`,
			[documentId, number, side, uploadId, projectId],
		);
		if (rowCount !== 1) throw new AppError("not-found", "notFound");
	}
}

export interface DocumentOriginal {
	/** The revision that was made from it. */
	readonly number: number;
	readonly side: Original["side"];
	readonly upload: StoredUpload;
}

/** The files that a document was made from, the first first. */
export async function listOriginals(actor: Actor, documentId: string): Promise<DocumentOriginal[]> {
	await requireDocument(actor, documentId, "document.read");
	const found = await pool().query<StoredUpload & Omit<DocumentOriginal, "upload">>(
		`SELECT o."number", o."side", u."id", u."name", u."size", u."sha256"
		FROM "DocumentOriginal" o JOIN "Upload" u ON u."id" = o."uploadId"
		WHERE o."documentId" = $1 ORDER BY o."number", o."side", u."id"`,
		[documentId],
	);
	return found.rows.map(({ number, side, ...upload }) => ({ number, side, upload }));
}
