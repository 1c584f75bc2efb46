import type { KeptRequest } from "./kept.ts";
import type { OperationBody } from "./wire.ts";

export function operationOf(request: KeptRequest): OperationBody | null {
	return request.change.kind === "operation" ? request.change.operation : null;
}

/** What an edit of a text says, or its first wording. */
export function fieldsOf(operation: OperationBody): { segment: string; text: string; version: number } {
	return {
		segment: String(operation["segment"]),
		text: String(operation["text"]),
		version: Number(operation["version"] ?? 0),
	};
}
