/** Writing one side of a document in the other script: shown first, then done as one revision. */
import { z } from "zod";
import type { Row } from "#lib/core/document/model.ts";
import { maxSegmentLength } from "#lib/core/document/operations/contract.ts";
import type { Rewrite } from "#lib/core/document/operations/rewrite.ts";
import type { ConvertedSample, ConvertPreview } from "#lib/core/document/wire.ts";
import { loadConverter, regionOf } from "#lib/core/scripts/convert.ts";
import { detectScript, scriptOf } from "#lib/core/scripts/detect.ts";
import { isChinese } from "#lib/core/text/language.ts";
import type { Actor } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { everyPassage } from "./every-passage.ts";
import { startJob } from "./jobs.ts";
import { RequestKey, reloading, type Saved } from "./operations.ts";
import { type DocumentHead, documentHead } from "./passages.ts";
import { appendOperation } from "./revision-log/append.ts";
import { loadRows } from "./revision-log/load.ts";
import { beyondRequest, onDocument } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";

export const ConvertDocument = z.strictObject({
	key: RequestKey,
	side: z.enum(["source", "target"]),
	/** A script, or with a region whose forms traditional text takes. */
	to: z.enum(["zh-Hans", "zh-Hant", "zh-Hant-HK"]),
	/** Only show what would change. */
	preview: z.boolean().default(false),
});
export type ConvertDocument = z.infer<typeof ConvertDocument>;

/** What came of it, for a client that loads its window again. */
export interface Converted extends Saved {
	/** Sentences that were changed. */
	readonly changed: number;
}

/** Passages from which on a job does it. */
const longDocument = 2_000;
/** Sentences that the preview shows. */
const mostSamples = 20;

/** Shows or does it; where that takes long, a job does. */
export async function requestConversion(
	actor: Actor,
	documentId: string,
	input: ConvertDocument,
): Promise<ConvertPreview | Converted | { jobId: string }> {
	const { projectId, passages } = await convertible(actor, documentId, input);
	if (!input.preview && passages > longDocument)
		return { jobId: await startJob(actor, projectId, "convert-script", { documentId, input }) };
	return input.preview
		? await previewConversion(actor, documentId, input)
		: await convertNow(actor, documentId, input);
}

/** Throws where this person or this document's languages do not allow it. */
async function convertible(
	actor: Actor,
	documentId: string,
	{ side }: ConvertDocument,
): Promise<DocumentHead> {
	const head = await documentHead(actor, documentId);
	const allowed = ["document.describe", side === "source" ? "source.edit" : "rendering.edit"] as const;
	if (!allowed.every((permission) => head.permissions.includes(permission)))
		throw new AppError("forbidden", "forbidden");
	if (!head.sides[side] || !isChinese(languageOf(head.description, side)))
		throw new AppError("refused", "notChinese");
	return head;
}

const languageOf = (
	{ sourceLanguage, targetLanguage }: { sourceLanguage: string; targetLanguage: string },
	side: ConvertDocument["side"],
) => (side === "source" ? sourceLanguage : targetLanguage);

/**
 * A sentence that is in the script already comes through unchanged: converting it once more would take its own
 * characters (范先生, 后) for those of the other script.
 */
async function converterFor({ to }: ConvertDocument, from: string): Promise<(text: string) => string> {
	const hans = to === "zh-Hans";
	const convert = await loadConverter(hans ? "zh-Hans" : "zh-Hant", regionOf(hans ? from : to));
	const same = scriptOf(from) === (hans ? "zh-Hans" : "zh-Hant");
	return (text) => {
		const { script, simplified, traditional } = detectScript(text);
		const there = script === null ? same : (hans ? traditional : simplified) === 0;
		if (there) return text;
		const converted = convert(text);
		return converted.length > maxSegmentLength ? text : converted;
	};
}

async function previewConversion(
	actor: Actor,
	documentId: string,
	input: ConvertDocument,
): Promise<ConvertPreview> {
	const head = await convertible(actor, documentId, input);
	const convert = await converterFor(input, languageOf(head.description, input.side));
	const samples: ConvertedSample[] = [];
	let [total, changed, characters] = [0, 0, 0];
	for await (const passage of everyPassage(pool(), documentId)) {
		for (const { text } of passage[input.side]) {
			total += 1;
			const after = convert(text);
			if (after === text) continue;
			changed += 1;
			characters += differing(text, after);
			if (samples.length < mostSamples) samples.push({ index: passage.index, before: text, after });
		}
	}
	return { total, changed, characters, samples, language: languageOf(head.description, input.side) };
}

/** Conversion replaces characters one by one, now and then a word by a longer one. */
function differing(before: string, after: string): number {
	const [old, now] = [[...before], [...after]];
	return now.filter((character, i) => character !== old[i]).length;
}

/** One undoable revision; `refused` where nothing would change. */
export async function convertNow(
	actor: Actor,
	documentId: string,
	input: ConvertDocument,
	{ signal }: Watch = {},
): Promise<Converted> {
	const planned = await convertible(actor, documentId, input);
	const convert = await converterFor(input, languageOf(planned.description, input.side));
	return await onDocument(actor, documentId, input.key, async (client, head) => {
		if (head.repeated !== null) return { ...reloading(head.repeated, head.number, head.order), changed: 0 };
		await beyondRequest(client);
		const loaded = await loadRows(client, documentId, { kind: "all" });
		signal?.throwIfAborted();
		const operation = conversion(
			loaded.rows.map(({ row }) => row),
			input,
			languageOf(head.description, input.side),
			convert,
		);
		const writing = { actorId: actor.userId, at: new Date(), undoes: null, requestKey: input.key };
		const result = await appendOperation(client, head, operation, writing, loaded);
		if ("refused" in result) throw new AppError("refused", `refusals.${result.refused}`, result.values ?? {});
		const { number, order } = result.head;
		return { ...reloading(number, number, order), changed: operation.edits.length };
	});
}

function conversion(
	rows: readonly Row[],
	{ side, to }: ConvertDocument,
	language: string,
	convert: (text: string) => string,
): Rewrite {
	const edits = rows.flatMap((row) =>
		row[side].flatMap(({ id, version, text }): [string, number, string][] => {
			const after = convert(text);
			return after === text ? [] : [[id, version, after]];
		}),
	);
	const change = language === to ? null : { before: language, after: to };
	return { type: "rewrite", v: 1, side, edits, language: change, as: null };
}
