/** Where a text occurs in a project, on either side, in either script. */
import { z } from "zod";
import type { PassageState, Side } from "#lib/core/document/model.ts";
import { isWellFormedText } from "#lib/core/document/text.ts";
import type { ConcordanceLine, WireConcordance } from "#lib/core/document/wire.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import { foldPattern } from "#lib/core/scripts/fold-pattern.ts";
import { longestQuery } from "#lib/core/search/pattern.ts";
import { type Actor, requireProject } from "./access.ts";
import { pool } from "./db.ts";
import { placesOf } from "./passages.ts";
import { anyMark, patternOf } from "./search.ts";

/** Places that are shown. */
const mostShown = 50;
/** Texts after which counting stops. */
const mostCounted = 2_000;

export const ConcordanceQuery = z.strictObject({
	text: z.string().min(1).max(longestQuery).refine(isWellFormedText, { error: "text-not-wellformed" }),
	/** The document whose places come first. */
	first: z.string().max(64).optional(),
});
export type ConcordanceQuery = z.infer<typeof ConcordanceQuery>;

interface Line {
	documentId: string;
	title: string;
	passage: string;
	state: PassageState;
	side: Side;
	text: string;
}

/** Of every document that is there; membership of the project is what lets one read them all. */
export async function readConcordance(
	actor: Actor,
	projectId: string,
	{ text, first }: ConcordanceQuery,
): Promise<WireConcordance> {
	await requireProject(actor, projectId, "document.read");
	const pattern = patternOf({ text });
	const found = await pool().query<Line>(
		`SELECT d."id" AS "documentId", d."title", p."id" AS "passage", p."state", s."side", s."text"
		FROM "Document" d
		JOIN "Segment" s ON s."documentId" = d."id"
		JOIN "Passage" p ON p."documentId" = s."documentId" AND p."id" = s."passageId"
		WHERE d."projectId" = $1 AND d."deletedAt" IS NULL AND s."text" ~ $2
		ORDER BY d."id" <> $3, d."updatedAt" DESC, d."id", p."rank", s."side", s."rank" LIMIT ${mostCounted + 1}`,
		[projectId, `${foldPattern(foldText(text))}|${anyMark}`, first ?? ""],
	);
	const lines = found.rows.slice(0, mostCounted).flatMap((line) => {
		const places = pattern.find(line.text);
		return places.length > 0 ? [{ ...line, places }] : [];
	});
	return {
		total: lines.reduce((sum, { places }) => sum + places.length, 0),
		/** There are more than were counted. */
		more: found.rows.length > mostCounted,
		lines: await placed(lines.slice(0, mostShown)),
	};
}

/** With their places in their documents, and what stands across from them. */
async function placed(
	lines: readonly (Line & Pick<ConcordanceLine, "places">)[],
): Promise<ConcordanceLine[]> {
	const documents = [...new Set(lines.map(({ documentId }) => documentId))];
	const [indexes, beside] = await Promise.all([
		Promise.all(
			documents.map(async (documentId) => {
				const ids = lines.filter((line) => line.documentId === documentId).map(({ passage }) => passage);
				return [documentId, await placesOf(pool(), documentId, [...new Set(ids)])] as const;
			}),
		),
		textsBeside(lines),
	]);
	const places = new Map(indexes);
	return lines.map((line) => ({
		...line,
		index: places.get(line.documentId)?.get(line.passage) ?? 0,
		beside: beside.get(`${line.documentId} ${line.passage} ${line.side}`) ?? "",
	}));
}

async function textsBeside(lines: readonly Line[]): Promise<Map<string, string>> {
	const found = await pool().query<{ documentId: string; passage: string; side: Side; text: string }>(
		`SELECT s."documentId", s."passageId" AS "passage", s."side", string_agg(s."text", ' ' ORDER BY s."rank") AS "text"
		FROM "Segment" s
		WHERE (s."documentId", s."passageId") IN (SELECT * FROM unnest($1::text[], $2::text[]))
		GROUP BY s."documentId", s."passageId", s."side"`,
		[lines.map(({ documentId }) => documentId), lines.map(({ passage }) => passage)],
	);
	return new Map(
		found.rows.map(({ documentId, passage, side, text }) => [
			`${documentId} ${passage} ${side === "source" ? "target" : "source"}`,
			text,
		]),
	);
}
