import { segmentHistory } from "#lib/server/revisions.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/segments/:segmentId/history", ({ actor, params }) =>
	segmentHistory(actor, params.documentId, params.segmentId),
);
