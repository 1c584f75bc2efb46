/** The passages of a document in which most speaks for a fault that nobody has seen. */
import type { LinkState, PassageState } from "#lib/core/document/model.ts";
import { characterDistance } from "#lib/core/measure/character-distance.ts";
import { type RiskOf, riskOf } from "#lib/core/qa/risk.ts";
import type { RiskyPassage, WireRisks } from "#lib/core/qa/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { told } from "./checking/found.ts";
import { lookedAt } from "./checking/looked-at.ts";
import { type CheckedHead, checkedHead } from "./checking/rules.ts";
import { pool } from "./db.ts";

/** Passages in an answer, and those of which is worked out exactly how much of them is the machine's. */
const mostTold = 100;
const mostCompared = 300;

interface Line {
	readonly id: string;
	readonly index: string;
	readonly state: PassageState;
	readonly link: LinkState;
	readonly confidence: number | null;
	readonly critical: number;
	readonly major: number;
	readonly minor: number;
	/** Characters of the rendering, of those that are drafts of a machine, and of these the ones that somebody changed. */
	readonly characters: number;
	readonly drafted: number;
	readonly changed: number;
	readonly days: number;
}

/** The riskiest first. */
export async function readRisks(actor: Actor, documentId: string): Promise<WireRisks> {
	await requireDocument(actor, documentId, "document.read");
	const head = await checkedHead(documentId);
	const lines = await readLines(actor, head);
	// As if the machine's wording were all still there: nothing that is riskier in truth is left out.
	const candidates = lines
		.map((line) => ({ line, risk: riskOf(about(line, head, shareAtMost(line))) }))
		.toSorted((a, b) => b.risk.score - a.risk.score)
		.slice(0, mostCompared);
	const kept = await charactersKept(
		documentId,
		candidates.filter(({ line }) => line.changed > 0).map(({ line }) => line.id),
		head,
	);
	const passages = candidates
		.map(({ line, risk }): RiskyPassage => {
			const same = kept.get(line.id);
			const exact =
				same === undefined
					? risk
					: riskOf(about(line, head, (line.drafted - line.changed + same) / Math.max(1, line.characters)));
			return { id: line.id, index: Number(line.index), days: line.days, ...exact };
		})
		.filter(({ score }) => score > 0)
		.toSorted((a, b) => b.score - a.score || a.index - b.index);
	return { headNumber: head.headNumber, passages: passages.slice(0, mostTold) };
}

const shareAtMost = ({ drafted, characters }: Line) => drafted / Math.max(1, characters);

function about({ critical, major, minor, ...line }: Line, { sides }: CheckedHead, machine: number): RiskOf {
	return { ...line, paired: sides.source && sides.target, findings: { critical, major, minor }, machine };
}

async function readLines(actor: Actor, head: CheckedHead): Promise<Line[]> {
	const { values } = await lookedAt(actor, head.projectId, head);
	const found = await pool().query<Line>(
		`WITH ${told}, open AS (
			SELECT "passageId", (count(*) FILTER (WHERE "severity" = 'critical'))::int AS "critical",
				(count(*) FILTER (WHERE "severity" = 'major'))::int AS "major", (count(*) FILTER (WHERE "severity" = 'minor'))::int AS "minor"
			FROM told WHERE "dismissal" IS NULL GROUP BY 1
		), texts AS (
			SELECT s."passageId", max(s."version") AS "version",
				coalesce(sum(length(s."text")) FILTER (WHERE s."side" = 'target'), 0)::int AS "characters",
				coalesce(sum(length(s."text")) FILTER (WHERE s."origin" = ANY($5)), 0)::int AS "drafted",
				coalesce(sum(length(s."text")) FILTER (WHERE s."origin" = ANY($5) AND s."text" <> s."draft"), 0)::int AS "changed"
			FROM "Segment" s WHERE s."documentId" = $4 AND s."passageId" IS NOT NULL GROUP BY 1
		)
		SELECT p."id", row_number() OVER (ORDER BY p."rank") - 1 AS "index", p."state", p."link", p."confidence",
			coalesce(o."critical", 0) AS "critical", coalesce(o."major", 0) AS "major", coalesce(o."minor", 0) AS "minor",
			t."characters", t."drafted", t."changed", extract(epoch FROM now() - r."at")::float8 / 86400 AS "days"
		FROM "Passage" p JOIN texts t ON t."passageId" = p."id"
		JOIN "Revision" r ON r."documentId" = $4 AND r."number" = t."version" LEFT JOIN open o ON o."passageId" = p."id"
		WHERE p."documentId" = $4`,
		[...values, head.id, head.origins.flatMap(({ kind }, i) => (kind === "machine" ? [i] : []))],
	);
	return found.rows;
}

/** Of renderings that somebody changed, the characters that are still the draft's, by passage. */
async function charactersKept(
	documentId: string,
	passages: readonly string[],
	{ origins }: CheckedHead,
): Promise<Map<string, number>> {
	const found = await pool().query<{ id: string; text: string; draft: string; origin: number }>(
		`SELECT "passageId" AS "id", "text", "draft", "origin" FROM "Segment"
		WHERE "documentId" = $1 AND "passageId" = ANY($2) AND "draft" <> "text" AND "origin" IS NOT NULL`,
		[documentId, passages],
	);
	const kept = new Map<string, number>();
	for (const { id, text, draft, origin } of found.rows) {
		if (origins[origin]?.kind !== "machine") continue;
		const same = Math.max(0, text.length - characterDistance(draft, text));
		kept.set(id, (kept.get(id) ?? 0) + same);
	}
	return kept;
}
