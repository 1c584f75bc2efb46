/** A document as its log tells it. */
import type { ClientBase } from "pg";
import type { Applied } from "#lib/core/document/operations/contract.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";

export interface LogLine {
	readonly number: number;
	readonly actorId: string;
	readonly at: Date;
	readonly type: string;
	readonly operation: string;
	readonly inverse: string;
	readonly hash: string;
	readonly undoes: number | null;
}

/** Revisions read from the database at once. */
const batch = 2_000;

/** The log in order from the revision after `from` on, a batch at a time, so that a long one never lies in memory whole. */
export async function* readLog(
	client: Pick<ClientBase, "query">,
	documentId: string,
	until: number,
	from = 0,
): AsyncGenerator<LogLine> {
	for (let after = from; after < until; ) {
		const found = await client.query<LogLine>(
			`SELECT "number", "actorId", "at", "type", "operation", "inverse", "hash", "undoes" FROM "Revision"
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

/** The document as it was after a revision, by its whole log. `watch` sees every step before the next is applied. */
export async function replayLog(
	client: Pick<ClientBase, "query">,
	documentId: string,
	until: number,
	watch?: Watch,
): Promise<Replica> {
	return await replayOnto(client, documentId, new Replica(), until, watch);
}

export interface Watch {
	/** Before anything of the revision is read. */
	readonly seen?: (line: LogLine) => void;
	readonly done?: (step: ReplayStep, replica: Replica) => void;
}

/** Takes a version further, to a later one. */
export async function replayOnto(
	client: Pick<ClientBase, "query">,
	documentId: string,
	replica: Replica,
	until: number,
	watch: Watch = {},
): Promise<Replica> {
	for await (const line of readLog(client, documentId, until, replica.number)) {
		watch.seen?.(line);
		const operation = StoredOperation.parse(JSON.parse(line.operation));
		const applied = replica.apply(operation);
		if ("refused" in applied) throw new BrokenLog(line.number, applied.refused);
		watch.done?.({ line, operation, applied }, replica);
	}
	return replica;
}
