import { serve } from "#lib/server/serve.ts";
import { storeUpload } from "#lib/server/uploads.ts";

export const POST = serve("POST /projects/:projectId/uploads", async ({ actor, params, query, request }) => {
	const length = request.headers.get("content-length");
	return await storeUpload(actor, params.projectId, query, {
		bytes: request.body,
		announced: length === null ? null : Number(length),
	});
});
