/** What was found in documents, as one relation for queries: by passages alone, and judged beside others. */
import type { CheckSettings } from "#lib/core/qa/settings.ts";
import type { Judged } from "./judge.ts";

/**
 * `told("documentId", "passageId", "finding", "check", "key", "severity", "dismissal")` of the documents $1. $2: what was
 * judged, as JSON; $3: what is switched off, see `offOf`.
 */
export const told = `found AS (
		SELECT c."documentId", c."passageId", each."finding" FROM "CheckedPassage" c
		JOIN "Passage" p ON p."documentId" = c."documentId" AND p."id" = c."passageId"
		CROSS JOIN LATERAL jsonb_array_elements(c."findings") AS each("finding")
		WHERE c."documentId" = ANY($1) AND c."findings" <> '[]'
		UNION ALL
		SELECT j."documentId", j."passageId", j."finding"
		FROM jsonb_to_recordset($2) AS j("documentId" text, "passageId" text, "finding" jsonb)
	), told AS (
		SELECT f.*, f."finding"->>'check' AS "check", f."finding"->>'key' AS "key", f."finding"->>'severity' AS "severity",
			d."id" AS "dismissal"
		FROM found f LEFT JOIN "Dismissal" d ON d."documentId" = f."documentId" AND d."segmentId" = f."finding"->>'segment'
			AND d."fingerprint" = f."finding"->>'fingerprint' AND d."takenBackAt" IS NULL
		WHERE NOT (f."finding"->>'check' = ANY($3) OR (f."finding"->>'check') || '.' || (f."finding"->>'key') = ANY($3))
	)`;

export type ToldValues = readonly [documents: readonly string[], judged: string, off: readonly string[]];

export function toldValues(
	documents: readonly string[],
	judged: readonly Judged[],
	settings: Pick<CheckSettings, "off">,
): ToldValues {
	return [documents, JSON.stringify(judged), offOf(settings)];
}

const offOf = ({ off }: Pick<CheckSettings, "off">): string[] =>
	off.map(({ check, key }) => (key === null ? check : `${check}.${key}`));
