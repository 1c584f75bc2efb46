import { serve } from "#lib/server/serve.ts";
import { projectTimeline } from "#lib/server/timeline.ts";

export const GET = serve("GET /projects/:projectId/timeline", ({ actor, params, query }) =>
	projectTimeline(actor, params.projectId, query),
);
