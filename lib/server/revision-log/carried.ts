/** Inline codes and notes of a document: written once with the revision that brought them. */
import type { ClientBase } from "pg";
import { codeOf, type WrittenCode, type WrittenNote } from "#lib/core/document/operations/carried.ts";
import { codeNumber, type InlineCode, marks } from "#lib/core/formats/marked-text.ts";
import type { Target } from "./target.ts";

/** Doing an operation again brings codes that are there already. */
export async function insertCodes(
	{ client, documentId, projectId }: Target,
	codes: readonly WrittenCode[],
): Promise<void> {
	if (codes.length === 0) return;
	await client.query(
		`INSERT INTO "InlineCode" ("documentId", "projectId", "number", "kind", "part", "pair", "value", "original")
		SELECT $1, $2, entry.* FROM unnest($3::int[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[]) AS entry
		ON CONFLICT DO NOTHING`,
		[
			documentId,
			projectId,
			codes.map(([number]) => number),
			codes.map(([, kind]) => kind),
			codes.map(([, , part]) => part),
			codes.map(([, , , pair]) => pair),
			codes.map(([, , , , value]) => value),
			codes.map(([, , , , , original]) => original),
		],
	);
}

export async function insertNotes(
	{ client, documentId, projectId }: Target,
	notes: readonly WrittenNote[],
): Promise<void> {
	if (notes.length === 0) return;
	await client.query(
		`INSERT INTO "Note" ("documentId", "projectId", "segmentId", "ordinal", "text")
		SELECT $1, $2, entry.* FROM unnest($3::text[], $4::int[], $5::text[]) AS entry ON CONFLICT DO NOTHING`,
		[
			documentId,
			projectId,
			notes.map(([segment]) => segment),
			notes.map((_, i) => i),
			notes.map(([, text]) => text),
		],
	);
}

/** The first number that no code of the document has. */
export async function nextCode(client: Pick<ClientBase, "query">, documentId: string): Promise<number> {
	const found = await client.query<{ next: number }>(
		`SELECT coalesce(max("number") + 1, 0) AS "next" FROM "InlineCode" WHERE "documentId" = $1`,
		[documentId],
	);
	return found.rows[0]?.next ?? 0;
}

/** What the marks in these texts stand for, by number. */
export async function codesIn(
	client: Pick<ClientBase, "query">,
	documentId: string,
	texts: readonly string[],
): Promise<Record<number, InlineCode>> {
	const numbers = new Set<number>();
	for (const text of texts) for (const [mark] of text.matchAll(marks)) numbers.add(codeNumber(mark) ?? 0);
	if (numbers.size === 0) return {};
	const found = await client.query<{
		number: number;
		kind: WrittenCode[1];
		part: WrittenCode[2];
		pair: number | null;
		value: string | null;
		original: string | null;
	}>(
		`SELECT "number", "kind", "part", "pair", "value", "original" FROM "InlineCode"
		WHERE "documentId" = $1 AND "number" = ANY($2)`,
		[documentId, [...numbers]],
	);
	return Object.fromEntries(
		found.rows.map(({ number, kind, part, pair, value, original }) => [
			number,
			codeOf([number, kind, part, pair, value, original]),
		]),
	);
}
