import { createTerm } from "#lib/server/glossary/change.ts";
import { termsResponse } from "#lib/server/glossary/terms-response.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/terms", ({ actor, params, request }) =>
	termsResponse(actor, params.projectId, request.headers),
);
export const POST = serve("POST /projects/:projectId/terms", ({ actor, params, body }) =>
	createTerm(actor, params.projectId, body),
);
