import { listTerms } from "#lib/server/glossary/list.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/glossary", ({ actor, params, query }) =>
	listTerms(actor, params.projectId, query),
);
