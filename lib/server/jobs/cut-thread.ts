/** Cutting and aligning in a thread of its own, so that the process stays able to answer and to be stopped. */
import { parentPort, workerData } from "node:worker_threads";
import { problemOf } from "#lib/server/errors.ts";
import { cutDocument, NewDocument } from "#lib/server/import-text.ts";

/** Milliseconds between two reports of progress. */
const reportEvery = 200;

let reported = 0;
try {
	const preview = cutDocument(NewDocument.parse(workerData), {
		progress(done, total) {
			const now = performance.now();
			if (now - reported < reportEvery) return;
			reported = now;
			parentPort?.postMessage({ done, total });
		},
	});
	parentPort?.postMessage({ preview });
} catch (error) {
	parentPort?.postMessage({ problem: problemOf(error) });
}
