import { filterPassages } from "#lib/server/filter-passages.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/filter", ({ actor, params, query }) =>
	filterPassages(actor, params.documentId, query),
);
