import { requestCandidates } from "#lib/server/glossary/candidates.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/glossary/candidates", ({ actor, params }) =>
	requestCandidates(actor, params.projectId),
);
