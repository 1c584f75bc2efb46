import { requestReturn } from "#lib/server/returned-file.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/bring-back", async ({ actor, params, body }) => {
	const made = await requestReturn(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
