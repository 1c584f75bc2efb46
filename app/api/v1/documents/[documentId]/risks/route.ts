import { readRisks } from "#lib/server/risks.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/risks", ({ actor, params }) =>
	readRisks(actor, params.documentId),
);
