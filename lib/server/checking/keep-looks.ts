/** Keeps what the checks saw in passages, and which subjects a project's mentions disagree on. */
import type { PoolClient } from "pg";
import { contentOf, fingerprintOf } from "#lib/core/qa/fingerprint.ts";
import type { Look } from "#lib/core/qa/run-checks.ts";
import type { StoredFinding } from "#lib/core/qa/wire.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import type { Stamped } from "./load-passages.ts";
import type { ReadPassage } from "./remarks.ts";
import type { CheckedHead } from "./rules.ts";
import { ofPassage, stamp } from "./stamp.ts";

export interface Looked extends Stamped, ReadPassage {
	readonly look: Look;
	/** What the glossary finds in it. */
	readonly terms: string;
}

/** More in one passage helps nobody, and a hostile text could hold tens of thousands. */
const mostFindings = 200;
const mostMentions = 500;

/** A passage that changed since it was looked at is left for the next time. */
export async function keepLooks(head: CheckedHead, rules: string, looked: readonly Looked[]): Promise<void> {
	await inTransaction(async (client) => {
		await lockProject(client, head.projectId);
		const fresh = await keepFindings(client, head, rules, looked);
		const gone = await forgetMentions(client, head.id, [...fresh]);
		const told = await keepMentions(
			client,
			head,
			looked.filter(({ passage }) => fresh.has(passage.id)),
		);
		await settleSubjects(client, head.projectId, [...new Set([...gone, ...told])]);
	});
}

/** What is kept of passages that are no longer there. */
export async function forgetGone({ id, projectId }: CheckedHead): Promise<void> {
	await inTransaction(async (client) => {
		await lockProject(client, projectId);
		const found = await client.query<{ passageId: string }>(
			`DELETE FROM "CheckedPassage" c WHERE c."documentId" = $1
				AND NOT EXISTS (SELECT FROM "Passage" p WHERE p."documentId" = $1 AND p."id" = c."passageId") RETURNING c."passageId"`,
			[id],
		);
		if (found.rows.length === 0) return;
		const gone = await forgetMentions(
			client,
			id,
			found.rows.map(({ passageId }) => passageId),
		);
		await settleSubjects(client, projectId, gone);
	});
}

/** Two that write mentions of the same subject would not see each other's. */
async function lockProject(client: PoolClient, projectId: string): Promise<void> {
	await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('checking ' || $1, 0))`, [projectId]);
}

async function keepFindings(
	client: PoolClient,
	{ id, projectId }: CheckedHead,
	rules: string,
	looked: readonly Looked[],
): Promise<Set<string>> {
	const lines = looked.map(({ passage, stamp, look, terms, remarks, unread }) => {
		const content = contentOf(passage);
		const findings = look.findings
			.slice(0, mostFindings)
			.map((finding): StoredFinding => ({ ...finding, fingerprint: fingerprintOf(finding, content) }));
		return { id: passage.id, stamp, content, findings, terms, remarks, unread };
	});
	const found = await client.query<{ passageId: string }>(
		`INSERT INTO "CheckedPassage" ("documentId", "passageId", "projectId", "stamp", "rules", "content", "findings", "terms", "remarks",
			"unread")
		SELECT $1, line.id, $2, line.stamp, $3, line.content, line.findings, line.terms, line.remarks, line.unread
		FROM jsonb_to_recordset($4) AS line(id text, stamp text, content text, findings jsonb, terms text, remarks jsonb, unread boolean)
		JOIN (
			SELECT p."id", ${stamp} AS "stamp" FROM "Passage" p JOIN ${ofPassage}
			WHERE p."documentId" = $1 AND p."id" = ANY($5) GROUP BY p."documentId", p."id"
		) AS now ON now."id" = line.id AND now."stamp" = line.stamp
		ON CONFLICT ("documentId", "passageId") DO UPDATE SET "stamp" = excluded."stamp", "rules" = excluded."rules",
			"content" = excluded."content", "findings" = excluded."findings", "terms" = excluded."terms", "remarks" = excluded."remarks", "unread" = excluded."unread"
		RETURNING "passageId"`,
		[id, projectId, rules, storable(lines), lines.map((line) => line.id)],
	);
	return new Set(found.rows.map(({ passageId }) => passageId));
}

async function forgetMentions(
	client: PoolClient,
	documentId: string,
	passages: readonly string[],
): Promise<string[]> {
	const found = await client.query<{ about: string }>(
		`DELETE FROM "CheckedMention" WHERE "documentId" = $1 AND "passageId" = ANY($2) RETURNING "about"`,
		[documentId, passages],
	);
	return found.rows.map(({ about }) => about);
}

const primary = (tag: string) => tag.toLowerCase().split("-")[0];

async function keepMentions(
	client: PoolClient,
	{ id, projectId, sourceLanguage, targetLanguage }: CheckedHead,
	looked: readonly Looked[],
): Promise<string[]> {
	const lines = looked.flatMap(({ passage, look }) =>
		look.mentions
			.slice(0, mostMentions)
			.map((mention, ordinal) => ({ ...mention, passage: passage.id, ordinal })),
	);
	if (lines.length === 0) return [];
	const found = await client.query<{ about: string }>(
		`INSERT INTO "CheckedMention" ("documentId", "projectId", "passageId", "ordinal", "check", "about", "subject", "value",
			"side", "segmentId", "start", "end")
		SELECT $1, $2, line.passage, line.ordinal, line.check, md5(line.check || '|' || $3 || '|' || line.subject)::uuid,
			line.subject, line.value, line.side, line.segment, line.start, line.end
		FROM jsonb_to_recordset($4) AS line(passage text, ordinal int, "check" text, subject text, value text, side text,
			segment text, "start" int, "end" int)
		RETURNING "about"`,
		[id, projectId, `${primary(sourceLanguage)}-${primary(targetLanguage)}`, storable(lines)],
	);
	return found.rows.map(({ about }) => about);
}

async function settleSubjects(
	client: PoolClient,
	projectId: string,
	about: readonly string[],
): Promise<void> {
	if (about.length === 0) return;
	await client.query(
		`WITH told AS (
			SELECT "about" FROM "CheckedMention" WHERE "projectId" = $1 AND "about" = ANY($2)
			GROUP BY 1 HAVING min("value" COLLATE "C") <> max("value" COLLATE "C")
		), settled AS (
			DELETE FROM "DisputedSubject" WHERE "projectId" = $1 AND "about" = ANY($2) AND "about" NOT IN (SELECT "about" FROM told)
		)
		INSERT INTO "DisputedSubject" ("projectId", "about") SELECT $1, "about" FROM told ON CONFLICT DO NOTHING`,
		[projectId, about],
	);
}

/** A check may cut a character in two, and texts of the database hold no such halves. */
function storable(lines: readonly object[]): string {
	return JSON.stringify(lines, (_, value) =>
		typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value,
	);
}
