/** The worker in which English is read: a dictionary of 16 MB and its work stay away from the page. */
import { slimBinary } from "harper.js/slimBinary";
import { EnglishReader } from "#lib/core/qa/english/read-english.ts";
import type { Spelling } from "#lib/core/qa/english/spelling.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";

export interface ToRead {
	readonly turn: number;
	readonly text: string;
	readonly spelling: Spelling;
}

export interface HaveRead {
	readonly turn: number;
	/** Null where what reading needs could not be loaded. */
	readonly remarks: readonly Remark[] | null;
}

/** What this file needs of a worker's scope; the page's types are those of the whole program. */
interface Scope {
	onmessage: ((event: MessageEvent<ToRead>) => void) | null;
	postMessage(message: HaveRead): void;
}

const scope = globalThis as unknown as Scope;
const readers = new Map<Spelling, EnglishReader>();

/** The binary first: a linter that cannot have it would fail where nobody hears. */
async function readerOf(spelling: Spelling): Promise<EnglishReader> {
	await slimBinary.setup();
	const reader = readers.get(spelling) ?? new EnglishReader(slimBinary, spelling);
	readers.set(spelling, reader);
	return reader;
}

scope.onmessage = async ({ data: { turn, text, spelling } }) => {
	// Null while the server is away; the next text asks for what is missing again.
	const remarks = await readerOf(spelling).then(
		(reader) => reader.read(text),
		() => null,
	);
	scope.postMessage({ turn, remarks });
};
