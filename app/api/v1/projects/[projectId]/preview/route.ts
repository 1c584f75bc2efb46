import { previewImport } from "#lib/server/documents.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/preview", ({ actor, params, body }) =>
	previewImport(actor, params.projectId, body),
);
