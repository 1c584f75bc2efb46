/** What the database holds of a document, to hold the screens to. */
import type { Actor } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { readWindow } from "#lib/server/passages.ts";

export interface StoredPassage {
	readonly source: readonly string[];
	readonly target: readonly string[];
	readonly state: string;
	readonly link: string;
	readonly withoutSource: boolean;
}

export async function storedPassages(reader: Actor, documentId: string): Promise<StoredPassage[]> {
	const { rows } = await readWindow(reader, documentId, { limit: 500 });
	const texts = (segments: readonly { readonly text: string }[]) => segments.map(({ text }) => text);
	return rows.map(({ source, target, state, link, withoutSource }) => ({
		source: texts(source),
		target: texts(target),
		state,
		link,
		withoutSource,
	}));
}

/** The operations of all revisions, in order. */
export async function storedTypes(documentId: string): Promise<string[]> {
	const { rows } = await pool().query<{ type: string }>(
		`SELECT "operation"::json->>'type' AS "type" FROM "Revision" WHERE "documentId" = $1 ORDER BY "number"`,
		[documentId],
	);
	return rows.map(({ type }) => type);
}

export function idIn(address: string): string {
	const id = /\/documents\/([0-9A-Za-z]+)/.exec(address)?.[1];
	if (!id) throw new Error(`no document in ${address}`);
	return id;
}
