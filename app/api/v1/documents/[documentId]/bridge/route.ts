import { copyEmpty } from "#lib/server/copy-empty.ts";
import { requestFill } from "#lib/server/paste-bridge.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/bridge", ({ actor, params, query }) =>
	copyEmpty(actor, params.documentId, query.from ?? 1),
);

export const POST = serve("POST /documents/:documentId/bridge", async ({ actor, params, body }) => {
	const made = await requestFill(actor, params.documentId, body);
	return "jobId" in made ? Response.json(made, { status: 202 }) : made;
});
