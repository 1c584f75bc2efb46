import { inviteMember, listMembers } from "#lib/server/members.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/members", ({ actor, params }) =>
	listMembers(actor, params.projectId),
);

export const POST = serve("POST /projects/:projectId/members", ({ actor, params, body }) =>
	inviteMember(actor, params.projectId, body),
);
