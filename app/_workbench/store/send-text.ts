import * as compose from "../sync/compose.ts";
import type { KeptRequest } from "../sync/kept.ts";
import type { Desk } from "./desk.ts";
import type { OpenText } from "./typing.ts";

/** Sends what was typed; answers the version it will have, null where it cannot be sent. */
export function sendText({ data }: Desk, open: Omit<OpenText, "side">, text: string): number | null {
	const last = data.queue.requests.at(-1);
	if (last?.stand === open.version && isEditOf(last, open.segment) && last.change.kind === "operation") {
		const amended = { ...last.change.operation, text };
		if (data.amend(last, amended)) return last.stand;
	}
	const row = data.rows.row(open.passage);
	if (open.isNew && !row) return null;
	const operation =
		open.isNew && row
			? compose.insert(row, open.segment, text)
			: compose.edit(open.segment, open.version, text);
	return data.push(operation, open.passage, open.base)?.stand ?? null;
}

function isEditOf({ change }: KeptRequest, segment: string): boolean {
	return (
		change.kind === "operation" && change.operation.type === "edit" && change.operation["segment"] === segment
	);
}
