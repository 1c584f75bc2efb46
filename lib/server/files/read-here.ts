/** Reading a file in this thread: one of its own, so that no file can hold up a process or take it down. */
import pg from "pg";
import { type FileSource, type ReaderCapabilities, ReadRefusal } from "#lib/core/formats/reader.ts";
import { type ReadingOptions, readWhole } from "#lib/core/reading/read-whole.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { sessionAt } from "#lib/server/database-session.ts";
import { problemOfRefusal } from "#lib/server/reading-problem.ts";
import type { Watch } from "#lib/server/threads/in-thread.ts";
import { readerCapabilities } from "./capabilities.ts";
import { memoryFile, storedFile } from "./file-source.ts";

/** An upload by what is known of it, or a text that was pasted. */
export type GivenFile =
	| { readonly id: string; readonly name: string; readonly size: number }
	| { readonly name: string; readonly text: string };

/** What is in a file or a pasted text. Throws `AppError`. */
export async function readHere(
	given: GivenFile,
	options: ReadingOptions = {},
	watch: Watch = {},
): Promise<Reading> {
	return await readHereWith(given, (file, capabilities) => readWhole(file, capabilities, options), watch);
}

/** Uploads come over a connection of this thread's own, to the database that the environment names. Throws `AppError`. */
export async function readHereWith<Result>(
	given: GivenFile,
	read: (file: FileSource, capabilities: ReaderCapabilities) => Promise<Result>,
	watch: Watch = {},
): Promise<Result> {
	const capabilities = readerCapabilities((done, total) => {
		watch.signal?.throwIfAborted();
		watch.progress?.(done, total);
	});
	try {
		if ("text" in given)
			return await read(memoryFile(given.name, new TextEncoder().encode(given.text)), capabilities);
		const client = new pg.Client(sessionAt(process.env["DATABASE_URL"] ?? ""));
		client.on("error", () => undefined); // the statement that runs meanwhile reports it
		await client.connect();
		try {
			return await read(await storedFile(client, given), capabilities);
		} finally {
			await client.end();
		}
	} catch (error) {
		throw error instanceof ReadRefusal ? problemOfRefusal(error) : error;
	}
}
