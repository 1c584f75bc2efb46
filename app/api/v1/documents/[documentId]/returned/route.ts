import { keepReturned } from "#lib/server/returned-file.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve(
	"POST /documents/:documentId/returned",
	async ({ actor, params, query, request }) => {
		const length = request.headers.get("content-length");
		return await keepReturned(actor, params.documentId, query, {
			bytes: request.body,
			announced: length === null ? null : Number(length),
		});
	},
);
