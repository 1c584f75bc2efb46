import { importGlossary } from "#lib/server/glossary/import.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/glossary/import", ({ actor, params, query, request }) =>
	importGlossary(actor, params.projectId, query, request),
);
