"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { api, Problem, unexpectedKey } from "#app/_ui/api.ts";
import { completeBody, type ImportForm, originOf } from "./import-form.ts";

export type ImportState =
	| { readonly is: "idle" }
	| { readonly is: "sending" }
	| { readonly is: "running"; readonly jobId: string; readonly done: number; readonly total: number }
	| { readonly is: "failed"; readonly error: unknown }
	| { readonly is: "incomplete" }
	| { readonly is: "done" };

export interface Importing {
	readonly state: ImportState;
	readonly start: (form: ImportForm) => void;
	/** Of a running job only: a request on its way is not called back. */
	readonly cancel: () => void;
}

type Accepted = { readonly documentId: string } | { readonly jobId: string };

/** GET /jobs/:jobId */
interface Job {
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	readonly done: number;
	readonly total: number;
	readonly result: { readonly documentId: string } | null;
	readonly problem: {
		readonly key: string;
		readonly values?: Readonly<Record<string, unknown>>;
		readonly status: number;
	} | null;
}

const askEvery = 700; // ms

/** Sends the import, follows its job where it becomes one, and opens the workbench. */
export function useImport(projectId: string, onDone: () => void): Importing {
	const router = useRouter();
	const [state, setState] = useState<ImportState>({ is: "idle" });
	const running = useRef(false);

	async function run(form: ImportForm): Promise<void> {
		const origin = originOf(form);
		const body = origin && completeBody(form, origin);
		if (!body) return setState({ is: "incomplete" });
		setState({ is: "sending" });
		const accepted = await api<Accepted>(`/projects/${projectId}/documents`, { method: "POST", body });
		const documentId =
			"documentId" in accepted ? accepted.documentId : await follow(accepted.jobId, (job) => setState(job));
		if (documentId === null) return setState({ is: "idle" });
		setState({ is: "done" });
		onDone();
		router.push(`/projects/${projectId}/documents/${documentId}`);
	}

	return {
		state,
		start: (form) => {
			if (running.current) return;
			running.current = true;
			run(form)
				.catch((error: unknown) => setState({ is: "failed", error }))
				.finally(() => {
					running.current = false;
				});
		},
		cancel: () => {
			if (state.is !== "running") return;
			void api(`/jobs/${state.jobId}`, { method: "DELETE" }).catch(() => {});
		},
	};
}

/** Answers the document's id, or null when the job was cancelled. */
async function follow(jobId: string, show: (state: ImportState) => void): Promise<string | null> {
	for (;;) {
		const job = await api<Job>(`/jobs/${jobId}`);
		if (job.state === "cancelled") return null;
		if (job.state === "done" && job.result) return job.result.documentId;
		if (job.state === "failed")
			throw new Problem(job.problem?.status ?? 500, job.problem?.key ?? unexpectedKey, { ...job.problem });
		show({ is: "running", jobId, done: job.done, total: job.total });
		await new Promise((resolve) => setTimeout(resolve, askEvery));
	}
}
