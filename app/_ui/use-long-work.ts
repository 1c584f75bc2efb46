"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "./api.ts";
import { cancelJob, followJob } from "./follow-job.ts";

export type LongWorkState =
	| { readonly is: "idle" }
	| { readonly is: "sending" }
	| { readonly is: "running"; readonly jobId: string; readonly done: number; readonly total: number }
	| { readonly is: "failed"; readonly error: unknown };

export interface LongWork {
	readonly state: LongWorkState;
	/**
	 * Posts to the API and follows the job that it may become. Answers what came of it; null when it was cancelled,
	 * or failed, which the state tells. What was started before is cancelled.
	 */
	readonly post: <Answer>(
		path: string,
		body: object,
		/** Told the job's id where it became one. */
		onJob?: (jobId: string) => void,
	) => Promise<Answer | null>;
	/** Follows a job that was begun before this page was loaded. */
	readonly resume: <Answer>(jobId: string) => Promise<Answer | null>;
	/** Of a running job; a request on its way is only not waited for. */
	readonly cancel: () => void;
}

interface Run {
	/** Nobody waits for it here any more. */
	ended: boolean;
	/** The page was left; the work goes on. */
	left: boolean;
	jobId: string | null;
}

/**
 * Work that the server does at once where it is little, and as a job where it takes long. Leaving the page cancels it,
 * unless it `outlives` that.
 */
export function useLongWork({ outlives = false } = {}): LongWork {
	const [state, setState] = useState<LongWorkState>({ is: "idle" });
	const current = useRef<Run | null>(null);

	const cancel = useCallback(() => {
		const run = current.current;
		current.current = null;
		if (!run || run.ended) return;
		run.ended = true;
		setState({ is: "idle" });
		if (run.jobId !== null) cancelJob(run.jobId);
	}, []);
	const leave = useCallback(() => {
		if (current.current) Object.assign(current.current, { ended: true, left: true });
		current.current = null;
	}, []);
	useEffect(() => (outlives ? leave : cancel), [outlives, leave, cancel]);

	/** `begin` answers what was made at once, or the job that makes it. */
	const work = useCallback(
		async <Answer>(
			begin: () => Promise<Answer | { readonly jobId: string }>,
			onJob?: (jobId: string) => void,
		): Promise<Answer | null> => {
			cancel();
			const run: Run = { ended: false, left: false, jobId: null };
			current.current = run;
			const show = (next: LongWorkState) => {
				if (!run.ended) setState(next);
			};
			show({ is: "sending" });
			try {
				const made = await begin();
				const jobId = isJob(made) ? made.jobId : null;
				if (jobId !== null && (!run.ended || run.left)) onJob?.(jobId);
				run.jobId = jobId;
				if (run.ended && !run.left && jobId !== null) cancelJob(jobId);
				const answer =
					jobId === null
						? (made as Answer)
						: await followJob<Answer>(
								jobId,
								() => !run.ended,
								(done, total) => show({ is: "running", jobId, done, total }),
							);
				if (run.ended) return null;
				show({ is: "idle" });
				run.ended = true;
				return answer;
			} catch (error) {
				show({ is: "failed", error });
				run.ended = true;
				return null;
			}
		},
		[cancel],
	);
	const post = useCallback(
		<Answer>(path: string, body: object, onJob?: (jobId: string) => void) =>
			work<Answer>(() => api(path, { method: "POST", body }), onJob),
		[work],
	);
	const resume = useCallback(<Answer>(jobId: string) => work<Answer>(async () => ({ jobId })), [work]);
	return { state, post, resume, cancel };
}

const isJob = (made: unknown): made is { readonly jobId: string } =>
	typeof made === "object" && made !== null && "jobId" in made;
