import { changeCheckSettings, readCheckSettings } from "#lib/server/check-settings.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/checking", ({ actor, params }) =>
	readCheckSettings(actor, params.projectId),
);
export const PUT = serve("PUT /projects/:projectId/checking", ({ actor, params, body }) =>
	changeCheckSettings(actor, params.projectId, body),
);
