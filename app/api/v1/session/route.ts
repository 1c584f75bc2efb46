import { serve } from "#lib/server/serve.ts";
import { endSession } from "#lib/server/session.ts";

export const GET = serve("GET /session", async ({ actor, session }) => ({
	user: {
		id: actor.userId,
		name: actor.name,
		email: session.email,
		administrator: actor.administrator,
		hasPassword: session.hasPassword,
	},
}));

export const DELETE = serve("DELETE /session", async ({ session }) => {
	const headers = { "set-cookie": await endSession(session) };
	return new Response(null, { status: 204, headers });
});
