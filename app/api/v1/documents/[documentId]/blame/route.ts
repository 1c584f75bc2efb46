import { passagesBlame } from "#lib/server/blame.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/blame", ({ actor, params, query }) =>
	passagesBlame(actor, params.documentId, query),
);
