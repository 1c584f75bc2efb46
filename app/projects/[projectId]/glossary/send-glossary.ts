import { offlineKey, Problem } from "#app/_ui/api.ts";
import { labelOf, problemOf } from "#app/projects/[projectId]/import/give-file.ts";
import type { WireGlossaryImport } from "#lib/core/terms/wire.ts";

/** Shows what a file would make of the glossary; `onto` takes it in, if the glossary is still that version. Throws `Problem`. */
export async function sendGlossary(
	projectId: string,
	file: File,
	onto: number | null,
): Promise<WireGlossaryImport> {
	const query = new URLSearchParams({
		name: labelOf(file.name),
		...(onto !== null && { onto: String(onto) }),
	});
	const response = await fetch(`/api/v1/projects/${projectId}/glossary/import?${query}`, {
		method: "POST",
		headers: { "content-type": "application/octet-stream", accept: "application/json" },
		credentials: "same-origin",
		body: file,
	}).catch(() => {
		throw new Problem(0, offlineKey);
	});
	const answer: unknown = await response.json().catch(() => undefined);
	if (!response.ok) throw problemOf(response.status, answer);
	return answer as WireGlossaryImport;
}
