import { segmentBlame } from "#lib/server/blame.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/segments/:segmentId/blame", ({ actor, params }) =>
	segmentBlame(actor, params.documentId, params.segmentId),
);
