import type { ImportForm } from "./import-form.ts";

/** Larger texts come from files, which are still there. In UTF-16 units; browsers keep about 5 MB per site. */
const longestKept = 1_000_000;
const keyOf = (projectId: string) => `duizhao import ${projectId}`;

/** Keeps what was filled in through a reload or a sign-in, in this tab only. */
export function keepForm(projectId: string, form: ImportForm): void {
	try {
		if (form.source.text.length + form.target.text.length > longestKept) {
			sessionStorage.removeItem(keyOf(projectId));
		} else {
			sessionStorage.setItem(keyOf(projectId), JSON.stringify(form));
		}
	} catch {
		// Storage is full or switched off: leaving the page still asks first.
	}
}

export function keptForm(projectId: string, empty: ImportForm): ImportForm {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(projectId)) ?? "null");
		return isForm(kept) ? { ...empty, ...kept } : empty;
	} catch {
		return empty;
	}
}

export function forgetForm(projectId: string): void {
	try {
		sessionStorage.removeItem(keyOf(projectId));
	} catch {
		// Nothing was kept.
	}
}

function isForm(value: unknown): value is ImportForm {
	return (
		typeof value === "object" &&
		value !== null &&
		"source" in value &&
		"target" in value &&
		"links" in value &&
		"metadata" in value
	);
}
