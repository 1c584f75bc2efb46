import { serve } from "#lib/server/serve.ts";
import { listOriginals } from "#lib/server/uploads.ts";

export const GET = serve("GET /documents/:documentId/originals", async ({ actor, params }) => ({
	originals: await listOriginals(actor, params.documentId),
}));
