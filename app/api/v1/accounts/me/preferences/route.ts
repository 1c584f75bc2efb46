import { changePreferences, readPreferences } from "#lib/server/preferences.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /accounts/me/preferences", ({ actor }) => readPreferences(actor));

export const PATCH = serve("PATCH /accounts/me/preferences", ({ actor, body }) =>
	changePreferences(actor, body),
);
