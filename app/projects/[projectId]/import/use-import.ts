"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type LongWorkState, useLongWork } from "#app/_ui/use-long-work.ts";
import { completeBody, type ImportForm, originOf } from "./import-form.ts";
import { forgetJob, keepJob, keptJob } from "./kept-job.ts";

export type ImportState = LongWorkState | { readonly is: "incomplete" } | { readonly is: "done" };

export interface Importing {
	readonly state: ImportState;
	readonly start: (form: ImportForm) => void;
	readonly cancel: () => void;
}

/** Sends the import, follows its job where it becomes one, and opens the workbench. */
export function useImport(projectId: string, onDone: () => void): Importing {
	const router = useRouter();
	const work = useLongWork({ outlives: true });
	const running = useRef(false);
	const left = useRef(false);
	const [said, setSaid] = useState<"incomplete" | "done" | null>(null);

	function open(made: Made | null): void {
		if (left.current) return; // it goes on, and is followed again by whoever comes back
		forgetJob(projectId);
		if (!made) return;
		setSaid("done");
		onDone();
		router.push(`/projects/${projectId}/documents/${made.documentId}`);
	}
	useEffect(() => {
		left.current = false;
		return () => {
			left.current = true;
		};
	}, []);
	const opened = useRef(open);
	opened.current = open;
	const { resume } = work;
	useEffect(() => {
		const jobId = keptJob(projectId);
		if (jobId === null || running.current) return;
		running.current = true;
		void resume<Made>(jobId)
			.then((made) => opened.current(made))
			.finally(() => {
				running.current = false;
			});
	}, [projectId, resume]);

	async function run(form: ImportForm): Promise<void> {
		const origin = originOf(form);
		const body = origin && completeBody(form, origin);
		setSaid(body ? null : "incomplete");
		if (!body) return;
		open(
			await work.post<Made>(`/projects/${projectId}/documents`, body, (jobId) => keepJob(projectId, jobId)),
		);
	}

	return {
		state: work.state.is === "idle" && said ? { is: said } : work.state,
		start: (form) => {
			if (running.current) return;
			running.current = true;
			void run(form).finally(() => {
				running.current = false;
			});
		},
		cancel: () => {
			forgetJob(projectId);
			work.cancel();
		},
	};
}

interface Made {
	readonly documentId: string;
}
