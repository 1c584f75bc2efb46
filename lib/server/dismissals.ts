/** Holding findings to be none, for exactly the text that they were found in; and taking that back. */
import { z } from "zod";
import { Id } from "#lib/core/document/operations/contract.ts";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { dismissalReasons } from "#lib/core/qa/wire.ts";
import { type Actor, requireProject } from "./access.ts";
import { checkIds } from "./checking/check-names.ts";
import { told } from "./checking/found.ts";
import { lookedAt } from "./checking/looked-at.ts";
import { type CheckedHead, checkedHead } from "./checking/rules.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { RequestKey } from "./operations.ts";

const Fingerprint = z.string().regex(/^[0-9a-f]{32}$/);
const Named = z.strictObject({ segment: Id, fingerprint: Fingerprint });

/** Findings of one document by name; all that say the same as one of them; or all of a check. */
const Which = z.discriminatedUnion("kind", [
	z.strictObject({ kind: z.literal("these"), documentId: Id, findings: z.array(Named).min(1).max(1_000) }),
	z.strictObject({
		kind: z.literal("alike"),
		documentId: Id,
		finding: Named,
		within: z.enum(["document", "project"]),
	}),
	/** Of a document, or null: of the project. */
	z.strictObject({ kind: z.literal("check"), documentId: Id.nullable(), check: z.enum(checkIds) }),
]);

export const DismissFindings = z.strictObject({
	key: RequestKey,
	which: Which,
	reason: z.enum(dismissalReasons),
	note: z.string().max(500).refine(isWellFormedText, { error: "text-not-wellformed" }).default(""),
});
export type DismissFindings = z.infer<typeof DismissFindings>;

export const TakeBackDismissals = z.union([
	z.strictObject({ ids: z.array(z.string().max(64)).min(1).max(1_000) }),
	z.strictObject({ batch: RequestKey }),
]);
export type TakeBackDismissals = z.infer<typeof TakeBackDismissals>;

export interface Dismissed {
	/** By which all of them are taken back. */
	readonly batch: string;
	readonly dismissed: number;
}

/** Throws `refused` where none of them is there any more: the text is another, or somebody was quicker. */
export async function dismissFindings(
	actor: Actor,
	projectId: string,
	{ key, which, reason, note }: DismissFindings,
): Promise<Dismissed> {
	await requireProject(actor, projectId, "finding.dismiss");
	const before = await dismissedIn(projectId, key);
	if (before > 0) return { batch: key, dismissed: before };
	const { values } = await lookedAt(actor, projectId, await scopeOf(projectId, which));
	const [condition, chosen] = conditionFor(which);
	const found = await pool().query(
		`WITH ${told}, sample AS (
			SELECT t."check", t."key", t."finding"->'values' AS "values" FROM told t
			WHERE t."documentId" = $4 AND t."finding"->>'segment' = ANY($5) AND t."finding"->>'fingerprint' = ANY($6) LIMIT 1
		)
		INSERT INTO "Dismissal" ("id", "projectId", "documentId", "segmentId", "check", "key", "fingerprint", "reason", "note", "batch", "byId")
		SELECT gen_random_uuid()::text, $7, t."documentId", t."finding"->>'segment', t."check", t."key", t."finding"->>'fingerprint',
			$8, $9, $10, $11
		FROM told t WHERE t."dismissal" IS NULL AND ${condition} ON CONFLICT DO NOTHING`,
		[...values, ...chosen, projectId, reason, note.trim(), key, actor.userId],
	);
	if (!found.rowCount) throw new AppError("refused", "findingsGone");
	return { batch: key, dismissed: found.rowCount };
}

/** Those that still stand; that they were dismissed stays to be read. */
export async function takeBackDismissals(
	actor: Actor,
	projectId: string,
	which: TakeBackDismissals,
): Promise<{ takenBack: number }> {
	await requireProject(actor, projectId, "finding.dismiss");
	const found = await pool().query(
		`UPDATE "Dismissal" SET "takenBackAt" = now(), "takenBackById" = $2
		WHERE "projectId" = $1 AND "takenBackAt" IS NULL AND ("id" = ANY($3) OR "batch" = $4)`,
		[projectId, actor.userId, "ids" in which ? which.ids : [], "batch" in which ? which.batch : null],
	);
	return { takenBack: found.rowCount ?? 0 };
}

async function dismissedIn(projectId: string, batch: string): Promise<number> {
	const found = await pool().query<{ count: number }>(
		`SELECT count(*)::int AS "count" FROM "Dismissal" WHERE "projectId" = $1 AND "batch" = $2`,
		[projectId, batch],
	);
	return found.rows[0]?.count ?? 0;
}

type Which = z.infer<typeof Which>;

/** The document that has to be looked at; null: all of them. */
async function scopeOf(projectId: string, which: Which): Promise<CheckedHead | null> {
	if (which.documentId === null) return null;
	const head = await checkedHead(which.documentId);
	if (head.projectId !== projectId) throw new AppError("not-found", "notFound");
	return which.kind === "alike" && which.within === "project" ? null : head;
}

/** With what stands for $4 to $6. */
function conditionFor(which: Which): [condition: string, values: unknown[]] {
	if (which.kind === "check") return [`t."check" = ANY($5)`, [null, [which.check], []]];
	const findings = which.kind === "these" ? which.findings : [which.finding];
	const values = [
		which.documentId,
		findings.map(({ segment }) => segment),
		findings.map(({ fingerprint }) => fingerprint),
	];
	return which.kind === "alike"
		? [`(t."check", t."key", t."finding"->'values') IN (SELECT "check", "key", "values" FROM sample)`, values]
		: [
				`(t."finding"->>'segment', t."finding"->>'fingerprint') IN (SELECT * FROM unnest($5::text[], $6::text[]))`,
				values,
			];
}
