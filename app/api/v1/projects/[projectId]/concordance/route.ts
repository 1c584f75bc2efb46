import { readConcordance } from "#lib/server/concordance.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/concordance", ({ actor, params, query }) =>
	readConcordance(actor, params.projectId, query),
);
