import { exportDocument } from "#lib/server/delivery.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId/export/:format", async ({ actor, params, query }) => {
	const file = await exportDocument(actor, params.documentId, params.format, query);
	return new Response(file.bytes, {
		headers: {
			"content-type": file.mediaType,
			"content-disposition": file.disposition,
			"cache-control": "no-store",
		},
	});
});
