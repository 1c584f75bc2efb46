/** A thread that reads and cuts what an import was given, and pairs it. */
import type { Example } from "#lib/core/align/contract.ts";
import type { LearnedRules } from "#lib/core/furniture/classify-page.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { readInThread } from "#lib/server/files/read-in-thread.ts";
import { cutDocument } from "#lib/server/import-cut.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import type { StoredUpload } from "#lib/server/uploads.ts";
import { answer } from "./answer.ts";

export interface CutTask {
	readonly input: NewDocument;
	readonly examples: readonly Example[];
	/** The files that the input names. */
	readonly uploads: readonly StoredUpload[];
	readonly learned: LearnedRules;
	/** For a preview: characters of the longer side after which the rest is left out. */
	readonly most?: number | undefined;
}

await answer(async (task, watch) => {
	const { input, examples, uploads, learned, most } = task as CutTask;
	const files = new Map(uploads.map((upload) => [upload.id, upload]));
	return await cutDocument(input, examples, watch, {
		most,
		learned,
		read: async (id, options) => {
			const file = files.get(id);
			if (!file) throw new TypeError(`no file ${id} came with the task`);
			return await readInThread<Reading>({ given: file, options, whole: true });
		},
	});
});
