import { readProjectFindings } from "#lib/server/project-findings.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/findings", ({ actor, params, query }) =>
	readProjectFindings(actor, params.projectId, query),
);
