/** Sends a file to the server as it is, and asks what it holds. */
import { api, offlineKey, Problem, unexpectedKey } from "#app/_ui/api.ts";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";
import type { GivenFile } from "./import-form.ts";

export type GivingStep =
	| { readonly is: "sending"; readonly done: number; readonly total: number }
	| { readonly is: "reading"; readonly done: number; readonly total: number };

export interface Stored {
	readonly id: string;
	readonly name: string;
	readonly size: number;
}

const askEvery = 500; // ms

/** Throws `Problem`; an aborted one throws the signal's reason. */
export async function giveFile(
	projectId: string,
	file: File,
	onStep: (step: GivingStep) => void,
	signal: AbortSignal,
): Promise<GivenFile> {
	const stored = await sendFile(projectId, file, onStep, signal);
	onStep({ is: "reading", done: 0, total: 0 });
	const read = await api<ReadingReport | { readonly jobId: string }>(`/projects/${projectId}/read`, {
		method: "POST",
		body: { upload: stored.id },
		signal,
	});
	const report = "jobId" in read ? await followReading(read.jobId, onStep, signal) : read;
	return { upload: stored.id, name: file.name, size: stored.size, report };
}

/**
 * Only sends it. Throws as `giveFile` does. The browser tells how much of a body is on its way only through this old
 * interface.
 */
export function sendFile(
	projectId: string,
	file: File,
	onStep: (step: GivingStep) => void,
	signal: AbortSignal,
): Promise<Stored> {
	return new Promise((done, failed) => {
		const request = new XMLHttpRequest();
		const name = encodeURIComponent(labelOf(file.name));
		request.open("POST", `/api/v1/projects/${projectId}/uploads?name=${name}`);
		request.setRequestHeader("content-type", "application/octet-stream");
		request.responseType = "json";
		request.upload.onprogress = ({ loaded, total }) => onStep({ is: "sending", done: loaded, total });
		request.onerror = () => failed(new Problem(0, offlineKey));
		request.onabort = () => failed(signal.reason);
		request.onload = () => {
			const answer: unknown = request.response;
			if (request.status === 201) done(answer as Stored);
			else failed(problemOf(request.status, answer));
		};
		signal.addEventListener("abort", () => request.abort(), { once: true });
		request.send(file);
	});
}

/** Names come with whatever their system allows; the server takes a plain label. */
function labelOf(name: string): string {
	const plain = name.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029/\\]/gu, "_");
	return [...plain].slice(-120).join("") || "file";
}

function problemOf(status: number, answer: unknown): Problem {
	const known =
		typeof answer === "object" && answer !== null && "key" in answer && typeof answer.key === "string";
	return known ? new Problem(status, String(answer.key), { ...answer }) : new Problem(status, unexpectedKey);
}

interface ReadingJob {
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	readonly done: number;
	readonly total: number;
	readonly result: ReadingReport;
	readonly problem: { readonly key: string; readonly status: number } | null;
}

async function followReading(
	jobId: string,
	onStep: (step: GivingStep) => void,
	signal: AbortSignal,
): Promise<ReadingReport> {
	for (;;) {
		if (signal.aborted) {
			void api(`/jobs/${jobId}`, { method: "DELETE" }).catch(() => {});
			throw signal.reason;
		}
		const job = await api<ReadingJob>(`/jobs/${jobId}`);
		if (job.state === "done") return job.result;
		if (job.state !== "waiting" && job.state !== "running")
			throw new Problem(job.problem?.status ?? 500, job.problem?.key ?? unexpectedKey, { ...job.problem });
		onStep({ is: "reading", done: job.done, total: job.total });
		await new Promise((resolve) => setTimeout(resolve, askEvery));
	}
}
