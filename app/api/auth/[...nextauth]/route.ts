import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { deviceCookie } from "#lib/server/device.ts";
import { AppError, problemOf, problemResponse } from "#lib/server/errors.ts";
import { landingPath } from "#lib/server/landing.ts";
import { logEvent } from "#lib/server/log.ts";
import { safePath } from "#lib/server/next-path.ts";
import { readJson } from "#lib/server/request-body.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";
import { type Attempt, attempts, authOptions, credentialBodies } from "#lib/server/sign-in.ts";
import { publicUrl } from "#lib/server/site.ts";

interface Context {
	readonly params: Promise<{ nextauth: string[] }>;
}

const bodyLimit = 8 * 1024; // bytes
const Start = z.strictObject({ csrfToken: z.string().max(200), next: z.string().max(2_000).optional() });

/** next-auth takes its own address from the environment, and from forwarded headers where that is unset. */
async function nextAuth(request: NextRequest, context: Context): Promise<Response> {
	process.env["NEXTAUTH_URL"] = publicUrl().origin;
	const response: Response = await NextAuth(authOptions())(request, context);
	response.headers.set("cache-control", "no-store");
	return response;
}

/** Of next-auth's own pages and answers only those that signing in needs are there. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
	const action = (await context.params).nextauth.join("/");
	if (!["csrf", "error", "signin", "callback/oidc"].includes(action)) {
		return problemResponse(new AppError("not-found", "notFound"));
	}
	return nextAuth(request, context);
}

export async function POST(request: NextRequest, context: Context): Promise<Response> {
	try {
		requireSameOrigin(request.headers);
		const action = (await context.params).nextauth.join("/");
		if (action === "callback/password" || action === "callback/link") {
			const body = await readJson(
				request,
				credentialBodies[action === "callback/link" ? "link" : "password"],
				bodyLimit,
			);
			return await signIn(request, context, body);
		}
		if (action !== "signin/oidc") throw new AppError("not-found", "notFound");
		const { csrfToken, next } = await readJson(request, Start, bodyLimit);
		return await nextAuth(withBody(request, { csrfToken, callbackUrl: safePath(next) ?? "/" }), context);
	} catch (error) {
		return problemResponse(error);
	}
}

/** Answers `{path}`, where to go now, and sets the session's cookie; or says why not. */
async function signIn(
	request: NextRequest,
	context: Context,
	body: { next?: string | undefined; csrfToken: string },
): Promise<Response> {
	const attempt: Attempt = { headers: request.headers };
	const { next, ...credentials } = body;
	const response = await attempts.run(attempt, () => nextAuth(withBody(request, credentials), context));
	if (attempt.error !== undefined) {
		logEvent("sign-in-refused", { reason: problemOf(attempt.error).key });
		throw attempt.error;
	}
	if (attempt.account === undefined)
		throw new AppError("forbidden", "crossOrigin", { address: publicUrl().origin });
	logEvent("sign-in", { userId: attempt.account.id });
	const headers = new Headers({ "cache-control": "no-store" });
	for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
	headers.append("set-cookie", await deviceCookie(attempt.account.email));
	const path = safePath(next) ?? attempt.account.path ?? (await landingPath(attempt.account.id));
	return Response.json({ path }, { headers });
}

function withBody(request: NextRequest, body: Record<string, unknown>): NextRequest {
	return new NextRequest(request.url, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ ...body, json: "true" }),
	});
}
