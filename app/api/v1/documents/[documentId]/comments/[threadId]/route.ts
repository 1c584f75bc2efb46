import { readThread } from "#lib/server/comments/read.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/comments/:threadId", ({ actor, params }) =>
	readThread(actor, params.documentId, params.threadId),
);
