import { lookUp } from "#lib/server/dictionary.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /dictionary", ({ query }) => lookUp(query.text));
