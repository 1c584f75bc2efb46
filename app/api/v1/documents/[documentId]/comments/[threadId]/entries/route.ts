import { postEntry } from "#lib/server/comments/post.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve(
	"POST /documents/:documentId/comments/:threadId/entries",
	({ actor, params, body }) => postEntry(actor, params.documentId, params.threadId, body),
);
