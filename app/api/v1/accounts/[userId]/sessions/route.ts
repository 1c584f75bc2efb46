import { endSessionsOf } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";

export const DELETE = serve("DELETE /accounts/:userId/sessions", ({ actor, params }) =>
	endSessionsOf(actor, params.userId),
);
