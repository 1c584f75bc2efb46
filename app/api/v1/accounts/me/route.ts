import { renameSelf } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";

export const PATCH = serve("PATCH /accounts/me", ({ actor, body }) => renameSelf(actor, body.name));
