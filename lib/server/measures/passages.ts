/** The measures of single passages, a page at a time. */
import { z } from "zod";
import { joinSentences } from "#lib/core/diff/sentences.ts";
import { withoutMarks } from "#lib/core/formats/marked-text.ts";
import { addMeasured, nothingMeasured, ratesOf } from "#lib/core/measure/measure-texts.ts";
import {
	draftScopes,
	type PassageFigures,
	passageOrders,
	passageScopes,
	type WirePassageMeasures,
} from "#lib/core/measure/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { readable } from "./document.ts";
import { basisOf, measuredOf, ownMeasure, type StoredMeasure } from "./fill.ts";
import { draftsOf } from "./found.ts";
import type { MeasuredDocument, MeasureScope } from "./tally.ts";

/** Passages in one answer. */
const maxPage = 200;

export const PassageMeasuresQuery = z.strictObject({
	drafts: z.enum(draftScopes).optional(),
	passages: z.enum(passageScopes).default("all"),
	order: z.enum(passageOrders).default("place"),
	offset: z
		.string()
		.regex(/^\d{1,9}$/)
		.transform(Number)
		.default(0),
});
export type PassageMeasuresQuery = z.infer<typeof PassageMeasuresQuery>;

/** Those that have been measured; the others are absent until they are. */
export async function passageMeasures(
	actor: Actor,
	documentId: string,
	query: PassageMeasuresQuery,
): Promise<WirePassageMeasures> {
	const { document } = await readable(actor, documentId);
	const scope = { drafts: draftsOf([document], query.drafts), passages: query.passages };
	const { total, passages } = await readPage(document, scope, { ...query, limit: maxPage });
	return { total, passages: passages.map(({ draft: _, ...passage }) => passage) };
}

export interface Page {
	readonly order: PassageMeasuresQuery["order"];
	readonly offset: number;
	readonly limit: number;
}

/** With the texts of draft and rendering, whole. */
export async function readPage(
	document: MeasuredDocument,
	scope: MeasureScope,
	page: Page,
): Promise<{ total: number; passages: (PassageFigures & { readonly draft: string })[] }> {
	const places = await placesOn(document, scope, page);
	const segments = await segmentsOf(
		document,
		scope,
		places.map(({ id }) => id),
	);
	return {
		total: places[0]?.total ?? 0,
		passages: places.map(({ id, index, state }) => {
			const here = segments.get(id) ?? [];
			const { runs, ...measured } = here.map(measuredOf).reduce(addMeasured, nothingMeasured);
			const joined = (pick: (line: SegmentLine) => string) =>
				withoutMarks(joinSentences(here.map(pick), document.language));
			const rates = ratesOf({ ...measured, runs });
			return {
				id,
				index: Number(index),
				state,
				...measured,
				...rates,
				text: joined(({ text }) => text),
				draft: joined(({ draft }) => draft),
			};
		}),
	};
}

interface PlaceLine {
	id: string;
	/** A number of the database, as it sends them. */
	index: string;
	state: string;
	total: number;
}

const orders = {
	place: `"index"`,
	rate: `CASE WHEN "words" > 0 THEN "edits"::float8 / "words" WHEN "edits" > 0 THEN 1 ELSE 0 END DESC, "index"`,
	characters: `"characters" DESC, "index"`,
} as const satisfies Record<PassageMeasuresQuery["order"], string>;

/** $3: the places of a machine's drafts among the origins, or null for all drafts. */
const counted = `s."side" = 'target' AND s."draft" IS NOT NULL AND ($3::int[] IS NULL OR s."origin" = ANY($3))`;

async function placesOn(document: MeasuredDocument, scope: MeasureScope, page: Page): Promise<PlaceLine[]> {
	const found = await pool().query<PlaceLine>(
		`SELECT *, count(*) OVER ()::int AS "total" FROM (
			SELECT p."id", p."index", p."state", sum(m."edits") AS "edits", sum(m."referenceWords") AS "words",
				sum(m."charactersChanged") AS "characters"
			FROM (
				SELECT "id", "state", row_number() OVER (ORDER BY "rank") - 1 AS "index" FROM "Passage" WHERE "documentId" = $1
			) AS p JOIN "Segment" s ON s."documentId" = $1 AND s."passageId" = p."id" AND ${counted} JOIN ${ownMeasure}
			WHERE NOT $4 OR p."state" IN ('reviewed', 'approved') GROUP BY 1, 2, 3
		) AS passage ORDER BY ${orders[page.order]} OFFSET $5 LIMIT $6`,
		[
			document.id,
			basisOf(document.language),
			originsIn(document, scope),
			scope.passages === "confirmed",
			page.offset,
			page.limit,
		],
	);
	return found.rows;
}

interface SegmentLine extends StoredMeasure {
	passageId: string;
	text: string;
	draft: string;
}

async function segmentsOf(
	document: MeasuredDocument,
	scope: MeasureScope,
	passages: readonly string[],
): Promise<Map<string, SegmentLine[]>> {
	const found = await pool().query<SegmentLine>(
		`SELECT s."passageId", s."text", s."draft", m."characters", m."charactersChanged", m."words", m."wordsChanged", m."edits",
			m."referenceWords", m."runs"
		FROM "Segment" s JOIN ${ownMeasure}
		WHERE s."documentId" = $1 AND s."passageId" = ANY($4) AND ${counted} ORDER BY s."rank"`,
		[document.id, basisOf(document.language), originsIn(document, scope), passages],
	);
	return Map.groupBy(found.rows, ({ passageId }) => passageId);
}

function originsIn({ origins }: MeasuredDocument, { drafts }: MeasureScope): number[] | null {
	return drafts === "all" ? null : origins.flatMap(({ kind }, i) => (kind === "machine" ? [i] : []));
}
