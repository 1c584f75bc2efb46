import { revisionsBefore, revisionsSince } from "#lib/server/revisions.ts";
import { serve } from "#lib/server/serve.ts";

const usualLimit = 200;

export const GET = serve("GET /documents/:documentId/revisions", ({ actor, params, query }) =>
	query.since === undefined
		? revisionsBefore(actor, params.documentId, query.before ?? null, query.limit ?? usualLimit)
		: revisionsSince(actor, params.documentId, query.since, query.limit ?? usualLimit),
);
