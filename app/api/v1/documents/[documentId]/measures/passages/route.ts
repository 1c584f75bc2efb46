import { passageMeasures } from "#lib/server/measures/passages.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/measures/passages", ({ actor, params, query }) =>
	passageMeasures(actor, params.documentId, query),
);
