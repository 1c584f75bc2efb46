import { decideSuggestion } from "#lib/server/comments/suggestions.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/suggestions/:threadId", ({ actor, params, body }) =>
	decideSuggestion(actor, params.documentId, params.threadId, body),
);
