import { touchedBy } from "#lib/server/glossary/touched.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/terms/:termId/touched", ({ actor, params, query }) =>
	touchedBy(actor, params.projectId, params.termId, query),
);
