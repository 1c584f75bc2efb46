import { redo } from "#lib/server/operations.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/redo", ({ actor, params, body }) =>
	redo(actor, params.documentId, body.key),
);
