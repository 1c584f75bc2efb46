import { revert } from "#lib/server/revert.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve(
	"POST /documents/:documentId/revisions/:number/revert",
	async ({ actor, params, body }) => await revert(actor, params.documentId, Number(params.number), body.key),
);
