/** One side that comes to a document later, or anew: pasted, or from a file that was uploaded. */
import type { PoolClient } from "pg";
import type { z } from "zod";
import type { Side } from "#lib/core/document/model.ts";
import type { Actor } from "./access.ts";
import { cutDocument } from "./import-cut.ts";
import { cutInThread, cutTask } from "./import-document.ts";
import { type Given, NewDocument } from "./import-input.ts";
import type { CutSide } from "./import-text.ts";
import type { Head } from "./revision-log/transaction.ts";
import type { Watch } from "./threads/in-thread.ts";
import { keepOriginals, keepText } from "./uploads.ts";

export interface NewerText {
	readonly side: Side;
	readonly given: z.infer<typeof Given>;
	readonly paragraphs: NewDocument["paragraphs"];
	readonly aligner: NewDocument["aligner"];
	/** Detected where absent. */
	readonly language?: string | undefined;
}

/** Throws where it cannot be read, holds what cannot be stored, or is too long. */
export async function cutNewer(projectId: string, newer: NewerText, watch: Watch): Promise<CutSide> {
	const input = NewDocument.parse({
		[newer.side]: newer.given,
		...(newer.language === undefined ? {} : { [`${newer.side}Language`]: newer.language }),
		paragraphs: newer.paragraphs,
		aligner: newer.aligner,
		origin: { kind: "unknown" },
	});
	const task = await cutTask(projectId, input);
	const made = task.uploads.length > 0 ? await cutInThread(task, watch) : await cutDocument(input, [], watch);
	const cut = made[newer.side];
	if (!cut) throw new TypeError("the side that was given was not cut");
	return cut;
}

/** What was given stays beside the files that the document was made from, within the transaction that takes it in. */
export async function keepGiven(
	client: PoolClient,
	{ documentId, projectId }: Pick<Head, "documentId" | "projectId">,
	actor: Actor,
	{ side, given, language }: Pick<NewerText, "side" | "given" | "language">,
	number: number,
): Promise<void> {
	const uploadId =
		"upload" in given
			? given.upload
			: await keepText(client, actor, projectId, `${side}.${language ?? ""}.txt`, given.text);
	await keepOriginals(client, { documentId, projectId, number }, [{ side, uploadId }]);
}
