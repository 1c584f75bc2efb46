import { withdrawInvitation } from "#lib/server/members.ts";
import { serve } from "#lib/server/serve.ts";

export const DELETE = serve("DELETE /projects/:projectId/invitations", ({ actor, params, body }) =>
	withdrawInvitation(actor, params.projectId, body.email),
);
