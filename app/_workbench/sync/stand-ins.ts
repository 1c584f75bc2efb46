/**
 * A request that builds on one not answered yet names, in place of the version it will write, a negative
 * number that stands for it. Stand-ins are the only negative numbers in an operation.
 */
import type { KeptRequest } from "./kept.ts";
import type { Answer, OperationBody } from "./wire.ts";

const writing = new Set(["edit", "insert", "split", "settle"]);

/** The number that stands in the segment's version after a request; in the document's order after one that moves segments. */
export function versionWritten(request: KeptRequest, answer: Answer): number {
	const operation = request.change.kind === "operation" ? request.change.operation : null;
	const segment = operation && writing.has(operation.type) ? operation["segment"] : null;
	for (const row of answer.rows) {
		for (const written of [...row.source, ...row.target]) if (written.id === segment) return written.version;
	}
	return answer.number;
}

export function names(request: KeptRequest, stand: number): boolean {
	return request.change.kind === "operation" && mentions(request.change.operation, stand);
}

function mentions(value: unknown, stand: number): boolean {
	if (value === stand) return true;
	if (typeof value !== "object" || value === null) return false;
	return Object.values(value).some((part) => mentions(part, stand));
}

export function withVersion(operation: OperationBody, stand: number, real: number): OperationBody {
	return JSON.parse(JSON.stringify(operation), (_key, value: unknown) =>
		value === stand ? real : value,
	) as OperationBody;
}

/** Everything that names a stand-in which will never be filled, directly or through another. */
export function orphansOf(waiting: readonly KeptRequest[], stand: number): KeptRequest[] {
	const lost = new Set([stand]);
	return waiting.filter((request) => {
		if (![...lost].some((number) => names(request, number))) return false;
		lost.add(request.stand);
		return true;
	});
}
