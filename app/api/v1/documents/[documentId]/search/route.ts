import { searchDocument } from "#lib/server/search.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/search", ({ actor, params, query }) =>
	searchDocument(actor, params.documentId, query),
);
