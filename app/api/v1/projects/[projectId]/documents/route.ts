import { listDocuments } from "#lib/server/documents.ts";
import { importDocument } from "#lib/server/import-document.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/documents", async ({ actor, params }) => ({
	documents: await listDocuments(actor, params.projectId),
}));
export const POST = serve("POST /projects/:projectId/documents", async ({ actor, params, body }) => {
	const made = await importDocument(actor, params.projectId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
