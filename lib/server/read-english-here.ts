/** Reads English in the process it is called in: for the thread that reads, and for the command line. */
import type { EnglishReader } from "#lib/core/qa/english/read-english.ts";
import type { Spelling } from "#lib/core/qa/english/spelling.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { EnglishTask } from "./read-english.ts";
import type { Watch } from "./threads/in-thread.ts";

const readers = new Map<Spelling, Promise<EnglishReader>>();

/** One reader of each kind for a process: its beginning takes a second. */
function readerOf(spelling: Spelling): Promise<EnglishReader> {
	const reader = readers.get(spelling) ?? begunReader(spelling);
	readers.set(spelling, reader);
	reader.catch(() => readers.delete(spelling));
	return reader;
}

async function begunReader(spelling: Spelling): Promise<EnglishReader> {
	const [{ slimBinary }, { EnglishReader }] = await Promise.all([
		import("harper.js/slimBinary"),
		import("#lib/core/qa/english/read-english.ts"),
	]);
	await slimBinary.setup();
	return new EnglishReader(slimBinary, spelling);
}

/** The remarks on each text, in the order of the texts; the process answers nobody meanwhile. */
export async function readEnglishHere(
	{ texts, spelling }: EnglishTask,
	{ progress }: Pick<Watch, "progress"> = {},
): Promise<Remark[][]> {
	const reader = await readerOf(spelling);
	const remarks: Remark[][] = [];
	for (const text of texts) {
		remarks.push(await reader.read(text));
		progress?.(remarks.length, texts.length);
	}
	return remarks;
}
