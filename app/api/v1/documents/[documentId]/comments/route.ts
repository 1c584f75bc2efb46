import { postComment } from "#lib/server/comments/post.ts";
import { listThreads } from "#lib/server/comments/read.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/comments", ({ actor, params, query }) =>
	listThreads(actor, params.documentId, query),
);
export const POST = serve("POST /documents/:documentId/comments", ({ actor, params, body }) =>
	postComment(actor, params.documentId, body),
);
