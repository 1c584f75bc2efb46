import { performOperation } from "#lib/server/operations.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/operations", ({ actor, params, body }) =>
	performOperation(actor, params.documentId, body),
);
