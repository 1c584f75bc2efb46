import { listMentions } from "#lib/server/comments/mentions.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /me/mentions", ({ actor }) => listMentions(actor));
