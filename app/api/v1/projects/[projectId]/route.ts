import { deleteProject, readProject, renameProject } from "#lib/server/projects.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId", ({ actor, params }) =>
	readProject(actor, params.projectId),
);

export const PATCH = serve("PATCH /projects/:projectId", ({ actor, params, body }) =>
	renameProject(actor, params.projectId, body),
);

export const DELETE = serve("DELETE /projects/:projectId", ({ actor, params }) =>
	deleteProject(actor, params.projectId),
);
