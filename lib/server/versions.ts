/** The versions of a document that have a name: its draft, its labels, and as it is now. */
import type { ClientBase } from "pg";
import type { VersionLabel } from "#lib/core/document/model.ts";
import type { NamedVersion } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";

/** The revision by which the renderings came into the document; undefined where all of them were typed. */
export async function draftNumber(
	client: Pick<ClientBase, "query">,
	documentId: string,
): Promise<number | undefined> {
	const found = await client.query<{ number: number }>(
		`SELECT "number" FROM "Revision" WHERE "documentId" = $1 AND "type" IN ('import', 'attach')
			AND ("operation"::json->>'type' = 'import' AND "operation"::json->'origin'->>'kind' IS NOT NULL
				OR "operation"::json->>'side' = 'target')
		ORDER BY "number" LIMIT 1`,
		[documentId],
	);
	return found.rows[0]?.number;
}

/** Oldest first. */
export async function namedVersions(actor: Actor, documentId: string): Promise<{ versions: NamedVersion[] }> {
	await requireDocument(actor, documentId, "document.read");
	const head = await pool().query<{ headNumber: number; labels: VersionLabel[] }>(
		`SELECT "headNumber", "labels" FROM "Document" WHERE "id" = $1`,
		[documentId],
	);
	const { headNumber = 0, labels = [] } = head.rows[0] ?? {};
	const draft = await draftNumber(pool(), documentId);
	const named = [
		...(draft === undefined ? [] : [{ is: "draft" as const, number: draft, name: null }]),
		...labels.map(({ number, name }) => ({ is: "label" as const, number, name })),
		{ is: "now" as const, number: headNumber, name: null },
	];
	const found = await pool().query<{ number: number; at: Date; id: string; name: string }>(
		`SELECT r."number", r."at", u."id", u."name" FROM "Revision" r JOIN "User" u ON u."id" = r."actorId"
		WHERE r."documentId" = $1 AND r."number" = ANY($2)`,
		[documentId, named.map(({ number }) => number)],
	);
	const made = new Map(
		found.rows.map(({ number, at, id, name }) => [number, { at: at.toISOString(), actor: { id, name } }]),
	);
	return {
		versions: named.flatMap((version) => {
			const by = made.get(version.number);
			return by ? [{ ...version, ...by }] : [];
		}),
	};
}
