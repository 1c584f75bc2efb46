import { createProject, listProjects } from "#lib/server/projects.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects", ({ actor }) => listProjects(actor));
export const POST = serve("POST /projects", ({ actor, body }) => createProject(actor, body));
