import { previewImport } from "#lib/server/import-document.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/preview", ({ actor, params, body }) =>
	previewImport(actor, params.projectId, body),
);
