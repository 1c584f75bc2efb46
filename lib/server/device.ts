import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { sessionSecret } from "./env.ts";
import { cookieOf, setCookie } from "./session.ts";
import { isSecure } from "./site.ts";

const lifetime = 365 * 24 * 60 * 60; // seconds
const salt = "device";

function cookieName(): string {
	return isSecure() ? "__Host-duizhao.device" : "duizhao.device";
}

/** Marks a browser as one from which this address signed in; it lets nobody in by itself. */
export async function deviceCookie(email: string): Promise<string> {
	const token = { email, device: randomUUID() };
	return setCookie(
		cookieName(),
		await encode({ token, secret: sessionSecret(), maxAge: lifetime, salt }),
		lifetime,
	);
}

/** The browser's own name if this address signed in from it before, else null. */
export async function knownDevice(headers: Headers, email: string): Promise<string | null> {
	const token = cookieOf(headers, cookieName());
	if (token === null || token.length > 2_000) return null;
	try {
		const claims = await decode({ token, secret: sessionSecret(), salt });
		return claims?.email === email && typeof claims["device"] === "string" ? claims["device"] : null;
	} catch {
		return null;
	}
}
