import { requestConversion } from "#lib/server/convert-script.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/convert-script", async ({ actor, params, body }) => {
	const made = await requestConversion(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
