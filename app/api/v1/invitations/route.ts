import { acceptInvitation } from "#lib/server/links.ts";
import { serve } from "#lib/server/serve.ts";

export const POST = serve("POST /invitations", ({ actor, body }) =>
	acceptInvitation(actor.userId, body.token),
);
