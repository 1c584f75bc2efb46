import { changePassword } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";
import { sessionCookie } from "#lib/server/session.ts";

export const PUT = serve("PUT /accounts/me/password", async ({ actor, session, body }) => {
	const version = await changePassword(actor, body);
	const headers = { "set-cookie": await sessionCookie({ ...session.claims, version }) };
	return new Response(null, { status: 204, headers });
});
