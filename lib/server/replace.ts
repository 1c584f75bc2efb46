/** New wordings for many texts of a document as one revision, each seen before by whoever asks for it. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { Row, Segment } from "#lib/core/document/model.ts";
import { Id, maxSegments, SegmentText, Version } from "#lib/core/document/operations/contract.ts";
import { scopeOf } from "#lib/core/document/operations/registry.ts";
import type { Rewrite } from "#lib/core/document/operations/rewrite.ts";
import { marksOf } from "#lib/core/search/marks.ts";
import type { Actor } from "./access.ts";
import { can } from "./access.ts";
import { AppError } from "./errors.ts";
import { type Change, changeOf, RequestKey, repeatedChange, type Saved, savedOf } from "./operations.ts";
import { appendOperation } from "./revision-log/append.ts";
import { loadRows } from "./revision-log/load.ts";
import { beyondRequest, type Head, stepsOnDocument } from "./revision-log/transaction.ts";

export const ReplaceTexts = z.strictObject({
	key: RequestKey,
	side: z.enum(["source", "target"]),
	/** [segment, the version that was seen, the text that takes its place] */
	edits: z
		.array(z.tuple([Id, Version, SegmentText]))
		.min(1)
		.max(maxSegments),
});
export type ReplaceTexts = z.infer<typeof ReplaceTexts>;

/** Most bytes of a request: the longest document, reworded from end to end. */
export const replaceLimit = 64 * 1024 * 1024;

export interface Replaced extends Saved {
	/** Texts that were changed, and the passages that hold them. */
	readonly changed: number;
	readonly passages: number;
	/** Texts that somebody changed or removed since they were seen: they stay as they are. */
	readonly skipped: readonly string[];
}

interface Done extends Change {
	readonly changed: number;
	readonly passages: number;
	readonly skipped: readonly string[];
}

/** Throws `refused` where nothing is left to be changed. */
export async function replaceTexts(actor: Actor, documentId: string, input: ReplaceTexts): Promise<Replaced> {
	return await stepsOnDocument(actor, documentId, input.key, {
		ahead: async () => undefined,
		work: async (client, head) => await replaceNow(client, head, actor, input),
		answer: async (client, { changed, passages, skipped, ...change }) => ({
			...(await savedOf(client, documentId, change)),
			changed,
			passages,
			skipped,
		}),
	});
}

async function replaceNow(
	client: PoolClient,
	head: Head,
	actor: Actor,
	{ key, side, edits }: ReplaceTexts,
): Promise<Done> {
	if (!can(head.role, side === "source" ? "source.edit" : "rendering.edit"))
		throw new AppError("forbidden", "forbidden");
	if (head.repeated !== null) {
		const change = await repeatedChange(client, head, head.repeated);
		return { ...change, changed: change.now.length, passages: change.now.length, skipped: [] };
	}
	const asked: Rewrite = { type: "rewrite", v: 1, side, edits: [...edits], language: null, as: null };
	const scope = scopeOf(asked);
	if (scope.kind === "all") await beyondRequest(client);
	const loaded = await loadRows(client, head.documentId, scope);
	const rows = loaded.rows.map(({ row }) => row);
	const { fresh, skipped } = sift(rows, asked);
	if (fresh.length === 0) throw new AppError("refused", "nothingReplaced", { skipped: skipped.length });
	const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: key };
	const result = await appendOperation(client, head, { ...asked, edits: fresh }, writing, loaded);
	if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
	const written = new Set(fresh.map(([id]) => id));
	const passages = rows.filter((row) => row[side].some(({ id }) => written.has(id))).length;
	return { ...changeOf(result), changed: fresh.length, passages, skipped };
}

/** Only what is still as it was seen; and no new wording may take inline codes away or bring others. */
function sift(rows: readonly Row[], { side, edits }: Rewrite) {
	const now = new Map(rows.flatMap((row) => row[side].map((segment) => [segment.id, segment] as const)));
	const seen = new Set<string>();
	const isFresh = ([id, version, text]: readonly [string, number, string]) => {
		const segment: Segment | undefined = seen.has(id) ? undefined : now.get(id);
		seen.add(id);
		return segment?.version === version && segment.text !== text && marksOf(segment.text) === marksOf(text);
	};
	const fresh = edits.filter(isFresh);
	const kept = new Set(fresh.map(([id]) => id));
	return { fresh, skipped: [...new Set(edits.flatMap(([id]) => (kept.has(id) ? [] : [id])))] };
}
