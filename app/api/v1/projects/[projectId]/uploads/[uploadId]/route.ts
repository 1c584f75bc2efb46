import { contentDisposition, safeName } from "#lib/core/formats/file-name.ts";
import { serve } from "#lib/server/serve.ts";
import { deleteUpload, readUpload } from "#lib/server/uploads.ts";

export const GET = serve("GET /projects/:projectId/uploads/:uploadId", async ({ actor, params }) => {
	const file = await readUpload(actor, params.projectId, params.uploadId);
	return new Response(file.bytes, {
		headers: {
			"content-type": "application/octet-stream",
			"content-length": String(file.size),
			"content-disposition": contentDisposition(safeName(file.name)),
			"cache-control": "no-store",
		},
	});
});
export const DELETE = serve(
	"DELETE /projects/:projectId/uploads/:uploadId",
	async ({ actor, params }) => await deleteUpload(actor, params.projectId, params.uploadId),
);
