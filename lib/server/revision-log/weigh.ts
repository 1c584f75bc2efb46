/** When the next snapshot of a document is due: once the log since the last outweighs the document. */
import type { Head } from "./transaction.ts";

/** Documents of a few lines are replayed quicker than a snapshot is read. Bytes. */
const leastWeight = 100_000;
/** However much a document weighs: more than this is not replayed in the time that somebody waits for a version. */
const mostWeight = 2_000_000;

/**
 * An operation that goes over many rows is short in the log and long to replay. Bytes that a row weighs: a shift of
 * 5,000 rows is replayed in the time of a thousand edits, and an edit is about 300 bytes.
 */
const rowWeight = 40;

/** What the document's row says after a revision over so many rows; `due`: a snapshot is to be asked for now. */
export function weighed(
	{ number, weight, logSince }: Pick<Head, "number" | "weight" | "logSince">,
	operation: string,
	inverse: string,
	rows: number,
): { weight: number; logSince: number; due: boolean } {
	if (number === 0) return { weight: Buffer.byteLength(operation), logSince: 0, due: false };
	const since = logSince + Buffer.byteLength(operation) + Buffer.byteLength(inverse) + rows * rowWeight;
	const due = since > Math.min(mostWeight, Math.max(weight, leastWeight));
	return { weight, logSince: due ? 0 : since, due };
}
