import { AsyncLocalStorage } from "node:async_hooks";
import type { AuthOptions, User } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { accountByEmail, accountOf } from "./accounts.ts";
import { knownDevice } from "./device.ts";
import { normalizeEmail } from "./email.ts";
import { env, sessionSecret } from "./env.ts";
import { AppError } from "./errors.ts";
import { redeemLink } from "./links.ts";
import { describeError, logEvent } from "./log.ts";
import type { SignedInAccount } from "./new-account.ts";
import { safePath } from "./next-path.ts";
import { newClaims, sessionCookieName, sessionCookieOptions } from "./session.ts";
import { isSecure, sessionLimits } from "./site.ts";
import { countAttempt } from "./throttle.ts";

const csrfToken = z.string().max(200);
const next = z.string().max(2_000).optional();

/** What each way in is given; all other fields are refused before next-auth sees the request. */
export const credentialBodies = {
	password: z.strictObject({
		csrfToken,
		next,
		email: z.string().min(1).max(300),
		password: z.string().min(1).max(1_000),
	}),
	link: z.strictObject({ csrfToken, next, token: z.string().min(1).max(200) }),
};

/** What came of one attempt, beside next-auth's own answer, which cannot say why. */
export interface Attempt {
	readonly headers: Headers;
	account?: SignedInAccount & { readonly path?: string | null };
	error?: unknown;
}

/** Holds the attempt while next-auth calls back. */
export const attempts = new AsyncLocalStorage<Attempt>();

async function attempted(
	check: (attempt: Attempt) => Promise<NonNullable<Attempt["account"]>>,
): Promise<User | null> {
	const attempt = attempts.getStore();
	if (attempt === undefined) return null;
	try {
		attempt.account = await check(attempt);
		return { id: attempt.account.id };
	} catch (error) {
		attempt.error = error;
		return null;
	}
}

async function byPassword(input: unknown, { headers }: Attempt): Promise<SignedInAccount> {
	const { email, password } = credentialBodies.password.pick({ email: true, password: true }).parse(input);
	const device = await knownDevice(headers, normalizeEmail(email) ?? "");
	if (device === null) await countAttempt("address", addressOf(headers));
	const account = await accountOf(email, password, device);
	if (account === null) throw new AppError("unauthenticated", "wrongCredentials");
	return account;
}

async function byLink(input: unknown): Promise<NonNullable<Attempt["account"]>> {
	return redeemLink(credentialBodies.link.pick({ token: true }).parse(input).token);
}

/**
 * The nearest address that spoke to this server or its balancer. Where no balancer overwrites the header
 * a client can write anything here; this count only slows down guessing across many accounts, the count
 * per account is the one that holds.
 */
function addressOf(headers: Headers): string {
	return (headers.get("x-forwarded-for") ?? "").split(",").at(-1)?.trim() || "unknown";
}

const credentials = (id: "password" | "link", authorize: (input: unknown) => Promise<User | null>) =>
	({ id, name: id, type: "credentials", credentials: {}, authorize }) as const;

function providers(): AuthOptions["providers"] {
	const own = [
		credentials("password", (input) => attempted((attempt) => byPassword(fieldsOf(input), attempt))),
		credentials("link", (input) => attempted(() => byLink(fieldsOf(input)))),
	];
	const oidc = oidcProvider();
	return oidc === null ? own : [...own, oidc];
}

/** next-auth adds fields of its own to the body, which the strict schemas would refuse. */
function fieldsOf(input: unknown): Record<string, unknown> {
	if (typeof input !== "object" || input === null) return {};
	const names = ["email", "password", "token"];
	return Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));
}

interface OidcProfile {
	readonly sub: string;
	readonly name?: string;
	readonly email?: string;
	readonly email_verified?: unknown;
}

function oidcProvider(): OAuthConfig<OidcProfile> | null {
	const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
	if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
	return {
		id: "oidc",
		name: OIDC_NAME,
		type: "oauth",
		issuer: OIDC_ISSUER,
		wellKnown: `${OIDC_ISSUER.replace(/\/+$/, "")}/.well-known/openid-configuration`,
		clientId: OIDC_CLIENT_ID,
		clientSecret: OIDC_CLIENT_SECRET,
		authorization: { params: { scope: "openid email profile" } },
		idToken: true,
		checks: ["pkce", "state", "nonce"],
		allowDangerousEmailAccountLinking: false,
		profile: (profile) => ({ id: profile.sub, name: profile.name ?? null, email: profile.email ?? null }),
	};
}

/** The provider's name for the button, or null where none is configured. */
export function oidcName(): string | null {
	return oidcProvider() === null ? null : env().OIDC_NAME;
}

/**
 * A provider lets in only the holder of an account that somebody made here, known by an address that the
 * provider says it has verified.
 */
async function accountOfProfile(profile: unknown): Promise<SignedInAccount | "unverified" | "unknown"> {
	const known = z.object({ email: z.string(), email_verified: z.literal(true) }).safeParse(profile);
	if (!known.success) return "unverified";
	return (await accountByEmail(known.data.email)) ?? "unknown";
}

/** Everything next-auth needs to know; made anew for each request because next-auth writes into it. */
export function authOptions(): AuthOptions {
	return {
		secret: sessionSecret(),
		providers: providers(),
		session: { strategy: "jwt", maxAge: sessionLimits.idle },
		useSecureCookies: isSecure(),
		cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
		pages: { signIn: "/sign-in", error: "/sign-in" },
		callbacks: {
			async signIn({ account, profile }) {
				if (account?.type !== "oauth") return attempts.getStore()?.account !== undefined;
				const found = await accountOfProfile(profile);
				return typeof found === "string" ? `/sign-in?error=${found}` : true;
			},
			async jwt({ token, account, profile }) {
				if (account === null) return token;
				const found =
					account.type === "oauth" ? await accountOfProfile(profile) : attempts.getStore()?.account;
				if (found === undefined || typeof found === "string") throw new Error("signed in without an account");
				return newClaims(found.id, found.tokenVersion);
			},
			redirect({ url, baseUrl }) {
				const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
				return `${baseUrl}${safePath(path) ?? "/"}`;
			},
		},
		logger: {
			error: (code, details) => {
				const error = details instanceof Error ? details : details["error"];
				logEvent("sign-in-error", { code, error: describeError(error) });
			},
			warn: () => undefined,
			debug: () => undefined,
		},
	};
}
