/** Terms that a glossary might take, found in what the project's people have reviewed. */
import { z } from "zod";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { foldText } from "#lib/core/scripts/fold.ts";
import type { Candidate } from "#lib/core/terms/candidates.ts";
import type { MinedTerms, WireCandidate } from "#lib/core/terms/wire.ts";
import { type Actor, requireProject } from "../access.ts";
import { db, pool } from "../db.ts";
import { startJob } from "../jobs.ts";
import { placesOf } from "../passages.ts";
import type { CandidatesTask, MinedPassage } from "../threads/candidates.ts";
import { inThread, type Watch } from "../threads/in-thread.ts";
import { longestTerm } from "./input.ts";
import { readGlossary } from "./stored.ts";

export const MineTerms = z.strictObject({});
export const DismissedSource = z.strictObject({
	source: z.string().min(1).max(longestTerm).refine(isWellFormedText, { error: "text-not-wellformed" }),
});
export type DismissedSource = z.infer<typeof DismissedSource>;

/** Passages that are read, the newest documents first: what recurs, recurs in fewer. */
const mostPassages = 60_000;

/** By a job: it reads everything. */
export async function requestCandidates(actor: Actor, projectId: string): Promise<{ jobId: string }> {
	await requireProject(actor, projectId, "glossary.edit");
	return { jobId: await startJob(actor, projectId, "mine-terms", {}) };
}

export async function mineTerms(actor: Actor, projectId: string, watch: Watch): Promise<MinedTerms> {
	await requireProject(actor, projectId, "glossary.edit");
	const [{ terms }, passages, dismissed] = await Promise.all([
		readGlossary(projectId),
		reviewedPassages(projectId),
		db().dismissedTerm.findMany({ where: { projectId }, select: { source: true } }),
	]);
	const task: CandidatesTask = { passages, terms };
	const found = await inThread<Candidate<MinedPassage>[]>("candidates", task, watch);
	const left = new Set(dismissed.map(({ source }) => source));
	const candidates = found.filter(({ source }) => !left.has(foldText(source)));
	return { passages: passages.length, candidates: await placed(projectId, candidates) };
}

async function reviewedPassages(projectId: string): Promise<MinedPassage[]> {
	const text = (side: string) =>
		`(SELECT string_agg(s."text", ' ' ORDER BY s."rank") FROM "Segment" s
			WHERE s."documentId" = p."documentId" AND s."passageId" = p."id" AND s."side" = '${side}')`;
	const found = await pool().query<MinedPassage>(
		`SELECT * FROM (
			SELECT p."documentId", p."id", ${text("source")} AS "source", ${text("target")} AS "target"
			FROM "Document" d JOIN "Passage" p ON p."documentId" = d."id"
			WHERE d."projectId" = $1 AND d."deletedAt" IS NULL AND p."state" IN ('reviewed', 'approved')
			ORDER BY d."updatedAt" DESC, d."id", p."rank" LIMIT ${mostPassages}
		) AS paired WHERE "source" IS NOT NULL AND "target" IS NOT NULL`,
		[projectId],
	);
	return found.rows;
}

/** The examples with their documents' titles and their places there. */
async function placed(
	projectId: string,
	candidates: readonly Candidate<MinedPassage>[],
): Promise<WireCandidate[]> {
	const pairs = candidates.flatMap(({ examples }) => examples.map(({ pair }) => pair));
	const ids = Map.groupBy(pairs, ({ documentId }) => documentId);
	const titles = await db().document.findMany({
		where: { projectId, id: { in: [...ids.keys()] } },
		select: { id: true, title: true },
	});
	const titleOf = new Map(titles.map(({ id, title }) => [id, title]));
	const places = new Map<string, ReadonlyMap<string, number>>();
	for (const [documentId, here] of ids)
		places.set(documentId, await placesOf(pool(), documentId, [...new Set(here.map(({ id }) => id))]));
	return candidates.map(({ source, rendering, passages, together, examples }) => ({
		source,
		rendering,
		passages,
		together,
		examples: examples.map(({ pair, source: from, target: to }) => ({
			documentId: pair.documentId,
			title: titleOf.get(pair.documentId) ?? "",
			passage: pair.id,
			index: places.get(pair.documentId)?.get(pair.id) ?? 0,
			source: { text: pair.source, places: [from] },
			target: { text: pair.target, places: [to] },
		})),
	}));
}

/** It is not offered again, in either script. */
export async function dismissCandidate(
	actor: Actor,
	projectId: string,
	{ source }: DismissedSource,
): Promise<void> {
	await requireProject(actor, projectId, "glossary.edit");
	await db().dismissedTerm.createMany({
		data: { projectId, source: foldText(source), dismissedById: actor.userId },
		skipDuplicates: true,
	});
}

export async function offerAgain(
	actor: Actor,
	projectId: string,
	{ source }: DismissedSource,
): Promise<void> {
	await requireProject(actor, projectId, "glossary.edit");
	await db().dismissedTerm.deleteMany({ where: { projectId, source: foldText(source) } });
}
