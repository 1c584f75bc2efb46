import { changeTerm, deleteTerm } from "#lib/server/glossary/change.ts";
import { readTerm } from "#lib/server/glossary/list.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/terms/:termId", ({ actor, params }) =>
	readTerm(actor, params.projectId, params.termId),
);
export const PUT = serve("PUT /projects/:projectId/terms/:termId", ({ actor, params, body }) =>
	changeTerm(actor, params.projectId, params.termId, body),
);
export const DELETE = serve("DELETE /projects/:projectId/terms/:termId", ({ actor, params, body }) =>
	deleteTerm(actor, params.projectId, params.termId, body),
);
