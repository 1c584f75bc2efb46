/** Handing a document out: its texts with their histories, in one of the registered formats. */
import { createTranslator } from "next-intl";
import type { Version } from "#lib/core/diff/attribute.ts";
import type { Origin, Segment } from "#lib/core/document/model.ts";
import {
	type FormatCapabilities,
	type FormatRefusal,
	holdingsOf,
	refusalOf,
} from "#lib/core/formats/contract.ts";
import type { Deliverable, DeliverPassage, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { findFormat } from "#lib/core/formats/registry.ts";
import deliver from "#lib/messages/en/deliver.json" with { type: "json" };
import packageFile from "../../package.json" with { type: "json" };
import type { Actor } from "./access.ts";
import { requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { documentHead } from "./passages.ts";
import { codesIn } from "./revision-log/carried.ts";
import { loadRows } from "./revision-log/load.ts";
import { type ReplayStep, replayLog } from "./revision-log/replay.ts";
import { inTransaction } from "./revision-log/transaction.ts";
import { packWord } from "./word.ts";

export interface ExportedFile {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly mediaType: string;
	readonly disposition: string;
}

/** Throws `not-found` for a format that there is not, `refused` for one that this document cannot be had in. */
export async function exportDocument(
	actor: Actor,
	documentId: string,
	formatId: string,
): Promise<ExportedFile> {
	await requireDocument(actor, documentId, "document.export");
	const format = findFormat(formatId);
	if (!format) throw new AppError("not-found", "notFound");
	const article = await deliverable(actor, documentId);
	const refused = refusalOf(format, holdingsOf(article));
	if (refused) throw new AppError("refused", refusals[refused]);
	const bytes = await format.write(article, capabilities());
	return {
		bytes: new Uint8Array(bytes),
		mediaType: format.mediaType,
		disposition: contentDisposition(fileName(article.title, format)),
	};
}

const refusals = {
	"deliver.refused.oneSided": "needsBothSides",
	"deliver.refused.noRendering": "needsTarget",
	"deliver.refused.noDraft": "needsDraft",
} as const satisfies Record<FormatRefusal, string>;

function capabilities(): FormatCapabilities {
	const translate = createTranslator({ locale: "en", messages: { deliver } });
	return {
		encodeText: (text) => new TextEncoder().encode(text),
		packWord,
		// Formats name keys of their own catalogue; a test holds every key they use against it.
		label: (key, values) => translate(key as Parameters<typeof translate>[0], values),
		exportedAt: new Date().toISOString(),
		application: { name: "Duizhao", version: packageFile.version },
	};
}

/** The document now, each rendering with what was made of it since the draft. */
export async function deliverable(actor: Actor, documentId: string): Promise<Deliverable> {
	const head = await documentHead(actor, documentId);
	return await inTransaction(async (client) => {
		await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
		const rows = (await loadRows(client, documentId, { kind: "all" })).rows;
		const names = await authorNames(documentId);
		const histories = new Histories(names);
		await replayLog(client, documentId, 2_147_483_647, (step) => histories.note(step));
		const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origins } =
			head.description;
		const segment = (one: Segment) => delivered(one, origins, histories);
		const passages = rows.map(
			({ row, standing }, i): DeliverPassage => ({
				number: i + 1,
				source: row.source.flatMap(segment),
				target: row.target.flatMap(segment),
				state: standing.state,
				link: standing.link,
			}),
		);
		const texts = passages.flatMap(({ source, target }) =>
			[...source, ...target].flatMap(({ text, draft, history }) => [
				text,
				draft ?? "",
				...history.map((h) => h.text),
			]),
		);
		const codes = await codesIn(client, documentId, texts);
		return { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, passages, codes };
	});
}

function delivered(
	{ id, kind, paragraphStart, text, draft, origin }: Segment,
	origins: readonly Origin[],
	histories: Histories,
): DeliverSegment[] {
	if (kind === "furniture") return [];
	const draftOrigin = origin === null ? null : (origins[origin] ?? null);
	return [{ id, kind, paragraphStart, text, draft, draftOrigin, history: histories.of(id) }];
}

async function authorNames(documentId: string): Promise<Map<string, string>> {
	const found = await pool().query<{ id: string; name: string }>(
		`SELECT "id", "name" FROM "User" WHERE "id" IN (SELECT DISTINCT "actorId" FROM "Revision" WHERE "documentId" = $1)`,
		[documentId],
	);
	return new Map(found.rows.map((row) => [row.id, row.name]));
}

/** What each rendering was after each edit, gathered while the log is replayed. */
class Histories {
	readonly #versions = new Map<string, readonly Version[]>();
	readonly #names: ReadonlyMap<string, string>;

	constructor(names: ReadonlyMap<string, string>) {
		this.#names = names;
	}

	of(id: string): readonly Version[] {
		return this.#versions.get(id) ?? [];
	}

	note({ line, operation, applied }: ReplayStep): void {
		const worded = operation.type === "edit" || operation.type === "insert" ? operation.segment : null;
		const cut =
			operation.type === "split"
				? [operation.segment]
				: operation.type === "join"
					? [...operation.segments]
					: null;
		if (worded === null && cut === null) return;
		const author = this.#names.get(line.actorId) ?? "";
		// The words of a segment that was cut or joined are whoever's they were before.
		const inherited = cut
			?.flatMap((id) => this.of(id).slice(-1))
			.toSorted((a, b) => (a.at < b.at ? -1 : 1))
			.at(-1);
		for (const segment of applied.rows.flatMap((row) => row.target)) {
			const { id, text, draft } = segment;
			if (id === worded)
				this.#versions.set(id, [...this.of(id), { text, author, at: line.at.toISOString() }]);
			const made = cut !== null && (cut.includes(id) || (operation.type === "split" && id === operation.id));
			if (made)
				this.#versions.set(
					id,
					text === draft ? [] : [{ ...(inherited ?? { author, at: line.at.toISOString() }), text }],
				);
		}
	}
}
