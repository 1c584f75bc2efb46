import { changeMember, removeMember } from "#lib/server/members.ts";
import { serve } from "#lib/server/serve.ts";

export const PATCH = serve("PATCH /projects/:projectId/members/:userId", ({ actor, params, body }) =>
	changeMember(actor, params.projectId, params.userId, body),
);

export const DELETE = serve("DELETE /projects/:projectId/members/:userId", ({ actor, params }) =>
	removeMember(actor, params.projectId, params.userId),
);
