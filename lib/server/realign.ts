/** Pairing the passages anew whose links nobody has confirmed: shown first, then done as one revision. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Bead, FixedBead } from "#lib/core/align/contract.ts";
import type { Side } from "#lib/core/document/model.ts";
import { isRegrouped, type Realign, type Stretch } from "#lib/core/document/operations/realign.ts";
import { regroup, stillFitting } from "#lib/core/document/regroup.ts";
import type { RealignPreview } from "#lib/core/document/wire.ts";
import type { Actor } from "./access.ts";
import { alignTexts, isLongAlignment, requireAligner, type SideTexts } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import { confirmedExamples } from "./examples.ts";
import { NewDocument } from "./import-input.ts";
import { startJob } from "./jobs.ts";
import { newId } from "./new-id.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { type Plan, showRealign } from "./realign-preview.ts";
import { appendOperation } from "./revision-log/append.ts";
import { loadRows, type StoredRow } from "./revision-log/load.ts";
import { beyondRequest, type Head, inTransaction, onDocument } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";

export const RealignDocument = z.strictObject({
	key: RequestKey,
	aligner: NewDocument.shape.aligner,
	/** The first and the last passage to be paired anew; without them the document's. */
	from: z.string().max(64).optional(),
	to: z.string().max(64).optional(),
	/** Only show what would change. */
	preview: z.boolean().default(false),
	/** The grouping that was shown: refused where passages were moved since. */
	order: z.int().min(0).optional(),
});
export type RealignDocument = z.infer<typeof RealignDocument>;

/** What came of it, for a client that loads its window again. */
export interface Realigned extends Saved {
	/** Passages that were grouped anew, and those left because somebody changed them meanwhile. */
	readonly changed: number;
	readonly skipped: number;
}

/** Shows or does it; where that takes long, a job does. */
export async function requestRealign(
	actor: Actor,
	documentId: string,
	input: RealignDocument,
): Promise<RealignPreview | Realigned | { jobId: string }> {
	const { projectId, passages } = await realignable(actor, documentId, input);
	if (isLongAlignment(input.aligner, 2 * passages))
		return { jobId: await startJob(actor, projectId, "realign-document", { documentId, input }) };
	return await realignNow(actor, documentId, input);
}

/** The same without asking how long it takes. */
export async function realignNow(
	actor: Actor,
	documentId: string,
	input: RealignDocument,
	watch: Watch = {},
): Promise<RealignPreview | Realigned> {
	return input.preview
		? showRealign(await plan(actor, documentId, input, watch))
		: await realignDocument(actor, documentId, input, watch);
}

/**
 * One undoable revision. The passages are paired before the document is locked; stretches that somebody regrouped
 * or confirmed meanwhile are left as they are. `refused` where nothing would change.
 */
async function realignDocument(
	actor: Actor,
	documentId: string,
	input: RealignDocument,
	watch: Watch,
): Promise<Realigned> {
	const done = await onDocument(actor, documentId, input.key, async (_client, head) => repeated(head));
	if (done) return done;
	const { stretches, head: planned } = await plan(actor, documentId, input, watch);
	return await onDocument(actor, documentId, input.key, async (client, head) => {
		const again = repeated(head);
		if (again) return again;
		if (input.order !== undefined && input.order !== planned.orderNumber)
			throw new AppError("conflict", "refusals.order-changed");
		await beyondRequest(client);
		const fitting =
			head.number === planned.headNumber ? stretches : await fittingNow(client, head, stretches);
		if (fitting.length === 0)
			throw stretches.length > 0
				? new AppError("conflict", "headMoved")
				: new AppError("refused", "refusals.nothing-changed");
		const operation: Realign = { type: "realign", v: 1, stretches: [...fitting], order: null };
		const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
		const result = await appendOperation(client, head, operation, writing);
		if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
		return {
			...reloading(result.head.number, result.head.number, result.head.order),
			changed: passagesIn(fitting),
			skipped: passagesIn(stretches) - passagesIn(fitting),
		};
	});
}

const repeated = ({ repeated: number, number: now, order }: Head): Realigned | null =>
	number === null ? null : { ...reloading(number, now, order), changed: 0, skipped: 0 };

const passagesIn = (stretches: readonly Stretch[]) =>
	stretches.filter(isRegrouped).reduce((sum, { before }) => sum + before.length, 0);

async function fittingNow(
	client: PoolClient,
	{ documentId }: Head,
	stretches: readonly Stretch[],
): Promise<Stretch[]> {
	const { rows } = await loadRows(client, documentId, { kind: "all" });
	return stillFitting(
		rows.map(({ row, standing }) => ({ row, fixed: standing.link === "confirmed" })),
		stretches,
	);
}

/** Throws where this person, this document or this server cannot do it. */
async function realignable(actor: Actor, documentId: string, input: RealignDocument): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	if (!head.permissions.includes("align")) throw new AppError("forbidden", "forbidden");
	if (!head.sides.source || !head.sides.target) throw new AppError("refused", "oneSided");
	requireAligner(input.aligner);
	return head;
}

async function plan(actor: Actor, documentId: string, input: RealignDocument, watch: Watch): Promise<Plan> {
	const head = await realignable(actor, documentId, input);
	const { rows: all } = await inTransaction((client) => loadRows(client, documentId, { kind: "all" }));
	const offset = input.from === undefined ? 0 : placeOf(all, input.from);
	const end = input.to === undefined ? all.length - 1 : placeOf(all, input.to);
	const rows = all.slice(offset, end + 1);
	const { sourceLanguage, targetLanguage } = head.description;
	const alignment = {
		aligner: input.aligner,
		source: textsOf(rows, "source", sourceLanguage),
		target: textsOf(rows, "target", targetLanguage),
		fixed: fixedIn(rows),
		examples: await confirmedExamples(head.projectId, sourceLanguage, targetLanguage),
	};
	const beads: Bead[] = await alignTexts(alignment, watch);
	const seen = rows.map(({ row, standing: { confidence, link } }) => ({
		row,
		confidence,
		fixed: link === "confirmed",
	}));
	return { head, rows, offset, stretches: regroup(seen, beads, newId) };
}

function placeOf(rows: readonly StoredRow[], passage: string): number {
	const place = rows.findIndex(({ row }) => row.id === passage);
	if (place < 0) throw new AppError("refused", "refusals.row-changed");
	return place;
}

function textsOf(rows: readonly StoredRow[], side: Side, language: string): SideTexts {
	const segments = rows.flatMap(({ row }) => row[side]);
	return {
		texts: segments.map(({ text }) => text),
		starts: segments.flatMap(({ paragraphStart }, i) => (paragraphStart ? [i] : [])),
		kinds: segments.map(({ kind }) => kind),
		language,
	};
}

/** Confirmed passages as pairs that stay. */
function fixedIn(rows: readonly StoredRow[]): FixedBead[] {
	let [s, t] = [0, 0];
	return rows.flatMap(({ row, standing }) => {
		const from = [s, t] as const;
		s += row.source.length;
		t += row.target.length;
		return standing.link === "confirmed" ? [{ source: [from[0], s], target: [from[1], t] } as const] : [];
	});
}
