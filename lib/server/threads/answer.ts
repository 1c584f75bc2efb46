import { parentPort, workerData } from "node:worker_threads";
import { problemOf } from "#lib/server/errors.ts";
import type { Report, Watch } from "./in-thread.ts";

/** Milliseconds between two reports of progress. */
const reportEvery = 200;

/** Does a thread's work and tells its process what came of it. */
export async function answer<Result>(work: (task: unknown, watch: Watch) => Promise<Result>): Promise<void> {
	const tell = (report: Report<Result>) => parentPort?.postMessage(report);
	let reported = 0;
	const progress = (done: number, total: number) => {
		const now = performance.now();
		if (now - reported < reportEvery) return;
		reported = now;
		tell({ done, total });
	};
	try {
		tell({ result: await work(workerData, { progress }) });
	} catch (error) {
		tell({ problem: problemOf(error) });
	}
}
