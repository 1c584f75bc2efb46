import { readFindings } from "#lib/server/findings.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/findings", ({ actor, params, query }) =>
	readFindings(actor, params.documentId, query),
);
