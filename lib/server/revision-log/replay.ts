/** A document as its log tells it. */
import type { ClientBase } from "pg";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";

export interface LogLine {
	readonly number: number;
	readonly actorId: string;
	readonly at: Date;
	readonly operation: string;
	readonly inverse: string;
	readonly hash: string;
	readonly undoes: number | null;
}

/** Revisions read from the database at once. */
const batch = 2_000;

/** The log in order, a batch at a time, so that a long one never lies in memory whole. */
export async function* readLog(
	client: Pick<ClientBase, "query">,
	documentId: string,
	until: number,
): AsyncGenerator<LogLine> {
	for (let after = 0; after < until; ) {
		const found = await client.query<LogLine>(
			`SELECT "number", "actorId", "at", "operation", "inverse", "hash", "undoes" FROM "Revision"
			WHERE "documentId" = $1 AND "number" > $2 AND "number" <= $3 ORDER BY "number" LIMIT ${batch}`,
			[documentId, after, until],
		);
		const last = found.rows.at(-1);
		if (!last) return;
		yield* found.rows;
		after = last.number;
	}
}

export interface ReplayStep {
	readonly line: LogLine;
	readonly operation: Operation;
	readonly applied: Applied<Operation>;
}

/** Thrown when a log does not lead on from one of its revisions. */
export class BrokenLog extends Error {
	override readonly name = "BrokenLog";
	readonly number: number;
	readonly reason: string;

	constructor(number: number, reason: string) {
		super(`revision ${number}: ${reason}`);
		this.number = number;
		this.reason = reason;
	}
}

/** The document as it was after a revision. `watch` sees every step before the next is applied. */
export async function replayLog(
	client: Pick<ClientBase, "query">,
	documentId: string,
	until: number,
	watch?: (step: ReplayStep, replica: Replica) => void,
): Promise<Replica> {
	const replica = new Replica();
	for await (const line of readLog(client, documentId, until)) {
		const operation = StoredOperation.parse(JSON.parse(line.operation));
		const applied = replica.apply(operation);
		if ("refused" in applied) throw new BrokenLog(line.number, applied.refused);
		watch?.({ line, operation, applied }, replica);
	}
	return replica;
}
