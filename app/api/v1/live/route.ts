import { followDocuments } from "#lib/server/live/stream.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /live", ({ session, query }) => followDocuments(session, query.documents));
