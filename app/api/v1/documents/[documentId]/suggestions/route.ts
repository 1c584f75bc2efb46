import { postSuggestion } from "#lib/server/comments/suggestions.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/suggestions", ({ actor, params, body }) =>
	postSuggestion(actor, params.documentId, body),
);
