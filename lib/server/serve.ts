import type { z } from "zod";
import type { Actor } from "./access.ts";
import { AppError, problemResponse } from "./errors.ts";
import { logEvent } from "./log.ts";
import { readJson, readQuery, requireFile } from "./request-body.ts";
import { type RouteDescription, statusOf } from "./route-description.ts";
import { type RouteId, routes } from "./routes.ts";
import { requireSameOrigin } from "./same-origin.ts";
import { readSession, renewedCookie, type Session } from "./session.ts";

type Described<Id extends RouteId> = (typeof routes)[Id];
type NamesIn<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
	? Name | NamesIn<Rest>
	: Path extends `${string}:${infer Name}`
		? Name
		: never;
type Output<Description, Field extends string> =
	Description extends Record<Field, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

/** What a route's handler gets: everything checked, the actor first. */
export interface Call<Id extends RouteId> {
	readonly actor: Described<Id>["access"] extends "public" ? Actor | null : Actor;
	readonly session: Described<Id>["access"] extends "public" ? Session | null : Session;
	readonly params: Readonly<Record<NamesIn<Id>, string>>;
	readonly body: Output<Described<Id>, "body">;
	readonly query: Output<Described<Id>, "query">;
	readonly request: Request;
}

/** Next resolves `params` to undefined for a route without any. */
interface Context {
	readonly params: Promise<Record<string, string> | undefined>;
}

type Handler = (request: Request, context: Context) => Promise<Response>;

const defaultLimit = 64 * 1024; // bytes of a JSON body
const id = /^[0-9A-Za-z_-]{1,64}$/;

/**
 * A route handler for one line of the registry. The session, the origin of a change, the address, the
 * query and the body are checked in this order before `answer` is called; what it returns is sent as
 * JSON, a `Response` as it is; what it throws becomes a problem document.
 */
export function serve<Id extends RouteId>(
	route: Id,
	answer: (call: Call<Id>) => Promise<Response | object> | Promise<void>,
): Handler {
	const description: RouteDescription = routes[route];
	return async (request, context) => {
		let session: Session | null = null;
		try {
			session = await readSession(request.headers);
			if (session === null && description.access !== "public") {
				throw new AppError("unauthenticated", "unauthenticated");
			}
			if (!route.startsWith("GET ")) requireSameOrigin(request.headers);
			const call = await checkedCall<Id>(description, session, request, (await context.params) ?? {});
			const response = toResponse(await answer(call), statusOf(description));
			return finish(response, session === null ? null : await renewedCookie(session));
		} catch (error) {
			if (error instanceof AppError && error.code === "forbidden") {
				logEvent("forbidden", { route, userId: session?.actor.userId ?? null, reason: error.key });
			}
			return finish(problemResponse(error), null);
		}
	};
}

async function checkedCall<Id extends RouteId>(
	description: RouteDescription,
	session: Session | null,
	request: Request,
	params: Record<string, string>,
): Promise<Call<Id>> {
	if (!Object.values(params).every((value) => id.test(value))) throw new AppError("not-found", "notFound");
	const { query, body, file, limit = defaultLimit } = description;
	if (file) requireFile(request.headers);
	const call = {
		actor: session?.actor ?? null,
		session,
		params,
		query: query === undefined ? undefined : readQuery(new URL(request.url), query),
		body: body === undefined ? undefined : await readJson(request, body, limit),
		request,
	};
	// The registry's line and these values agree by construction; TypeScript cannot follow the lookup.
	return call as unknown as Call<Id>;
}

function toResponse(answer: unknown, status: number): Response {
	if (answer instanceof Response) return answer;
	return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer, { status });
}

function finish(response: Response, cookie: string | null): Response {
	const { headers } = response;
	if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
	headers.set("x-content-type-options", "nosniff");
	if (!headers.has("content-security-policy")) {
		headers.set("content-security-policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
	}
	// A handler that sets the session's cookie itself (signing out, a new password) has the last word.
	if (cookie !== null && !headers.has("set-cookie")) headers.append("set-cookie", cookie);
	return response;
}
