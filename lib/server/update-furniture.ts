/** What a newer version sets aside takes the place of what the older one did. */
import type { PoolClient } from "pg";
import type { Segment, Side } from "#lib/core/document/model.ts";
import { bareText } from "#lib/core/document/newer/similarity.ts";
import type { NewerVersion, NewSentence } from "#lib/core/document/newer/version.ts";
import { type SetAside, stateOf, type UpdateSide } from "#lib/core/document/operations/update-side.ts";

interface Line extends Omit<Segment, "other"> {
	behind: string | null;
}

/** Undefined where the newer version has none, or the same. `origin` is the place of its origin; null for a source. */
export async function furnitureOf(
	client: PoolClient,
	{ documentId, order }: { readonly documentId: string; readonly order: number },
	side: Side,
	sentences: readonly NewSentence[],
	{ places }: NewerVersion,
	origin: number | null,
): Promise<UpdateSide["furniture"]> {
	const came = sentences.filter(({ kind }) => kind === "furniture");
	if (came.length === 0) return undefined;
	const before = await presentAside(client, documentId, side);
	const texts = (list: readonly { readonly text: string }[]) =>
		list.map(({ text }) => bareText(text)).join("\n");
	if (texts(before.map(([, state]) => state)) === texts(came)) return undefined;
	let last: string | null = null;
	const after: SetAside = [];
	for (const { id, kind, paragraphStart, text } of sentences) {
		if (kind !== "furniture") {
			last = places.get(id) ?? id;
			continue;
		}
		const draft = side === "target" ? text : null;
		after.push([last, { id, kind, paragraphStart, text, version: null, draft, origin, other: null }]);
	}
	return { order, before, after };
}

/** What is set aside on a side, each with the segment of a passage that it follows. */
export async function presentAside(client: PoolClient, documentId: string, side: Side): Promise<SetAside> {
	const found = await client.query<Line>(
		`SELECT f."id", f."side", f."kind", f."paragraphStart", f."text", f."version", f."draft", f."origin",
			(SELECT s."id" FROM "Segment" s WHERE s."documentId" = f."documentId" AND s."side" = f."side"
				AND s."passageId" IS NOT NULL AND s."rank" < f."rank" ORDER BY s."rank" DESC LIMIT 1) AS "behind"
		FROM "Segment" f WHERE f."documentId" = $1 AND f."side" = $2 AND f."passageId" IS NULL ORDER BY f."rank"`,
		[documentId, side],
	);
	return found.rows.map(({ behind, ...segment }): SetAside[number] => [behind, stateOf(segment)]);
}
