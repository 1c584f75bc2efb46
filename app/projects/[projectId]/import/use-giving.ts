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

/** One place where a file is given: what is on its way, and what came of it. */
export function useGiving(projectId: string, onGiven: (file: GivenFile) => void): Giving {
	const [state, setState] = useState<GivingState>({ is: "idle" });
	const current = useRef<AbortController | null>(null);
	const given = useRef(onGiven);
	given.current = onGiven;

	const cancel = useCallback(() => {
		current.current?.abort();
		current.current = null;
		setState({ is: "idle" });
	}, []);
	useEffect(() => () => current.current?.abort(), []);

	const give = useCallback(
		(file: File) => {
			current.current?.abort();
			const run = new AbortController();
			current.current = run;
			const { name } = file;
			const show = (next: GivingState) => {
				if (current.current === run) setState(next);
			};
			show({ is: "sending", name, done: 0, total: file.size });
			giveFile(projectId, file, (step) => show({ ...step, name }), run.signal).then(
				(done) => {
					if (current.current !== run) return;
					show({ is: "idle" });
					given.current(done);
				},
				(error: unknown) => show({ is: "failed", name, error }),
			);
		},
		[projectId],
	);
	return { state, give, cancel };
}
