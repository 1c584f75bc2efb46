"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api, Problem, unexpectedKey } from "#app/_ui/api.ts";
import type { Origin, Side } from "#lib/core/document/model.ts";
import { type MatchedPair, matchPairs } from "#lib/core/reading/match-pairs.ts";
import { pathOf } from "./dropped-files.ts";
import { giveFile } from "./give-file.ts";
import { completeBody, emptyForm, type GivenFile, type ImportForm, sides } from "./import-form.ts";
import { placeFile } from "./place-file.ts";

export type BatchState =
	| { readonly is: "waiting" }
	| { readonly is: "working"; readonly done: number; readonly total: number }
	| { readonly is: "done"; readonly documentId: string }
	| { readonly is: "failed"; readonly error: unknown };

export interface BatchEntry extends MatchedPair {
	readonly state: BatchState;
}

export interface Batch {
	readonly entries: readonly BatchEntry[];
	readonly running: boolean;
	/** Imports what is still waiting, one document after the other; what failed is tried again. */
	readonly start: (origin: Origin, aligner: string) => void;
	/** What is done stays. */
	readonly stop: () => void;
}

const askEvery = 700; // ms

/** Many files at once: each matched pair becomes a document of its own, and one that fails holds up no other. */
export function useBatch(projectId: string, files: readonly File[]): Batch {
	const [entries, setEntries] = useState(() =>
		matchPairs(files.map(pathOf)).map((pair): BatchEntry => ({ ...pair, state: { is: "waiting" } })),
	);
	const [running, setRunning] = useState(false);
	const current = useRef<AbortController | null>(null);
	useEffect(() => () => current.current?.abort(), []);

	const start = useCallback(
		(origin: Origin, aligner: string) => {
			const run = new AbortController();
			current.current = run;
			setRunning(true);
			const show = (index: number, state: BatchState) => {
				if (!run.signal.aborted)
					setEntries((before) => before.map((entry, i) => (i === index ? { ...entry, state } : entry)));
			};
			void (async () => {
				for (const [index, entry] of entries.entries()) {
					if (run.signal.aborted) return;
					if (entry.state.is === "done") continue;
					const told = (done: number, total: number) => show(index, { is: "working", done, total });
					try {
						told(0, 0);
						const pair = { source: files[entry.source ?? -1], target: files[entry.target ?? -1] };
						const documentId = await importPair(
							{ projectId, aligner, origin, signal: run.signal, told },
							pair,
						);
						show(index, { is: "done", documentId });
					} catch (error) {
						show(index, { is: "failed", error });
					}
				}
				setRunning(false);
			})();
		},
		[projectId, files, entries],
	);
	const stop = useCallback(() => {
		current.current?.abort();
		setRunning(false);
		setEntries((before) =>
			before.map((entry) => (entry.state.is === "working" ? { ...entry, state: { is: "waiting" } } : entry)),
		);
	}, []);
	return { entries, running, start, stop };
}

interface Importing {
	readonly projectId: string;
	readonly aligner: string;
	readonly origin: Origin;
	readonly signal: AbortSignal;
	readonly told: (done: number, total: number) => void;
}

async function importPair(
	{ projectId, aligner, origin, signal, told }: Importing,
	pair: { readonly source: File | undefined; readonly target: File | undefined },
): Promise<string> {
	let form: ImportForm = emptyForm(aligner);
	const lone = !(pair.source && pair.target);
	for (const side of sides) {
		const file = pair[side];
		if (!file) continue;
		const given = await giveFile(projectId, file, ({ done, total }) => told(done, total), signal);
		form = placeFile(form, lone ? sideOf(given, side) : side, given);
	}
	const body = completeBody(form, origin);
	const made = await api<{ readonly documentId: string } | { readonly jobId: string }>(
		`/projects/${projectId}/documents`,
		{ method: "POST", body, signal },
	);
	return "documentId" in made ? made.documentId : await follow(made.jobId, signal, told);
}

/** A text without a partner is what its language says: Chinese is translated from, English into. */
function sideOf({ report }: GivenFile, named: Side): Side {
	const language = report.metadata?.language ?? "";
	if (/^zh\b/i.test(language)) return "source";
	return language === "en" ? "target" : named;
}

interface ImportJob {
	readonly state: "waiting" | "running" | "done" | "failed" | "cancelled";
	readonly done: number;
	readonly total: number;
	readonly result: { readonly documentId: string };
	readonly problem: { readonly key: string; readonly status: number } | null;
}

async function follow(
	jobId: string,
	signal: AbortSignal,
	told: (done: number, total: number) => void,
): Promise<string> {
	for (;;) {
		if (signal.aborted) {
			void api(`/jobs/${jobId}`, { method: "DELETE" }).catch(() => {});
			throw signal.reason;
		}
		const job = await api<ImportJob>(`/jobs/${jobId}`);
		if (job.state === "done") return job.result.documentId;
		if (job.state !== "waiting" && job.state !== "running")
			throw new Problem(job.problem?.status ?? 500, job.problem?.key ?? unexpectedKey, { ...job.problem });
		told(job.done, job.total);
		await new Promise((resolve) => setTimeout(resolve, askEvery));
	}
}
