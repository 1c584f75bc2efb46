import { readOutline } from "#lib/server/outline.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/outline", ({ actor, params }) =>
	readOutline(actor, params.documentId),
);
