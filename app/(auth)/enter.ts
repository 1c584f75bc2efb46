import { Problem, unexpectedKey } from "../_ui/api.ts";

/** Speaks to next-auth's routes, which want the token of their own cookie with every post. */
async function post(action: string, fields: Record<string, unknown>): Promise<Record<string, unknown>> {
	const token = await answerOf(fetch("/api/auth/csrf"));
	return answerOf(
		fetch(`/api/auth/${action}`, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ csrfToken: token["csrfToken"], ...fields }),
		}),
	);
}

async function answerOf(request: Promise<Response>): Promise<Record<string, unknown>> {
	const response = await request.catch(() => {
		throw new Problem(0, "offline");
	});
	const body: unknown = await response.json().catch(() => ({}));
	const document = typeof body === "object" && body !== null ? { ...body } : {};
	if (response.ok) return document;
	const key = "key" in document && typeof document.key === "string" ? document.key : unexpectedKey;
	throw new Problem(response.status, key, document);
}

type Fields = { email: string; password: string } | { token: string };

/** Signs in and answers the path to go to. Throws `Problem`. */
export async function enter(kind: "password" | "link", fields: Fields, next: string | null): Promise<string> {
	const { path } = await post(`callback/${kind}`, { ...fields, ...(next === null ? {} : { next }) });
	return typeof path === "string" ? path : "/";
}

/** Answers the provider's address to go to, to sign in there and come back. Throws `Problem`. */
export async function enterByProvider(next: string | null): Promise<string> {
	const { url } = await post("signin/oidc", next === null ? {} : { next });
	if (typeof url !== "string") throw new Problem(0, unexpectedKey);
	return url;
}

/** A whole new page: nothing of the person before stays in memory. */
export function go(address: string): void {
	window.location.assign(address);
}
