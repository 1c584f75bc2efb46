import { compareVersions } from "#lib/server/compare.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/compare", ({ actor, params, query }) =>
	compareVersions(actor, params.documentId, query),
);
