import { accountLink } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /accounts/:userId/link", ({ actor, params }) =>
	accountLink(actor, params.userId),
);
