/** A thread that reads and cuts what an import was given, and pairs it. */
import type { Example } from "#lib/core/align/contract.ts";
import type { LearnedRules } from "#lib/core/furniture/classify-page.ts";
import type { Reading } from "#lib/core/reading/reading.ts";
import { readInThread } from "#lib/server/files/read-in-thread.ts";
import { cutDocument } from "#lib/server/import-cut.ts";
import type { NewDocument } from "#lib/server/import-input.ts";
import type { StoredUpload } from "#lib/server/uploads.ts";
import { answer } from "./answer.ts";
import type { Watch } from "./in-thread.ts";

export interface CutTask {
	readonly input: NewDocument;
	readonly examples: readonly Example[];
	/** The files that the input names. */
	readonly uploads: readonly StoredUpload[];
	readonly learned: LearnedRules;
	/** For a preview: characters of the longer side after which the rest is left out. */
	readonly most?: number | undefined;
}

/** What reading is, of all the work. */
const readingShare = 0.4;
const whole = 1_000;

await answer(async (task, watch) => {
	const { input, examples, uploads, learned, most } = task as CutTask;
	/** Tells a step's progress as its part of the whole, from one share to another. */
	const within = (from: number, to: number): Watch => ({
		...watch,
		progress: (done, total) => watch.progress?.(whole * (from + (to - from) * (done / (total || 1))), whole),
	});
	const aligned =
		input.source !== undefined && input.target !== undefined && !input.links && !input.lineByLine;
	const read = uploads.length === 0 ? 0 : aligned ? readingShare : 1;
	return await cutDocument(input, examples, within(read, 1), {
		most,
		learned,
		read: async (id, options) => {
			const place = uploads.findIndex((upload) => upload.id === id);
			const given = uploads[place];
			if (!given) throw new TypeError(`no file ${id} came with the task`);
			const part = read / uploads.length;
			const reading = within(part * place, part * (place + 1));
			return await readInThread<Reading>({ given, options, whole: true }, reading);
		},
	});
});
