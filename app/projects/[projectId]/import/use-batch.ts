"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "#app/_ui/api.ts";
import { followUnless } from "#app/_ui/follow-job.ts";
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
	const made = await api<Made | { readonly jobId: string }>(`/projects/${projectId}/documents`, {
		method: "POST",
		body,
		signal,
	});
	const { documentId } = "jobId" in made ? await followUnless<Made>(signal, made.jobId, told) : made;
	return documentId;
}

interface Made {
	readonly documentId: string;
}

/** A text without a partner is what its language says: Chinese is translated from, English into. */
function sideOf({ report }: GivenFile, named: Side): Side {
	const language = report.metadata?.language ?? "";
	if (/^zh\b/i.test(language)) return "source";
	return language === "en" ? "target" : named;
}
