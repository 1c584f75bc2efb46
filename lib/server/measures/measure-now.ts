/** What the job does: measures and adds up, one document after another. */
import { z } from "zod";
import { draftScopes, passageScopes } from "#lib/core/measure/wire.ts";
import { type Actor, requireProject } from "#lib/server/access.ts";
import type { Watch } from "#lib/server/threads/in-thread.ts";
import { measureDocument, unmeasured } from "./fill.ts";
import { draftsOf, measuredDocuments } from "./found.ts";
import { documentTally, keptTally, type MeasureScope } from "./tally.ts";

export const MeasureNow = z.strictObject({
	projectId: z.string(),
	/** Null: all documents of the project. */
	documentIds: z.array(z.string()).nullable(),
	/** To add up for; unless told what is shown first. */
	scope: z.strictObject({ drafts: z.enum(draftScopes), passages: z.enum(passageScopes) }).optional(),
});
export type MeasureNow = z.infer<typeof MeasureNow>;

/** Answers how many renderings were measured. Documents that are gone meanwhile are left out. */
export async function measureNow(
	actor: Actor,
	{ projectId, documentIds, scope }: MeasureNow,
	{ progress, signal }: Watch,
): Promise<{ measured: number }> {
	await requireProject(actor, projectId, "document.read");
	const documents = await measuredDocuments(projectId, documentIds);
	const missing: number[] = [];
	for (const { id, language } of documents) missing.push((await unmeasured(id, language)).missing);
	const total = missing.reduce((sum, count) => sum + count, 0);
	let before = 0;
	for (const [i, document] of documents.entries()) {
		const report = (measured: number) => progress?.(before + measured, total);
		await measureDocument(document, { progress: report, ...(signal && { signal }) });
		const shown: MeasureScope = scope ?? { drafts: draftsOf([document], undefined), passages: "all" };
		if (!(await keptTally(document, shown))) await documentTally(document, shown);
		before += missing[i] ?? 0;
		signal?.throwIfAborted();
	}
	return { measured: total };
}
