import { endSessionsOf } from "#lib/server/accounts.ts";
import { serve } from "#lib/server/serve.ts";
import { endSession } from "#lib/server/session.ts";

export const DELETE = serve("DELETE /accounts/me/sessions", async ({ actor, session }) => {
	await endSessionsOf(actor, actor.userId);
	const headers = { "set-cookie": await endSession(session) };
	return new Response(null, { status: 204, headers });
});
