import { changeAccount } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";

export const PATCH = serve("PATCH /accounts/:userId", ({ actor, params, body }) =>
	changeAccount(actor, params.userId, body),
);
