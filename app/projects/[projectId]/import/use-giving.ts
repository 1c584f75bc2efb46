"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { type GivingStep, giveFile } from "./give-file.ts";
import type { GivenFile } from "./import-form.ts";

export type GivingState =
	| { readonly is: "idle" }
	| (GivingStep & { readonly name: string })
	| { readonly is: "failed"; readonly name: string; readonly error: unknown };

export interface Giving {
	readonly state: GivingState;
	/** Sends and reads one file; what was on its way before is given up. */
	readonly give: (file: File) => void;
	readonly cancel: () => void;
}

/** One place where a file is given and read: what is on its way, and what came of it. */
export function useGiving(projectId: string, onGiven: (file: GivenFile) => void): Giving {
	return useSending((file, onStep, signal) => giveFile(projectId, file, onStep, signal), onGiven);
}

/** The same for whatever is done with the file. */
export function useSending<Done>(
	send: (file: File, onStep: (step: GivingStep) => void, signal: AbortSignal) => Promise<Done>,
	onDone: (done: Done) => void,
): Giving {
	const [state, setState] = useState<GivingState>({ is: "idle" });
	const current = useRef<AbortController | null>(null);
	const latest = useRef({ send, onDone });
	latest.current = { send, onDone };

	const cancel = useCallback(() => {
		current.current?.abort();
		current.current = null;
		setState({ is: "idle" });
	}, []);
	useEffect(() => () => current.current?.abort(), []);

	const give = useCallback((file: File) => {
		current.current?.abort();
		const run = new AbortController();
		current.current = run;
		const { name } = file;
		const show = (next: GivingState) => {
			if (current.current === run) setState(next);
		};
		show({ is: "sending", name, done: 0, total: file.size });
		latest.current
			.send(file, (step) => show({ ...step, name }), run.signal)
			.then(
				(done) => {
					if (current.current !== run) return;
					show({ is: "idle" });
					latest.current.onDone(done);
				},
				(error: unknown) => show({ is: "failed", name, error }),
			);
	}, []);
	return { state, give, cancel };
}
