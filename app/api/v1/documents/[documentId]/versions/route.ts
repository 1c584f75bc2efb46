import { serve } from "#lib/server/serve.ts";
import { namedVersions } from "#lib/server/versions.ts";

export const GET = serve("GET /documents/:documentId/versions", ({ actor, params }) =>
	namedVersions(actor, params.documentId),
);
