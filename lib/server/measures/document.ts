/** The measures of one document. */
import { figuresOf } from "#lib/core/measure/tally.ts";
import type { WireDocumentMeasures, WireUnmeasured } from "#lib/core/measure/wire.ts";
import { type Actor, requireDocument } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { startJob } from "#lib/server/jobs.ts";
import { measureDocument, unmeasured } from "./fill.ts";
import { draftsOf, type MeasuresQuery, measuredDocuments, seenBy } from "./found.ts";
import { documentTally, keptTally, type MeasuredDocument } from "./tally.ts";

/** Characters to compare beyond which a job does it: below, everybody's answer comes within half a second. */
export const mostAtOnce = 100_000;

/** Measures what little is missing; where that is much, says so. */
export async function documentMeasures(
	actor: Actor,
	documentId: string,
	query: MeasuresQuery,
): Promise<WireDocumentMeasures | WireUnmeasured> {
	const { role, document } = await readable(actor, documentId);
	const scope = { drafts: draftsOf([document], query.drafts), passages: query.passages };
	const kept = await keptTally(document, scope);
	if (!kept) {
		const { work, missing, renderings } = await unmeasured(documentId, document.language);
		if (work > mostAtOnce) return { state: "unmeasured", missing, renderings };
		if (missing > 0) await measureDocument(document);
	}
	const tally = kept ?? (await documentTally(document, scope));
	return {
		state: "measured",
		headNumber: document.headNumber,
		drafts: scope.drafts,
		drafted: tally.drafted,
		total: figuresOf(tally.total),
		...(await seenBy(actor, role, [tally], query.zone)),
	};
}

/** Starts a job that measures what is missing. */
export async function requestMeasures(actor: Actor, documentId: string): Promise<{ jobId: string }> {
	const { document } = await readable(actor, documentId);
	const input = { projectId: document.projectId, documentIds: [documentId] };
	return { jobId: await startJob(actor, document.projectId, "measure", input) };
}

export async function readable(
	actor: Actor,
	documentId: string,
): Promise<{ role: Awaited<ReturnType<typeof requireDocument>>["role"]; document: MeasuredDocument }> {
	const { role, projectId } = await requireDocument(actor, documentId, "document.read");
	const [document] = await measuredDocuments(projectId, [documentId]);
	if (!document) throw new AppError("not-found", "notFound");
	return { role, document };
}
