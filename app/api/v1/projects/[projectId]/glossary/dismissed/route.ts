import { dismissCandidate, offerAgain } from "#lib/server/glossary/candidates.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/glossary/dismissed", ({ actor, params, body }) =>
	dismissCandidate(actor, params.projectId, body),
);
export const DELETE = serve("DELETE /projects/:projectId/glossary/dismissed", ({ actor, params, body }) =>
	offerAgain(actor, params.projectId, body),
);
