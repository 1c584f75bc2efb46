import { addStarter } from "#lib/server/glossary/starter.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/glossary/starter", ({ actor, params }) =>
	addStarter(actor, params.projectId),
);
