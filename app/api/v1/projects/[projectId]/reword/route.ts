import { rewordTexts } from "#lib/server/glossary/reword.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /projects/:projectId/reword", ({ actor, params, body }) =>
	rewordTexts(actor, params.projectId, body),
);
