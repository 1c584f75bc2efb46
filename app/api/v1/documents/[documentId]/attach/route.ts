import { attachSide, previewAttach } from "#lib/server/attach-side.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/attach", ({ actor, params, body }) =>
	body.preview ? previewAttach(actor, params.documentId, body) : attachSide(actor, params.documentId, body),
);
