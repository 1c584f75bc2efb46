import { takeBackDismissals } from "#lib/server/dismissals.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/dismissals/taken-back", ({ actor, params, body }) =>
	takeBackDismissals(actor, params.projectId, body),
);
