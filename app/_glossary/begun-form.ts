import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import type { TermForm } from "./term-form.ts";

/** Forms that were left with Escape, by what they are about: they are there again while the page is. */
const begun = new Map<string, TermForm>();

/** Of a new term: what it began with; of another, the version that the change is made upon. */
export function formName(projectId: string, term: { id: string; version: number } | string): string {
	return `${projectId} ${typeof term === "string" ? `new ${term}` : `${term.id}@${term.version}`}`;
}

/** A form that is kept as it is written, until it is dropped: sent, or cancelled. */
export function useBegunForm(
	name: string,
	first: () => TermForm,
): [TermForm, Dispatch<SetStateAction<TermForm>>] {
	const [form, setForm] = useState(() => begun.get(name) ?? first());
	const [original] = useState(form);
	useEffect(() => {
		if (form !== original) begun.set(name, form);
	}, [name, form, original]);
	return [form, setForm];
}

export function dropForm(name: string): void {
	begun.delete(name);
}
