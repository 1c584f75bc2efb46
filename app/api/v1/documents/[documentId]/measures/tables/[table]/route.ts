import { documentTable, tableResponse } from "#lib/server/measures/csv.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve(
	"GET /documents/:documentId/measures/tables/:table",
	async ({ actor, params, query }) =>
		tableResponse(await documentTable(actor, params.documentId, params.table, query)),
);
