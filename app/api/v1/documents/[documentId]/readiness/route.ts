import { readiness } from "#lib/server/passages.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/readiness", ({ actor, params }) =>
	readiness(actor, params.documentId),
);
