import { api, Problem } from "#app/_ui/api.ts";
import type { Desk } from "../store/desk.ts";

/** A session that ended is the header's matter: this page holds text and must not be left for the sign-in page. */
export async function readBeside<Answer>(path: string, signal: AbortSignal, desk: Desk): Promise<Answer> {
	try {
		return await api<Answer>(path, { signal });
	} catch (error) {
		if (!(error instanceof Problem) || error.status !== 401) throw error;
		desk.data.queue.interrupt("signed-out");
		throw new TypeError("the session ended: what happened here is not known", { cause: error });
	}
}
