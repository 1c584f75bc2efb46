import { serve } from "#lib/server/serve.ts";
import { newsFor, noteVisit } from "#lib/server/visits.ts";

export const GET = serve("GET /documents/:documentId/visit", ({ actor, params }) =>
	newsFor(actor, params.documentId),
);

export const PUT = serve("PUT /documents/:documentId/visit", ({ actor, params, body }) =>
	noteVisit(actor, params.documentId, body),
);
