import { randomUUID } from "node:crypto";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import type { Actor } from "./access.ts";
import { db } from "./db.ts";
import { sessionSecret } from "./env.ts";
import { isSecure, sessionLimits } from "./site.ts";

/** What the encrypted cookie says; `iat` and `exp` are seconds. Everything else is looked up. */
const Claims = z.object({
	sub: z.string().regex(/^[0-9A-Za-z]{12,24}$/),
	sid: z.uuid(),
	version: z.int().min(0),
	start: z.int(),
	iat: z.int(),
	exp: z.int(),
});
type Claims = z.infer<typeof Claims>;

export interface Session {
	readonly actor: Actor;
	readonly email: string;
	readonly hasPassword: boolean;
	readonly claims: Claims;
}

const longestCookie = 4096;
const now = () => Math.floor(Date.now() / 1000);

/** `__Host-` binds the cookie to this host and to TLS; a browser refuses that name over plain HTTP. */
export function sessionCookieName(): string {
	return isSecure() ? "__Host-duizhao.session" : "duizhao.session";
}

export function sessionCookieOptions() {
	return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() } as const;
}

export function cookieOf(headers: Headers, name: string): string | null {
	for (const part of (headers.get("cookie") ?? "").split(";")) {
		const [key, ...value] = part.trim().split("=");
		if (key === name) return value.join("=");
	}
	return null;
}

/** A `Set-Cookie` value; without a value it takes the cookie away. */
export function setCookie(name: string, value: string, maxAge: number): string {
	const flags = ["Path=/", "HttpOnly", "SameSite=Lax", `Max-Age=${maxAge}`];
	return [`${name}=${value}`, ...flags, ...(isSecure() ? ["Secure"] : [])].join("; ");
}

async function claimsOf(headers: Headers): Promise<Claims | null> {
	const token = cookieOf(headers, sessionCookieName());
	if (token === null || token === "" || token.length > longestCookie) return null;
	const read = readBefore.get(token) ?? (await readToken(token));
	if (read === null || now() >= Math.min(read.exp, read.start + sessionLimits.absolute)) return null;
	remember(token, read);
	return read;
}

/** Deriving the key of one cookie takes longer than reading a passage, and a reviewer's every save brings the same. */
const readBefore = new Map<string, Claims>();
const mostRemembered = 1_000;

function remember(token: string, claims: Claims): void {
	if (readBefore.has(token)) return;
	const [oldest] = readBefore.keys();
	if (readBefore.size >= mostRemembered && oldest !== undefined) readBefore.delete(oldest);
	readBefore.set(token, claims);
}

/** Null for what is not a token of ours, or one that ran out. */
async function readToken(token: string): Promise<Claims | null> {
	try {
		const parsed = Claims.safeParse(await decode({ token, secret: sessionSecret() }));
		return parsed.success ? parsed.data : null;
	} catch {
		return null;
	}
}

/** The session of a request, or null. Asks the database each time, so that revoking takes effect at once. */
export async function readSession(headers: Headers): Promise<Session | null> {
	const claims = await claimsOf(headers);
	if (claims === null) return null;
	const [user] = await db().$queryRaw<
		{ name: string; email: string; administrator: boolean; hasPassword: boolean }[]
	>`
		SELECT "name", "email", "administrator", "passwordHash" IS NOT NULL AS "hasPassword" FROM "User"
		WHERE "id" = ${claims.sub} AND "tokenVersion" = ${claims.version} AND "disabledAt" IS NULL
			AND NOT EXISTS (SELECT 1 FROM "EndedSession" WHERE "id" = ${claims.sid})`;
	if (user === undefined) return null;
	return {
		actor: { userId: claims.sub, name: user.name, administrator: user.administrator },
		email: user.email,
		hasPassword: user.hasPassword,
		claims,
	};
}

/** The claims of a session that begins now. */
export function newClaims(userId: string, tokenVersion: number) {
	return { sub: userId, sid: randomUUID(), version: tokenVersion, start: now() };
}

/** The `Set-Cookie` value for a session: of a new one, or of a present one that goes on. */
export async function sessionCookie(claims: Omit<Claims, "iat" | "exp">): Promise<string> {
	const left = claims.start + sessionLimits.absolute - now();
	const maxAge = Math.max(1, Math.min(sessionLimits.idle, left));
	const { sub, sid, version, start } = claims;
	const token = await encode({ token: { sub, sid, version, start }, secret: sessionSecret(), maxAge });
	return setCookie(sessionCookieName(), token, maxAge);
}

/** A fresh cookie for a session in use whose present one is not quite new; null while it need not be renewed. */
export async function renewedCookie(session: Session): Promise<string | null> {
	if (now() < session.claims.iat + sessionLimits.renewAfter) return null;
	return sessionCookie(session.claims);
}

/** Ends this session on every web process and answers the `Set-Cookie` value that takes the cookie away. */
export async function endSession({ claims }: Session): Promise<string> {
	const expiresAt = new Date((claims.start + sessionLimits.absolute) * 1000);
	await db().endedSession.deleteMany({ where: { expiresAt: { lt: new Date() } } });
	await db().endedSession.createMany({ data: [{ id: claims.sid, expiresAt }], skipDuplicates: true });
	return setCookie(sessionCookieName(), "", 0);
}
