import { readWindow } from "#lib/server/passages.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/passages", ({ actor, params, query }) =>
	readWindow(actor, params.documentId, query),
);
