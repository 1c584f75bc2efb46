"use client";

import { useEffect, useRef, useState } from "react";
import { emptyForm, type ImportForm, lineByLine } from "./import-form.ts";
import { forgetForm, keepForm, keptForm } from "./kept-form.ts";

export type ChangeForm = (change: (form: ImportForm) => ImportForm) => void;

/** What was filled in outlives a reload and a sign-in, in this tab. */
export function useKeptForm(
	projectId: string,
	aligners: readonly string[],
): { form: ImportForm; change: ChangeForm; forget: () => void } {
	const [form, setForm] = useState(() => emptyForm(aligners[0] ?? ""));
	const [read, setRead] = useState(false);
	const keeping = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => {
		setForm((empty) => {
			const kept = keptForm(projectId, empty);
			return aligners.includes(kept.aligner) || kept.aligner === lineByLine
				? kept
				: { ...kept, aligner: empty.aligner };
		});
		setRead(true);
	}, [projectId, aligners]);
	useEffect(() => {
		if (!read) return;
		const timer = setTimeout(() => keepForm(projectId, form), 500);
		keeping.current = timer;
		return () => clearTimeout(timer);
	}, [projectId, form, read]);
	const forget = () => {
		clearTimeout(keeping.current); // an import can be done before what was typed last is kept
		forgetForm(projectId);
	};
	return { form, change: setForm, forget };
}

export function useAskBeforeLeaving(ask: boolean): void {
	useEffect(() => {
		if (!ask) return;
		const hold = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener("beforeunload", hold);
		return () => window.removeEventListener("beforeunload", hold);
	}, [ask]);
}
