/** The measures of all documents of a project together. */
import { addTallies, figuresOf, noTally, type WholeTally } from "#lib/core/measure/tally.ts";
import type { WireProjectMeasures, WireUnmeasured } from "#lib/core/measure/wire.ts";
import { type Actor, requireProject } from "#lib/server/access.ts";
import { pool } from "#lib/server/db.ts";
import { startJob } from "#lib/server/jobs.ts";
import { mostAtOnce } from "./document.ts";
import { measureDocument, unmeasured } from "./fill.ts";
import { draftsOf, type MeasuresQuery, measuredDocuments, seenBy } from "./found.ts";
import { documentTally, keptTally, type MeasuredDocument, type MeasureScope, scopeName } from "./tally.ts";

export async function projectMeasures(
	actor: Actor,
	projectId: string,
	query: MeasuresQuery,
): Promise<WireProjectMeasures | WireUnmeasured> {
	const { role } = await requireProject(actor, projectId, "document.read");
	const documents = await measuredDocuments(projectId, null);
	const scope = { drafts: draftsOf(documents, query.drafts), passages: query.passages };
	const left = await workLeft(documents, scope);
	if (left.work > mostAtOnce)
		return { state: "unmeasured", missing: left.missing, renderings: left.renderings };
	const tallies: { readonly document: MeasuredDocument; readonly tally: WholeTally }[] = [];
	for (const document of documents) {
		if (left.open.has(document.id)) await measureDocument(document);
		const tally = (await keptTally(document, scope)) ?? (await documentTally(document, scope));
		tallies.push({ document, tally });
	}
	const all = tallies.map(({ tally }) => tally);
	return {
		state: "measured",
		drafts: scope.drafts,
		drafted: {
			machine: all.reduce((sum, { drafted }) => sum + drafted.machine, 0),
			other: all.reduce((sum, { drafted }) => sum + drafted.other, 0),
		},
		total: figuresOf(all.map(({ total }) => total).reduce(addTallies, noTally)),
		documents: tallies
			.filter(({ tally }) => tally.total.passages > 0)
			.map(({ document, tally }) => ({ id: document.id, title: document.title, ...figuresOf(tally.total) })),
		...(await seenBy(actor, role, all, query.zone)),
	};
}

/** Adding up a passage that is measured already is as much work as comparing so many characters. */
const addingUp = 10;

/** In documents whose tally is not that of their last revision. */
async function workLeft(documents: readonly MeasuredDocument[], scope: MeasureScope) {
	const found = await pool().query<{ id: string; number: number }>(
		`SELECT "documentId" AS "id", "number" FROM "DocumentMeasure" WHERE "documentId" = ANY($1) AND "scope" = $2`,
		[documents.map(({ id }) => id), scopeName(scope)],
	);
	const kept = new Map(found.rows.map(({ id, number }) => [id, number]));
	const left = { work: 0, missing: 0, renderings: 0, open: new Set<string>() };
	for (const document of documents.filter(({ id, headNumber }) => kept.get(id) !== headNumber)) {
		const { work, missing, renderings } = await unmeasured(document.id, document.language);
		left.work += work + addingUp * renderings;
		left.missing += missing;
		left.renderings += renderings;
		if (missing > 0) left.open.add(document.id);
	}
	return left;
}

/** Starts a job that measures what is missing in any document, and adds it up. */
export async function requestProjectMeasures(
	actor: Actor,
	projectId: string,
	query: Pick<MeasuresQuery, "drafts" | "passages">,
): Promise<{ jobId: string }> {
	await requireProject(actor, projectId, "document.read");
	const documents = await measuredDocuments(projectId, null);
	const scope = { drafts: draftsOf(documents, query.drafts), passages: query.passages };
	return { jobId: await startJob(actor, projectId, "measure", { projectId, documentIds: null, scope }) };
}
