/** Laying the other side beside a one-sided document. */
import { z } from "zod";
import type { Row, Side } from "#lib/core/document/model.ts";
import type { Attach } from "#lib/core/document/operations/attach.ts";
import type { Refusal } from "#lib/core/document/operations/contract.ts";
import { OriginSchema, type WrittenRow } from "#lib/core/document/operations/side.ts";
import type { CutRow } from "#lib/core/reading/cut-units.ts";
import type { Actor } from "./access.ts";
import { alignTexts, isLongAlignment, isLongText, requireAligner, type SideTexts } from "./align-texts.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { confirmedExamples } from "./examples.ts";
import type { PairedSides } from "./import-cut.ts";
import { Given, NewDocument } from "./import-input.ts";
import { writeCodes, writeSide } from "./import-operation.ts";
import { type CutSide, rowsOf, textsOf } from "./import-text.ts";
import { startJob } from "./jobs.ts";
import { newId } from "./new-id.ts";
import { cutNewer, keepGiven } from "./newer-text.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { appendOperation } from "./revision-log/append.ts";
import { nextCode } from "./revision-log/carried.ts";
import { loadRows } from "./revision-log/load.ts";
import { beyondRequest, inTransaction, onDocument } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";
import { findUpload } from "./uploads.ts";

export const AttachSide = z.strictObject({
	key: RequestKey,
	side: z.enum(["source", "target"]),
	given: Given,
	paragraphs: NewDocument.shape.paragraphs,
	language: NewDocument.shape.sourceLanguage,
	/** Where a target side came from. */
	origin: OriginSchema.optional(),
	aligner: NewDocument.shape.aligner,
	/** Only show what it would make. */
	preview: z.boolean().default(false),
});
export type AttachSide = z.infer<typeof AttachSide>;

/** Characters of a sentence, about, where it is only to be known whether there are many. */
const usualSentence = 30;

/** Shows or does it; where that takes long, a job does. */
export async function requestAttach(
	actor: Actor,
	documentId: string,
	input: AttachSide,
): Promise<PairedSides | Saved | { jobId: string }> {
	const head = await attachable(actor, documentId, input);
	const { given } = input;
	const length =
		"upload" in given ? (await findUpload(head.projectId, given.upload)).size : given.text.length;
	const sentences = head.passages + Math.ceil(length / usualSentence);
	if (isLongText(input.aligner, length) || isLongAlignment(input.aligner, sentences))
		return { jobId: await startJob(actor, head.projectId, "attach-side", { documentId, input }) };
	return input.preview
		? await previewAttach(actor, documentId, input)
		: await attachSide(actor, documentId, input);
}

/** The pairing without the document's being changed. */
export async function previewAttach(
	actor: Actor,
	documentId: string,
	input: AttachSide,
	watch: Watch = {},
): Promise<PairedSides> {
	const { cut, present, pairs } = await pairOutside(actor, documentId, input, watch);
	return input.side === "source"
		? { source: cut, target: present, rows: pairs }
		: { source: present, target: cut, rows: pairs };
}

/**
 * One undoable revision; every edit and state of the side that is there stays. The sides are aligned
 * before the document is locked; `refused` when somebody regrouped it meanwhile.
 */
export async function attachSide(
	actor: Actor,
	documentId: string,
	input: AttachSide,
	watch: Watch = {},
): Promise<Saved> {
	const done = await repeatedAttach(actor, documentId, input.key);
	if (done) return done;
	const { cut, rows, pairs } = await pairOutside(actor, documentId, input, watch);
	const firstCode = cut.codes.length > 0 ? await nextCode(pool(), documentId) : 0;
	const operation: Attach = {
		type: "attach",
		v: 1,
		side: input.side,
		segments: writeSide(cut, firstCode),
		...(cut.codes.length > 0 ? { codes: writeCodes(cut.codes, firstCode) } : {}),
		origin: input.side === "target" ? (input.origin ?? { kind: "unknown" }) : null,
		rows: nameRows(rows, pairs, input.side),
		beside: rows.flatMap((row) => row[otherSide(input.side)].map((segment) => segment.id)),
		order: null,
		as: null,
	};
	return await onDocument(actor, documentId, input.key, async (client, head) => {
		if (head.repeated !== null) return reloading(head.repeated, head.number, head.order);
		await beyondRequest(client);
		const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
		const result = await appendOperation(client, head, operation, writing);
		if ("refused" in result) throw refusal(result, input.side);
		await keepGiven(client, head, actor, { ...input, language: cut.language }, result.head.number);
		return reloading(result.head.number, result.head.number, result.head.order);
	});
}

async function repeatedAttach(actor: Actor, documentId: string, key: string): Promise<Saved | null> {
	return await onDocument(actor, documentId, key, async (_client, head) =>
		head.repeated === null ? null : reloading(head.repeated, head.number, head.order),
	);
}

const otherSide = (side: Side): Side => (side === "source" ? "target" : "source");

function refusal({ refused, values }: Refusal, side: Side): AppError {
	if (refused === "side-present") return new AppError("refused", "sidePresent", { side });
	if (refused === "built-upon" || refused === "rows-do-not-fit") return new AppError("conflict", "headMoved");
	return new AppError("refused", `refusals.${refused}`, values ?? {});
}

interface Paired {
	readonly cut: CutSide;
	readonly present: CutSide;
	readonly rows: readonly Row[];
	readonly pairs: readonly CutRow[];
}

/** Throws where this side cannot be attached by this person, or was already. */
async function attachable(actor: Actor, documentId: string, input: AttachSide): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	if (!head.permissions.includes("document.import")) throw new AppError("forbidden", "forbidden");
	requireAligner(input.aligner);
	return head;
}

async function pairOutside(
	actor: Actor,
	documentId: string,
	input: AttachSide,
	watch: Watch,
): Promise<Paired> {
	const { sides, description, projectId } = await attachable(actor, documentId, input);
	if (sides[input.side]) throw new AppError("refused", "sidePresent", { side: input.side });
	const { sourceLanguage, targetLanguage } = description;
	const language = input.side === "source" ? targetLanguage : sourceLanguage;
	const { side, given, paragraphs, aligner } = input;
	const cut = await cutNewer(
		projectId,
		{ side, given, paragraphs, aligner, language: input.language },
		watch,
	);
	const loaded = await inTransaction(async (client) => await loadRows(client, documentId, { kind: "all" }));
	const rows = loaded.rows.map(({ row }) => row);
	const present = presentSide(rows, input.side, language);
	const pairs = await pairWithRows(rows, cut, input, { language, projectId }, watch);
	return { cut, present, rows, pairs };
}

/** Pairs the new side with the passages that are there; a passage is never cut. */
async function pairWithRows(
	rows: readonly Row[],
	cut: CutSide,
	{ side, aligner }: Pick<AttachSide, "side" | "aligner">,
	{ language, projectId }: { readonly language: string; readonly projectId: string },
	watch: Watch,
): Promise<CutRow[]> {
	const own = otherSide(side);
	const there: SideTexts = {
		texts: rows.map((row) => row[own].map((segment) => segment.text).join(" ")),
		starts: rows.flatMap((row, i) => (row[own][0]?.paragraphStart ? [i] : [])),
		kinds: rows.map((row) => row[own][0]?.kind ?? ("body" as const)),
		language,
	};
	const fresh = textsOf(cut);
	const [source, target] = side === "source" ? [fresh, there] : [there, fresh];
	const examples = await confirmedExamples(projectId, source.language, target.language);
	const units = rowsOf(await alignTexts({ aligner, source, target, examples }, watch));
	let at = 0;
	return units.map(([sources, targets, confidence]): CutRow => {
		const count = side === "source" ? targets : sources;
		const segments = rows.slice(at, at + count).reduce((sum, row) => sum + row[own].length, 0);
		at += count;
		return side === "source" ? [sources, segments, confidence] : [segments, targets, confidence];
	});
}

/** A new passage keeps the id of the first passage that goes into it. */
function nameRows(rows: readonly Row[], pairs: readonly CutRow[], side: "source" | "target"): WrittenRow[] {
	const own = side === "source" ? "target" : "source";
	const owners = rows.flatMap((row) => row[own].map(() => row.id));
	let at = 0;
	return pairs.map(([sources, targets, confidence]): WrittenRow => {
		const count = side === "source" ? targets : sources;
		const id = count > 0 ? owners[at] : undefined;
		at += count;
		return [id ?? newId(), sources, targets, confidence];
	});
}

function presentSide(rows: readonly Row[], side: "source" | "target", language: string): CutSide {
	const own = side === "source" ? "target" : "source";
	const segments = rows.flatMap((row) =>
		row[own].map(({ kind, paragraphStart, text }) => ({ kind, paragraphStart, text })),
	);
	return { language, segments, paragraphs: [], codes: [] };
}
