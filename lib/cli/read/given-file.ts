import { open } from "node:fs/promises";
import { basename } from "node:path";
import type { FileSource } from "#lib/core/formats/reader.ts";
import { diskFile, memoryFile } from "#lib/server/files/file-source.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";

/** Bytes taken from a pipe, which has no size and can be read only once. */
const largestPipe = 256 * 1024 * 1024;

/** The file at a path, or with "-" what standard input brings. Throws `Refused` where there is none. */
export async function givenFile(path: string): Promise<FileSource> {
	if (path === "-") return memoryFile("-", await gather(path, process.stdin));
	try {
		const file = await open(path);
		try {
			const found = await file.stat();
			if (found.isDirectory()) throw new Refused(t("read.folder", { path }));
			if (!found.isFile())
				return memoryFile(basename(path), await gather(path, file.createReadStream({ autoClose: false })));
		} finally {
			await file.close();
		}
		return await diskFile(path);
	} catch (error) {
		if (error instanceof Refused) throw error;
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		if (code === "EISDIR") throw new Refused(t("read.folder", { path }));
		throw new Refused(
			code === "ENOENT" || code === "ENOTDIR"
				? t("file.missing", { path })
				: t("file.unreadable", { path, code }),
		);
	}
}

async function gather(path: string, stream: AsyncIterable<Buffer>): Promise<Uint8Array> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > largestPipe)
			throw new Refused(t("file.tooLarge", { path, megabytes: largestPipe / 1024 / 1024 }), 1);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks, size);
}
