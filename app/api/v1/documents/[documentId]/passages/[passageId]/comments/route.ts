import { threadsOfPassage } from "#lib/server/comments/read.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/passages/:passageId/comments", ({ actor, params }) =>
	threadsOfPassage(actor, params.documentId, params.passageId),
);
