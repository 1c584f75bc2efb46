/** Has a job look at what is too much for a request: one for a document, or for a project, however many ask. */
import { z } from "zod";
import { type Actor, requireProject } from "#lib/server/access.ts";
import { queueJob } from "#lib/server/jobs.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import type { Watch } from "#lib/server/threads/in-thread.ts";
import { bringUpToDate } from "./bring-up-to-date.ts";
import type { NamedChecker } from "./look-at.ts";
import { readPassages, wantsReading } from "./read-passages.ts";
import { type CheckedHead, headsOfProject, projectRules } from "./rules.ts";

export const CheckNow = z.strictObject({
	projectId: z.string(),
	/** Null: all documents of the project. */
	documentId: z.string().nullable(),
});
export type CheckNow = z.infer<typeof CheckNow>;

/** A job that has said nothing for this long is not waited for. */
const longestSilence = "2 minutes";

export async function askForCheck(actor: Actor, input: CheckNow): Promise<void> {
	const { projectId, documentId } = input;
	await inTransaction(async (client) => {
		await client.query(`SELECT pg_advisory_xact_lock(hashtextextended('asking for checks ' || $1, 0))`, [
			projectId,
		]);
		const found = await client.query(
			`SELECT FROM "Job" WHERE "projectId" = $1 AND "kind" = 'check' AND "state" IN ('waiting', 'running')
				AND "updatedAt" > now() - interval '${longestSilence}'
				AND ("input"->>'documentId' IS NULL OR "input"->>'documentId' = $2)`,
			[projectId, documentId],
		);
		if (found.rows.length === 0) await queueJob(client, actor.userId, projectId, "check", input);
	});
}

/** What the job does: looks at one document after another. Those that are gone meanwhile are left out. */
export async function checkNow(
	actor: Actor,
	{ projectId, documentId }: CheckNow,
	{ progress, signal }: Watch,
): Promise<{ looked: number }> {
	await requireProject(actor, projectId, "document.read");
	const heads = (await headsOfProject(projectId)).filter(
		({ id }) => documentId === null || id === documentId,
	);
	let looked = 0;
	const read: { readonly head: CheckedHead; readonly rules: NamedChecker }[] = [];
	const { settings } = await projectRules(projectId);
	const watched = (i: number, of: number): Watch => {
		const report = (done: number, total: number) => progress?.((i + done / total) * steps, of * steps);
		return { progress: report, ...(signal && { signal }) };
	};
	for (const [i, head] of heads.entries()) {
		const { rules, looked: now } = await bringUpToDate(head, watched(i, heads.length * 2));
		looked += now;
		if (rules && wantsReading(rules.checker, settings)) read.push({ head, rules });
		progress?.((i + 1) * steps, heads.length * 2 * steps);
		signal?.throwIfAborted();
	}
	for (const [i, { head, rules }] of read.entries())
		await readPassages(head, rules, watched(read.length + i, read.length * 2));
	progress?.(steps, steps);
	return { looked };
}

/** Of progress in each document, whatever its length; what is read is looked at twice. */
const steps = 1_000;
