import { requestRealign } from "#lib/server/realign.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/realign", async ({ actor, params, body }) => {
	const made = await requestRealign(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
