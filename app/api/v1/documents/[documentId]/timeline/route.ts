import { serve } from "#lib/server/serve.ts";
import { documentTimeline } from "#lib/server/timeline.ts";

export const GET = serve("GET /documents/:documentId/timeline", ({ actor, params, query }) =>
	documentTimeline(actor, params.documentId, query),
);
