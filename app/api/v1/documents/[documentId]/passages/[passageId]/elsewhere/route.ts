import { readElsewhere } from "#lib/server/elsewhere.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/passages/:passageId/elsewhere", ({ actor, params }) =>
	readElsewhere(actor, params.documentId, params.passageId),
);
