import { replaceTexts } from "#lib/server/replace.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/replace", ({ actor, params, body }) =>
	replaceTexts(actor, params.documentId, body),
);
