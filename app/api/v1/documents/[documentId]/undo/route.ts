import { undo } from "#lib/server/operations.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/undo", ({ actor, params, body }) =>
	undo(actor, params.documentId, body.key),
);
