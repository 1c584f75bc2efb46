import { projectMeasures, requestProjectMeasures } from "#lib/server/measures/project.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/measures", ({ actor, params, query }) =>
	projectMeasures(actor, params.projectId, query),
);

export const POST = serve("POST /projects/:projectId/measures", ({ actor, params, body }) =>
	requestProjectMeasures(actor, params.projectId, body),
);
