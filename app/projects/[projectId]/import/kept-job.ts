/** The import that runs, so that a reload follows it instead of beginning another; in this tab only. */
const keyOf = (projectId: string) => `duizhao import job ${projectId}`;

export function keepJob(projectId: string, jobId: string): void {
	try {
		sessionStorage.setItem(keyOf(projectId), jobId);
	} catch {
		// Storage is switched off: a reload shows the form again.
	}
}

export function keptJob(projectId: string): string | null {
	try {
		return sessionStorage.getItem(keyOf(projectId));
	} catch {
		return null;
	}
}

export function forgetJob(projectId: string): void {
	try {
		sessionStorage.removeItem(keyOf(projectId));
	} catch {
		// Nothing was kept.
	}
}
