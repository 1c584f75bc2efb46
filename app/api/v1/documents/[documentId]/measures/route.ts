import { documentMeasures, requestMeasures } from "#lib/server/measures/document.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/measures", ({ actor, params, query }) =>
	documentMeasures(actor, params.documentId, query),
);

export const POST = serve("POST /documents/:documentId/measures", ({ actor, params }) =>
	requestMeasures(actor, params.documentId),
);
