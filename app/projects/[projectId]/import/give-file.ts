/** Sends a file to the server as it is, and asks what it holds. */
import { api, offlineKey, Problem, unexpectedKey } from "#app/_ui/api.ts";
import { followUnless } from "#app/_ui/follow-job.ts";
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
	const report =
		"jobId" in read
			? await followUnless<ReadingReport>(signal, read.jobId, (done, total) =>
					onStep({ is: "reading", done, total }),
				)
			: read;
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
	return sendTo(`/projects/${projectId}/uploads`, file, onStep, signal);
}

/** The same to a route that keeps files of one kind. */
export function sendTo(
	path: string,
	file: File,
	onStep: (step: GivingStep) => void,
	signal: AbortSignal,
): Promise<Stored> {
	return new Promise((done, failed) => {
		const request = new XMLHttpRequest();
		const name = encodeURIComponent(labelOf(file.name));
		request.open("POST", `/api/v1${path}?name=${name}`);
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
export function labelOf(name: string): string {
	const plain = name.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029/\\]/gu, "_");
	return [...plain].slice(-120).join("") || "file";
}

export function problemOf(status: number, answer: unknown): Problem {
	const known =
		typeof answer === "object" && answer !== null && "key" in answer && typeof answer.key === "string";
	return known ? new Problem(status, String(answer.key), { ...answer }) : new Problem(status, unexpectedKey);
}
