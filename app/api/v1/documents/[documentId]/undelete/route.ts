import { undeleteDocument } from "#lib/server/documents.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /documents/:documentId/undelete", ({ actor, params }) =>
	undeleteDocument(actor, params.documentId),
);
