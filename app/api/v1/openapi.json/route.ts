import { openApi } from "#lib/server/openapi.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /openapi.json", async () => openApi());
