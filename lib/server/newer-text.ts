/** Reading and cutting a newer version of one side: pasted, or from a file that was uploaded. */
import type { z } from "zod";
import type { Side } from "#lib/core/document/model.ts";
import { cutDocument } from "./import-cut.ts";
import { cutInThread, cutTask } from "./import-document.ts";
import { type Given, NewDocument } from "./import-input.ts";
import type { CutSide } from "./import-text.ts";
import type { Watch } from "./threads/in-thread.ts";

export interface NewerText {
	readonly side: Side;
	readonly given: z.infer<typeof Given>;
	readonly paragraphs: NewDocument["paragraphs"];
	readonly aligner: NewDocument["aligner"];
	readonly language: string;
}

/** Throws where it cannot be read, holds what cannot be stored, or is too long. */
export async function cutNewer(projectId: string, newer: NewerText, watch: Watch): Promise<CutSide> {
	const input = NewDocument.parse({
		[newer.side]: newer.given,
		[`${newer.side}Language`]: newer.language,
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
