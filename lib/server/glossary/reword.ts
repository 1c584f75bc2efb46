/** Putting a term's preferred rendering into many documents: one revision in each, or suggestions. */
import { createHash } from "node:crypto";
import { z } from "zod";
import { Id, SegmentText, Version } from "#lib/core/document/operations/contract.ts";
import type { RewordedDocument } from "#lib/core/terms/wire.ts";
import { type Actor, can, requireDocument, requireProject } from "../access.ts";
import { postSuggestion } from "../comments/suggestions.ts";
import { AppError } from "../errors.ts";
import { RequestKey } from "../operations.ts";
import { replaceTexts } from "../replace.ts";

/** Texts of one request. */
const mostTexts = 5_000;
/** Bytes of it. */
export const rewordLimit = 32 * 1024 * 1024;

export const RewordTexts = z
	.strictObject({
		key: RequestKey,
		/** Only suggest it; whoever may not edit does no more in any case. */
		suggest: z.boolean(),
		documents: z
			.array(
				z.strictObject({
					id: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
					texts: z
						.array(
							z.strictObject({
								passage: Id,
								segment: Id,
								/** The version that was seen, and its text. */
								version: Version,
								before: SegmentText,
								after: SegmentText,
							}),
						)
						.min(1),
				}),
			)
			.min(1)
			.max(500),
	})
	.refine(({ documents }) => documents.reduce((sum, { texts }) => sum + texts.length, 0) <= mostTexts);
export type RewordTexts = z.infer<typeof RewordTexts>;
type DocumentTexts = RewordTexts["documents"][number];

/** Each document by itself: what somebody changed meanwhile stays as it is, there and nowhere else. */
export async function rewordTexts(
	actor: Actor,
	projectId: string,
	{ key, suggest, documents }: RewordTexts,
): Promise<{ documents: RewordedDocument[] }> {
	const { role } = await requireProject(actor, projectId, "suggest");
	const done: RewordedDocument[] = [];
	for (const document of documents) {
		const { projectId: itsProject } = await requireDocument(actor, document.id, "document.read");
		if (itsProject !== projectId) throw new AppError("not-found", "notFound");
		const edits = !suggest && can(role, "rendering.edit");
		done.push(edits ? await editAll(actor, document, key) : await suggestAll(actor, document, key));
	}
	return { documents: done };
}

async function editAll(actor: Actor, { id, texts }: DocumentTexts, key: string): Promise<RewordedDocument> {
	try {
		const edits = texts.map(({ segment, version, after }): [string, number, string] => [
			segment,
			version,
			after,
		]);
		const { number, changed, skipped } = await replaceTexts(actor, id, { key, side: "target", edits });
		return { id, number, changed, skipped: skipped.length };
	} catch (error) {
		if (!(error instanceof AppError) || error.key !== "nothingReplaced") throw error;
		return { id, number: null, changed: 0, skipped: texts.length };
	}
}

async function suggestAll(
	actor: Actor,
	{ id, texts }: DocumentTexts,
	key: string,
): Promise<RewordedDocument> {
	let changed = 0;
	for (const { passage, segment, version, before, after } of texts) {
		const suggestion = { key: keyOf(key, segment), passage, segment, version, base: before, text: after };
		try {
			await postSuggestion(actor, id, suggestion);
			changed += 1;
		} catch (error) {
			// The sentence is gone, or reads so already.
			if (!(error instanceof AppError) || !["refused", "not-found"].includes(error.code)) throw error;
		}
	}
	return { id, number: null, changed, skipped: texts.length - changed };
}

/** A suggestion is a request of its own, the same each time that this one is repeated. */
const keyOf = (key: string, segment: string): string =>
	createHash("sha256").update(`${key} ${segment}`).digest("base64url");
