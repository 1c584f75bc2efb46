/** Long work of the server, watched until it ends. */
import { api, Problem, unexpectedKey } from "./api.ts";

/** GET /jobs/:jobId */
interface Job<Result> {
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	readonly done: number;
	readonly total: number;
	readonly result: Result;
	readonly problem: { readonly key: string; readonly status: number } | null;
}

const askEvery = 700; // ms

export function cancelJob(jobId: string): void {
	void api(`/jobs/${jobId}`, { method: "DELETE" }).catch(() => {});
}

/**
 * What came of a job; null where somebody cancelled it, or `isWatched` says that nobody waits any more. Throws the
 * `Problem` that it ended with.
 */
export async function followJob<Result>(
	jobId: string,
	isWatched: () => boolean,
	onProgress: (done: number, total: number) => void,
): Promise<Result | null> {
	while (isWatched()) {
		const { state, result, problem, done, total } = await api<Job<Result>>(`/jobs/${jobId}`);
		if (state === "cancelled") return null;
		if (state === "done") return result;
		if (state === "failed")
			throw new Problem(problem?.status ?? 500, problem?.key ?? unexpectedKey, { ...problem });
		onProgress(done, total);
		await new Promise((resolve) => setTimeout(resolve, askEvery));
	}
	return null;
}

/** The same for work that a signal stops: it is cancelled then, and the signal's reason thrown. */
export async function followUnless<Result>(
	signal: AbortSignal,
	jobId: string,
	onProgress: (done: number, total: number) => void,
): Promise<Result> {
	const result = await followJob<Result>(jobId, () => !signal.aborted, onProgress);
	if (signal.aborted) {
		cancelJob(jobId);
		throw signal.reason;
	}
	if (result === null) throw new Problem(500, unexpectedKey);
	return result;
}
