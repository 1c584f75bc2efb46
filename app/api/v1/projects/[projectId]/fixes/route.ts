import { fixFindings } from "#lib/server/fix-findings.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/fixes", ({ actor, params, body }) =>
	fixFindings(actor, params.projectId, body),
);
