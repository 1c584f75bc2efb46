import { db } from "#lib/server/db.ts";
import { serve } from "#lib/server/serve.ts";

export const GET = serve("GET /health", async () => {
	await db().$queryRaw`SELECT 1`;
	return { status: "ok" };
});
