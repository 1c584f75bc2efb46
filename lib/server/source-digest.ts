/** What source texts are known by when they are looked for elsewhere: the same in either script, width and case. */
import { createHash } from "node:crypto";
import type { Segment } from "#lib/core/document/model.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import { pool } from "./db.ts";

/** The source text as it is compared: equal ones say the same. */
export const comparable = (text: string): string => foldText(withoutMarks(text)).trim();

/** 64 bits of a hash, as the database writes a number; null for a rendering. Equal digests are held against the texts. */
export function digestOf({ side, text }: Pick<Segment, "side" | "text">): string | null {
	if (side !== "source") return null;
	return createHash("sha256").update(comparable(text)).digest().readBigInt64BE().toString();
}

/** Texts that one request takes in. */
const atOnce = 5_000;

interface Bare {
	documentId: string;
	id: string;
	text: string;
}

/** Takes in source texts that were stored before there were digests; those that somebody is writing come next time. */
export async function fillDigests(projectId: string): Promise<void> {
	const known = await pool().query(
		`SELECT 1 FROM "Segment" WHERE "projectId" = $1 AND "side" = 'source' AND "sourceDigest" IS NULL LIMIT 1`,
		[projectId],
	);
	if (known.rows.length === 0) return;
	const found = await pool().query<Bare & { version: number }>(
		`SELECT "documentId", "id", "text", "version" FROM "Segment"
		WHERE "projectId" = $1 AND "side" = 'source' AND "sourceDigest" IS NULL LIMIT ${atOnce}`,
		[projectId],
	);
	const column = <T>(value: (line: Bare & { version: number }) => T): T[] => found.rows.map(value);
	await pool().query(
		`UPDATE "Segment" s SET "sourceDigest" = entry.digest
		FROM unnest($1::text[], $2::text[], $3::integer[], $4::bigint[]) AS entry(document, id, version, digest)
		WHERE (s."documentId", s."id") IN (
				SELECT "documentId", "id" FROM "Segment"
				WHERE ("documentId", "id") IN (SELECT * FROM unnest($1::text[], $2::text[])) FOR UPDATE SKIP LOCKED
			) AND s."documentId" = entry.document AND s."id" = entry.id AND s."version" = entry.version`,
		[
			column(({ documentId }) => documentId),
			column(({ id }) => id),
			column(({ version }) => version),
			column(({ text }) => digestOf({ side: "source", text })),
		],
	);
}
