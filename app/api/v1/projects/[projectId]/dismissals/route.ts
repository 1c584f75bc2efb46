import { dismissFindings } from "#lib/server/dismissals.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/dismissals", ({ actor, params, body }) =>
	dismissFindings(actor, params.projectId, body),
);
