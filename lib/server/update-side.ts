/** Importing a newer version of a side again: shown first, then done as one revision that loses nothing. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Change, Composed } from "#lib/core/document/newer/compose.ts";
import { OriginSchema } from "#lib/core/document/operations/side.ts";
import type { UpdateSide as UpdateOperation } from "#lib/core/document/operations/update-side.ts";
import type { UpdateCounts, UpdatePreview } from "#lib/core/document/wire.ts";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { Actor } from "./access.ts";
import { isLongAlignment, isLongText, requireAligner } from "./align-texts.ts";
import { AppError } from "./errors.ts";
import { Given, NewDocument } from "./import-input.ts";
import { writeCodes } from "./import-operation.ts";
import { startJob } from "./jobs.ts";
import { cutNewer, keepGiven } from "./newer-text.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { appendOperation } from "./revision-log/append.ts";
import { loadRows } from "./revision-log/load.ts";
import { beyondRequest, type Head, onDocument } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";
import { furnitureOf } from "./update-furniture.ts";
import { planUpdate, type UpdatePlan } from "./update-plan.ts";
import { findUpload } from "./uploads.ts";

export const UpdateSide = z.strictObject({
	key: RequestKey,
	side: z.enum(["source", "target"]),
	/** The newer version. */
	given: Given,
	paragraphs: NewDocument.shape.paragraphs,
	language: NewDocument.shape.sourceLanguage,
	/** Where a target side's newer wording came from. */
	origin: OriginSchema.optional(),
	aligner: NewDocument.shape.aligner,
	/** Only show what would change. */
	preview: z.boolean().default(false),
	/** The grouping that was shown: refused where passages were moved since. */
	order: z.int().min(0).optional(),
});
export type UpdateSide = z.infer<typeof UpdateSide>;

/** What came of it, for a client that loads its window again. */
export interface Updated extends Saved {
	readonly counts: UpdateCounts;
}

/** Bytes of a file that is read while somebody waits. */
const smallFile = 256 * 1024;
/** Changes of which the texts are sent: more than anybody reads through. */
const mostShown = 200;
/** How often it is begun anew when passages are moved while it is worked out. */
const mostTries = 3;

/** Shows or does it; where that takes long, a job does. */
export async function requestUpdate(
	actor: Actor,
	documentId: string,
	input: UpdateSide,
): Promise<UpdatePreview | Updated | { jobId: string }> {
	const { projectId, passages } = await updatable(actor, documentId, input);
	const { given } = input;
	const long =
		"upload" in given
			? (await findUpload(projectId, given.upload)).size > smallFile
			: isLongText(input.aligner, given.text.length);
	if (long || isLongAlignment(input.aligner, passages))
		return { jobId: await startJob(actor, projectId, "update-side", { documentId, input }) };
	return await updateNow(actor, documentId, input);
}

/** The same without asking how long it takes. */
export async function updateNow(
	actor: Actor,
	documentId: string,
	input: UpdateSide,
	watch: Watch = {},
): Promise<UpdatePreview | Updated> {
	if (input.preview) return showUpdate(await planFor(actor, documentId, input, watch));
	const done = await onDocument(actor, documentId, input.key, async (_client, head) => repeated(head));
	if (done) return done;
	for (let tries = 0; tries < mostTries; tries++) {
		const plan = await planFor(actor, documentId, input, watch);
		if (input.order !== undefined && input.order !== plan.head.orderNumber)
			throw new AppError("conflict", "refusals.order-changed");
		const made = await onDocument(actor, documentId, input.key, async (client, head) => {
			const again = repeated(head);
			return again ?? (await write(client, head, actor, input, plan));
		});
		if (made) return made;
	}
	throw new AppError("conflict", "headMoved");
}

const nothing: UpdateCounts = { kept: 0, taken: 0, held: 0, marked: 0, dropped: 0, added: 0, moved: 0 };

const repeated = ({ repeated: number, number: now, order }: Head): Updated | null =>
	number === null ? null : { ...reloading(number, now, order), counts: nothing };

/** Throws where this person, this document or this server cannot do it. */
async function updatable(actor: Actor, documentId: string, input: UpdateSide): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	if (!head.permissions.includes("document.import")) throw new AppError("forbidden", "forbidden");
	if (!head.sides[input.side]) throw new AppError("refused", "sideMissing", { side: input.side });
	requireAligner(input.aligner);
	return head;
}

type PlanWithCodes = UpdatePlan & { readonly codes: UpdateOperation["codes"] };

async function planFor(
	actor: Actor,
	documentId: string,
	input: UpdateSide,
	watch: Watch,
): Promise<PlanWithCodes> {
	const head = await updatable(actor, documentId, input);
	const { side, given, paragraphs, aligner } = input;
	const language = input.language ?? head.description[`${side}Language`];
	const cut = await cutNewer(head.projectId, { side, given, paragraphs, aligner, language }, watch);
	const origin = input.origin ?? { kind: "unknown" };
	const plan = await planUpdate(head, { side, cut, origin, aligner }, watch);
	return { ...plan, codes: cut.codes.length > 0 ? writeCodes(cut.codes, plan.firstCode) : undefined };
}

/**
 * Composes it again from the passages as they are now, so that whatever was typed meanwhile counts as typed. Null
 * where passages were moved, split or joined, and all has to be worked out anew.
 */
async function write(
	client: PoolClient,
	head: Head,
	actor: Actor,
	input: UpdateSide,
	plan: PlanWithCodes,
): Promise<Updated | null> {
	const { side } = input;
	await beyondRequest(client);
	const loaded = await loadRows(client, head.documentId, { kind: "all" });
	const ids = (rows: UpdatePlan["rows"]) =>
		rows.flatMap(({ row }) => row[side].map(({ id }) => id)).join(" ");
	if (head.order !== plan.head.orderNumber || ids(loaded.rows) !== ids(plan.rows)) return null;
	const composed = plan.composeNow(loaded.rows);
	const operation = await complete(client, head, input, plan, composed);
	if (!operation) throw new AppError("refused", "refusals.nothing-changed");
	const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
	const result = await appendOperation(client, head, operation, writing, loaded);
	if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
	await keepGiven(
		client,
		head,
		actor,
		{ ...input, language: head.description[`${side}Language`] },
		result.head.number,
	);
	return {
		...reloading(result.head.number, result.head.number, result.head.order),
		counts: countsOf(composed),
	};
}

async function complete(
	client: PoolClient,
	head: Head,
	input: UpdateSide,
	{ sentences, version, codes }: PlanWithCodes,
	{ operation }: Composed,
): Promise<UpdateOperation | null> {
	if (!operation) return null;
	const at = input.side === "target" ? head.description.origins.length : null;
	const furniture = await furnitureOf(client, head, input.side, sentences, version, at);
	const origin =
		furniture && at !== null ? { at, is: input.origin ?? { kind: "unknown" as const } } : operation.origin;
	return {
		...operation,
		...(furniture && { furniture }),
		...(codes && { codes }),
		...(origin && { origin }),
	};
}

function countsOf({ kept, changes }: Composed): UpdateCounts {
	const counts = { ...nothing, kept };
	for (const { kind } of changes) counts[kind] += 1;
	return counts;
}

/** What needs somebody's decision is read first. */
const urgency: Readonly<Record<Change["kind"], number>> = {
	held: 0,
	marked: 1,
	taken: 2,
	added: 2,
	dropped: 2,
	moved: 2,
};

function showUpdate({ head, rows, composed }: PlanWithCodes): UpdatePreview {
	const { changes } = composed;
	const touched = new Set(changes.flatMap(({ kind, index }) => (kind === "held" ? [] : [index])));
	const reviewed = rows.filter(
		({ standing: { state } }, i) => touched.has(i) && (state === "reviewed" || state === "approved"),
	);
	const shown = changes.toSorted((a, b) => urgency[a.kind] - urgency[b.kind]).slice(0, mostShown);
	const readable = (text: string | null) => (text === null ? null : plainText({ text }));
	return {
		...countsOf(composed),
		orderNumber: head.orderNumber,
		reviewed: reviewed.length,
		changes: shown.map(({ kind, index, mine, theirs }) => ({
			kind,
			index,
			mine: readable(mine),
			theirs: readable(theirs),
		})),
		more: changes.length - shown.length,
	};
}
