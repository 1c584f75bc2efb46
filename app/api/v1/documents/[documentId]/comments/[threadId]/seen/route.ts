import { markSeen } from "#lib/server/comments/mentions.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/comments/:threadId/seen", ({ actor, params }) =>
	markSeen(actor, params.documentId, params.threadId),
);
