import type { Watch } from "#lib/server/threads/in-thread.ts";
import type { Running } from "./contract.ts";

/** Lets work tell how far it is without waiting for that to be stored; it ends when the job cannot go on. */
export async function watchOf<Result>(
	running: Running,
	work: (watch: Watch) => Promise<Result>,
): Promise<Result> {
	const stopping = new AbortController();
	const signal = AbortSignal.any([running.signal, stopping.signal]);
	const progress = (done: number, total: number) =>
		void running.progress(done, total).catch((error: unknown) => stopping.abort(error));
	return await work({ progress, signal });
}
