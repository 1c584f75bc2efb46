import { wordingShares } from "#lib/server/blame-shares.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/blame/shares", ({ actor, params }) =>
	wordingShares(actor, params.documentId),
);
