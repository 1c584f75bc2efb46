import { requestAttach } from "#lib/server/attach-side.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/attach", async ({ actor, params, body }) => {
	const made = await requestAttach(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
