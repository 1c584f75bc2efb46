import { readHits } from "#lib/server/search.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/hits", ({ actor, params, query }) =>
	readHits(actor, params.documentId, query),
);
