import { serve } from "#lib/server/serve.ts";
import { requestUpdate } from "#lib/server/update-side.ts";

export const POST = serve("POST /documents/:documentId/update", async ({ actor, params, body }) => {
	const made = await requestUpdate(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
