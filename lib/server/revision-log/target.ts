import type { ClientBase } from "pg";

/** What a change is written to: one document, in one transaction, as one revision. */
export interface Target {
	readonly client: ClientBase;
	readonly documentId: string;
	readonly projectId: string;
	readonly number: number;
}
