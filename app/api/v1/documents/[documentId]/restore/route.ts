import { requestRestore } from "#lib/server/restore.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/restore", async ({ actor, params, body }) => {
	const made = await requestRestore(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
