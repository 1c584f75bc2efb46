/** What others did, as far as it concerns the rows that are loaded. */

import { type RowCache, rowOfSegment } from "./row-cache.ts";
import type { OperationBody, WireRevision, WireRow } from "./wire.ts";

/** More than happens in the time in which a window is read. */
const mostRecent = 500;

/** Others' last revisions. */
export class Recent {
	#revisions: readonly WireRevision[] = [];

	add(revisions: readonly WireRevision[]): void {
		this.#revisions = [...this.#revisions, ...revisions].slice(-mostRecent);
	}

	after(number: number): readonly WireRevision[] {
		return this.#revisions.filter((revision) => revision.number > number);
	}
}

const anId = /^[0-9A-Za-z]{12,24}$/;

/** The loaded passages that an operation names, by their own ids or by their segments'. */
export function passagesNamed(rows: RowCache, operation: OperationBody | null): Set<string> {
	const found = new Set<string>();
	const look = (value: unknown): void => {
		if (typeof value === "string") {
			const passage = anId.test(value) ? (rows.row(value)?.id ?? rowOfSegment(rows, value, null)) : null;
			if (passage) found.add(passage);
		} else if (typeof value === "object" && value !== null) Object.values(value).forEach(look);
	};
	look(operation);
	return found;
}

/** Whether a row was read after this edit, so that it holds its text or one written later. */
export function standsAlready(
	row: WireRow | undefined,
	operation: OperationBody | null,
	number: number,
): boolean {
	if (operation?.type !== "edit" || !row) return false;
	const segment = [...row.target, ...row.source].find(({ id }) => id === operation["segment"]);
	return segment !== undefined && segment.version >= number;
}

/**
 * What others did is applied here where nothing but the row at hand decides what comes of it: a new wording of a
 * rendering, which no earlier statement can be about, and the confirmation of this one row.
 */
export function canBeFollowed(row: WireRow | undefined, operation: OperationBody | null): boolean {
	if (!row || !operation) return false;
	if (operation.type === "edit")
		return (operation["as"] ?? null) === null && row.target.some(({ id }) => id === operation["segment"]);
	return operation.type === "confirm" && Array.isArray(operation["rows"]) && operation["rows"].length === 1;
}
