import { serve } from "#lib/server/serve.ts";
import { staleLink } from "#lib/server/stale-link.ts";

export const GET = serve("GET /documents/:documentId/passages/:passageId/stale", ({ actor, params }) =>
	staleLink(actor, params.documentId, params.passageId),
);
