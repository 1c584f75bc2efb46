"use client";

import { useMutation } from "@tanstack/react-query";
import { api, Problem } from "#app/_ui/api.ts";
import type { SavedTerm, StoredTerm, TermOrigin } from "#lib/core/terms/wire.ts";
import { bodyOf, type TermForm } from "./term-form.ts";

interface Saving {
	readonly form: TermForm;
	/** The version that the change was made upon; null makes a new term. */
	readonly upon: number | null;
	readonly termId: string | null;
	readonly origin?: TermOrigin;
}

export function useSaveTerm(projectId: string, onSaved: (saved: SavedTerm) => unknown) {
	return useMutation({
		mutationFn: ({ form, upon, termId, origin = "person" }: Saving) =>
			termId === null
				? api<SavedTerm>(`/projects/${projectId}/terms`, {
						method: "POST",
						body: { ...bodyOf(form), origin },
					})
				: api<SavedTerm>(`/projects/${projectId}/terms/${termId}`, {
						method: "PUT",
						body: { ...bodyOf(form), version: upon },
					}),
		onSuccess: onSaved,
	});
}

/** The term as somebody else left it meanwhile, where that is why it was not saved. */
export function currentOf(error: unknown): StoredTerm | null {
	if (!(error instanceof Problem) || error.key !== "termChanged") return null;
	return error.values["current"] as StoredTerm;
}

/** The term that has the same source already. */
export function takenBy(error: unknown): string | null {
	const id = error instanceof Problem && error.key === "termTaken" ? error.values["id"] : null;
	return typeof id === "string" ? id : null;
}
