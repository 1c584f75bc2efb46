import { addProjectWord, projectWords, removeProjectWord } from "#lib/server/project-words.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /projects/:projectId/words", ({ actor, params }) =>
	projectWords(actor, params.projectId),
);
export const POST = serve("POST /projects/:projectId/words", ({ actor, params, body }) =>
	addProjectWord(actor, params.projectId, body),
);
export const DELETE = serve("DELETE /projects/:projectId/words", ({ actor, params, body }) =>
	removeProjectWord(actor, params.projectId, body),
);
