import type { Actor } from "../access.ts";
import { allTerms } from "./list.ts";

/** All terms under an entity tag that is the glossary's number, so that a browser is sent them once for each. */
export async function termsResponse(actor: Actor, projectId: string, asked: Headers): Promise<Response> {
	const known = /^(?:W\/)?"(\d{1,9})"$/.exec(asked.get("if-none-match") ?? "")?.[1];
	const answer = await allTerms(actor, projectId, known === undefined ? null : Number(known));
	const headers = { etag: `"${answer?.version ?? known}"`, "cache-control": "private, no-cache" };
	return answer === null ? new Response(null, { status: 304, headers }) : Response.json(answer, { headers });
}
