import { deleteDocument } from "#lib/server/documents.ts";
import { documentHead } from "#lib/server/passages.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /documents/:documentId", ({ actor, params }) =>
	documentHead(actor, params.documentId),
);
export const DELETE = serve("DELETE /documents/:documentId", ({ actor, params }) =>
	deleteDocument(actor, params.documentId),
);
