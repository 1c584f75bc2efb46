import { notePresence } from "#lib/server/presence.ts";
import { serve } from "#lib/server/serve.ts";

export const PUT = serve("PUT /documents/:documentId/presence", ({ actor, params, body }) =>
	notePresence(actor, params.documentId, body),
);
