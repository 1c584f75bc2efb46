import { exportGlossary } from "#lib/server/glossary/export.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/glossary/export/:format", ({ actor, params }) =>
	exportGlossary(actor, params.projectId, params.format),
);
