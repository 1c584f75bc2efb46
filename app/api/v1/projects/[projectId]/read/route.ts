import { readFile } from "#lib/server/reading.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/read", async ({ actor, params, body }) => {
	const found = await readFile(actor, params.projectId, body);
	return "jobId" in found ? Response.json(found, { status: 202 }) : found;
});
