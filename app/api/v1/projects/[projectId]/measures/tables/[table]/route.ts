import { projectTable, tableResponse } from "#lib/server/measures/csv.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve(
	"GET /projects/:projectId/measures/tables/:table",
	async ({ actor, params, query }) =>
		tableResponse(await projectTable(actor, params.projectId, params.table, query)),
);
