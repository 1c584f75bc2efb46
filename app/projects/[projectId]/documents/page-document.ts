import { notFound } from "next/navigation";
import { cache } from "react";
import { orNotFound, pageSession } from "#app/page-session.ts";
import { documentHead } from "#lib/server/passages.ts";

/** The reader and the document of a page under /projects/:projectId/documents/:documentId, read once per request. */
export const pageDocument = cache(async (projectId: string, documentId: string, path: string) => {
	const session = await pageSession(`/projects/${projectId}/documents/${documentId}${path}`);
	const head = await orNotFound(documentHead(session.actor, documentId));
	if (head.projectId !== projectId) notFound();
	return { actor: session.actor, head };
});
