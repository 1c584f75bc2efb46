/**
 * Tells every web process what changed: a document's id and its newest number, never contents. Told right after the
 * commit and not within it: a NOTIFY holds a lock of the whole cluster until its transaction is on disk, which would
 * make the saves of all documents wait for each other (docs/decisions/005-telling-follows-the-commit.md).
 */
import type { ClientBase } from "pg";
import { pool } from "#lib/server/db.ts";
import { describeError, logEvent } from "#lib/server/log.ts";

export const channel = "duizhao_live";

/** Instead of a number: other people are in the document, or elsewhere in it. */
export const people = "people";
/** Instead of a number: somebody said something about the document. */
export const comments = "comments";

const noted = new WeakMap<ClientBase, Map<string, number>>();

/** Remembers a revision until its transaction is over. */
export function noteRevision(client: ClientBase, documentId: string, number: number): void {
	const numbers = noted.get(client) ?? new Map<string, number>();
	noted.set(client, numbers.set(documentId, number));
}

/** The transaction is over; what it wrote is told if it was committed. */
export function settleNoted(client: ClientBase, committed: boolean): void {
	const numbers = noted.get(client);
	noted.delete(client);
	if (committed) for (const [documentId, number] of numbers ?? []) announce(documentId, String(number));
}

/** The last number of each document counts. */
const waiting = new Map<string, string>();
let sending = false;

/** Waits for nobody and fails without a word to the one who saved: whoever is not told asks before long. */
export function announce(documentId: string, news: string): void {
	const kind = news === people || news === comments ? news : "head";
	waiting.set(`${documentId} ${kind}`, `${documentId} ${news}`);
	if (!sending) void sendAll();
}

/** One statement at a time: under a storm of saves each carries many. */
async function sendAll(): Promise<void> {
	sending = true;
	try {
		while (waiting.size > 0) {
			const payloads = [...waiting.values()];
			waiting.clear();
			await pool().query({
				name: "announce",
				text: "SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload",
				values: [channel, payloads],
			});
		}
	} catch (error) {
		waiting.clear();
		logEvent("announcement-failed", { error: describeError(error) });
	} finally {
		sending = false;
	}
}
