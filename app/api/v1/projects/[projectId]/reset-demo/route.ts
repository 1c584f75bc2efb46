import { resetDemo } from "#lib/server/demo.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/reset-demo", ({ actor, params }) =>
	resetDemo(actor, params.projectId),
);
