/** One document made from files: sent, read, cut, aligned and written as one revision. */
import { basename } from "node:path";
import { chooseLanguages } from "#lib/core/reading/choose-languages.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import type { Actor } from "#lib/server/access.ts";
import { AppError } from "#lib/server/errors.ts";
import { diskFile } from "#lib/server/files/file-source.ts";
import { cutInThread, cutTask, insertImported } from "#lib/server/import-document.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import { beyondRequest, inTransaction } from "#lib/server/revision-log/transaction.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import { readPath } from "../commands/read.ts";
import { t } from "../messages.ts";
import { progressLine } from "../progress-line.ts";
import { Refused } from "../refused.ts";
import type { Entry } from "./entries.ts";
import type { ImportRequest } from "./request.ts";

export interface Place {
	readonly actor: Actor;
	readonly projectId: string;
}

export interface Imported {
	readonly documentId: string;
	readonly passages: number;
}

/** Throws `Refused` or `AppError` where nothing was made. */
export async function importEntry(place: Place, entry: Entry, request: ImportRequest): Promise<Imported> {
	const input = { ...(await given(place, entry)), ...chosen(request) };
	const line = progressLine();
	try {
		const preview = await cutInThread(await cutTask(place.projectId, input), {
			progress: (done, total) =>
				line.update(t("align.progress", { share: total > 0 ? Math.min(done / total, 1) : 0 })),
		});
		return await inTransaction(async (client) => {
			await beyondRequest(client);
			const made = await insertImported(client, place.actor, place.projectId, input, preview);
			return { ...made, passages: preview.rows.length };
		});
	} finally {
		line.clear();
	}
}

type Sides = Pick<NewDocument, "source" | "target" | "pairs">;

async function given(place: Place, entry: Entry): Promise<Sides> {
	if (entry.source !== null && entry.target !== null)
		return { source: await send(place, entry.source), target: await send(place, entry.target) };
	const path = entry.source ?? entry.target;
	if (path === null) throw new TypeError("an entry without a file");
	const reading = await readPath(path);
	switch (reading.shape) {
		case "text":
			return { [sideOf(reading, entry)]: await send(place, path) };
		case "pairs": {
			const languages = chooseLanguages(reading.languages, reading.about);
			return { pairs: { ...(await send(place, path)), ...languages } };
		}
		case "table":
			return { pairs: { ...(await send(place, path)), source: null, target: null } };
		case "links":
			throw new Refused(t("import.onlyLinks", { path }), 1);
	}
}

/** What somebody said; else Chinese is a source, and what is not Chinese a translation. */
function sideOf(reading: Extract<Reading, { shape: "text" }>, entry: Entry): "source" | "target" {
	const { language } = reading.page.metadata;
	if (entry.certain || language === null) return entry.source === null ? "target" : "source";
	return language.startsWith("zh") ? "source" : "target";
}

async function send({ actor, projectId }: Place, path: string): Promise<{ upload: string }> {
	try {
		const file = await diskFile(path);
		const incoming = { bytes: file.chunks(), announced: file.size };
		return { upload: (await storeUpload(actor, projectId, { name: basename(path) }, incoming)).id };
	} catch (error) {
		if (error instanceof AppError || !(error instanceof Error && "code" in error)) throw error;
		throw new Refused(t("file.unreadable", { path, code: String(error.code) }));
	}
}

function chosen({ origin, aligner, paragraphs, sourceLanguage, targetLanguage }: ImportRequest) {
	return {
		origin,
		aligner,
		paragraphs,
		...(sourceLanguage && { sourceLanguage }),
		...(targetLanguage && { targetLanguage }),
	};
}
