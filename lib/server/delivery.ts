/** Handing a document out: any of its versions, in one of the registered formats. */
import { z } from "zod";
import { readable } from "#lib/core/comments/mentions.ts";
import {
	type Format,
	type FormatCapabilities,
	type FormatRefusal,
	holdingsOf,
	refusalOf,
} from "#lib/core/formats/contract.ts";
import { type Deliverable, type DeliverThread, layouts } from "#lib/core/formats/deliverable.ts";
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { findFormat } from "#lib/core/formats/registry.ts";
import deliver from "#lib/messages/en/deliver.json" with { type: "json" };
import { sentencesOf } from "#lib/messages/sentences.ts";
import packageFile from "../../package.json" with { type: "json" };
import type { Actor } from "./access.ts";
import { requireDocument } from "./access.ts";
import { everyThread } from "./comments/read.ts";
import { Version } from "./compare.ts";
import { readVersion } from "./delivery/read-version.ts";
import { AppError } from "./errors.ts";
import { inTransaction } from "./revision-log/transaction.ts";
import { packWord } from "./word.ts";

/** Which comments go along: a document's open ones, or those that are resolved too, marked so. */
const commentChoices = ["none", "open", "all"] as const;

export const ExportQuery = z.strictObject({
	/** The version that tracked changes begin at. */
	from: Version("draft"),
	/** The version that is handed out. */
	to: Version("now"),
	layout: z.enum(layouts).optional(),
	comments: z.enum(commentChoices).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuery>;

export interface ExportedFile {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly mediaType: string;
	readonly disposition: string;
}

/** Throws `not-found` for a format or version that there is not, `refused` for one that this document cannot be had in. */
export async function exportDocument(
	actor: Actor,
	documentId: string,
	formatId: string,
	query: ExportQuery = { from: "draft", to: "now" },
): Promise<ExportedFile> {
	await requireDocument(actor, documentId, "document.export");
	const format: Format | undefined = findFormat(formatId);
	if (!format) throw new AppError("not-found", "notFound");
	requireOptions(format, query);
	const { from, to } = query;
	const histories = format.histories === true;
	const version = await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		return await readVersion(client, documentId, { from, to, histories });
	});
	const layout = query.layout ?? "article";
	const article: Deliverable = {
		...version,
		layout,
		threads: await threadsOf(actor, documentId, query.comments ?? "none", to === "now"),
	};
	const needs = layout === "columns" ? ["both-sides" as const, format.needs] : [format.needs];
	const refused = needs
		.map((need) => refusalOf({ needs: need }, holdingsOf(article)))
		.find((key) => key !== null);
	// What a version has and an earlier one had not is a change from it, draft or no draft.
	if (refused && !(refused === "deliver.refused.noDraft" && article.earlier))
		throw new AppError("refused", refusals[refused]);
	const bytes = await format.write(article, capabilities());
	return {
		bytes: new Uint8Array(bytes),
		mediaType: format.mediaType,
		disposition: contentDisposition(fileName(article.title, { ...format, suffix: suffixOf(format, layout) })),
	};
}

const suffixOf = ({ suffix }: Format, layout: Deliverable["layout"]) =>
	layout === "columns" ? `${suffix}.bilingual` : suffix;

/** What somebody chose and would not get is refused, not left out. */
function requireOptions({ options = [] }: Format, { from, layout, comments }: ExportQuery): void {
	const chosen = {
		from: from !== "draft",
		layout: layout !== undefined && layout !== "article",
		comments: comments !== undefined && comments !== "none",
	};
	for (const option of ["from", "layout", "comments"] as const)
		if (chosen[option] && !options.includes(option))
			throw new AppError("refused", "optionOfFormat", { option });
}

const refusals = {
	"deliver.refused.oneSided": "needsBothSides",
	"deliver.refused.noRendering": "needsTarget",
	"deliver.refused.noDraft": "needsDraft",
} as const satisfies Record<FormatRefusal, string>;

/**
 * What was said, where its text is now, in an older version by its words; what is about a text that is gone stays here.
 */
async function threadsOf(
	actor: Actor,
	documentId: string,
	which: (typeof commentChoices)[number],
	present: boolean,
): Promise<DeliverThread[]> {
	if (which === "none") return [];
	const { threads, people } = await everyThread(actor, documentId);
	return threads.flatMap(({ kind, state, anchor, quote, entries }): DeliverThread[] => {
		const wanted = state === "open" || (which === "all" && state === "resolved");
		if (kind !== "comment" || !wanted || !anchor) return [];
		const comments = entries.flatMap(({ author, at, text }) =>
			text === null ? [] : [{ author: author.name, at, text: readable(text, people) }],
		);
		const { passage, side, segment, span } = anchor;
		return comments.length === 0
			? []
			: [
					{
						...{ passage, side, segment, comments },
						...(present ? { span } : { span: null, quote: span === null ? null : quote }),
						resolved: state === "resolved",
					},
				];
	});
}

function capabilities(): FormatCapabilities {
	const say = sentencesOf("en", { deliver });
	return {
		encodeText: (text) => new TextEncoder().encode(text),
		packWord,
		// Formats name keys of their own catalogue; a test holds every key they use against it.
		label: (key, values) => say(key, values) ?? key,
		exportedAt: new Date().toISOString(),
		application: { name: "Duizhao", version: packageFile.version },
	};
}
