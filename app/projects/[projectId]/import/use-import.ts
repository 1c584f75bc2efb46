"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type LongWorkState, useLongWork } from "#app/_ui/use-long-work.ts";
import { completeBody, type ImportForm, originOf } from "./import-form.ts";

export type ImportState = LongWorkState | { readonly is: "incomplete" } | { readonly is: "done" };

export interface Importing {
	readonly state: ImportState;
	readonly start: (form: ImportForm) => void;
	readonly cancel: () => void;
}

/** Sends the import, follows its job where it becomes one, and opens the workbench. */
export function useImport(projectId: string, onDone: () => void): Importing {
	const router = useRouter();
	const work = useLongWork();
	const running = useRef(false);
	const [said, setSaid] = useState<"incomplete" | "done" | null>(null);

	async function run(form: ImportForm): Promise<void> {
		const origin = originOf(form);
		const body = origin && completeBody(form, origin);
		setSaid(body ? null : "incomplete");
		if (!body) return;
		const made = await work.post<{ readonly documentId: string }>(`/projects/${projectId}/documents`, body);
		if (!made) return;
		setSaid("done");
		onDone();
		router.push(`/projects/${projectId}/documents/${made.documentId}`);
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
		cancel: work.cancel,
	};
}
