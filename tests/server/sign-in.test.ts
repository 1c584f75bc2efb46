import type { Account, Profile } from "next-auth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase, db } from "#lib/server/db.ts";
import { deviceCookie, knownDevice } from "#lib/server/device.ts";
import { type Attempt, attempts, authOptions } from "#lib/server/sign-in.ts";
import { makePerson, openTestDatabase, type Person } from "./caller.ts";

let person: Person;

beforeAll(async () => {
	await openTestDatabase();
	person = await makePerson("Mei");
});
afterAll(closeDatabase);

const provider: Account = { provider: "oidc", type: "oauth", providerAccountId: "subject" };

/** What next-auth asks before it lets somebody in who comes from a provider. */
async function admitted(profile: Record<string, unknown>): Promise<unknown> {
	const user = { id: "subject" };
	return authOptions().callbacks?.signIn?.({ user, account: provider, profile: profile as Profile });
}

describe("a provider lets in only the holder of an account made here", () => {
	test.each<[string, () => Record<string, unknown>, unknown]>([
		["verified address", () => ({ email: person.email, email_verified: true }), true],
		["in capitals", () => ({ email: person.email.toUpperCase(), email_verified: true }), true],
		["not verified", () => ({ email: person.email, email_verified: false }), "/sign-in?error=unverified"],
		["nothing said about it", () => ({ email: person.email }), "/sign-in?error=unverified"],
		[
			"verified as a text",
			() => ({ email: person.email, email_verified: "true" }),
			"/sign-in?error=unverified",
		],
		["verified as a number", () => ({ email: person.email, email_verified: 1 }), "/sign-in?error=unverified"],
		["no address", () => ({ email_verified: true }), "/sign-in?error=unverified"],
		[
			"a list of addresses",
			() => ({ email: [person.email], email_verified: true }),
			"/sign-in?error=unverified",
		],
		[
			"nobody's address",
			() => ({ email: "who@example.org", email_verified: true }),
			"/sign-in?error=unknown",
		],
		[
			"a full-width @",
			() => ({ email: person.email.replace("@", "＠"), email_verified: true }),
			"/sign-in?error=unknown",
		],
		[
			"the name of the account, not its address",
			() => ({ email: "x@example.org", name: person.name, sub: person.id, email_verified: true }),
			"/sign-in?error=unknown",
		],
	])("%s", async (_, profile, answer) => {
		expect(await admitted(profile())).toBe(answer);
	});

	test("not of a disabled one", async () => {
		const { email } = await makePerson("Gone", { disabledAt: new Date() });
		expect(await admitted({ email, email_verified: true })).toBe("/sign-in?error=unknown");
	});

	test("and the session is that account's", async () => {
		await db().user.update({ where: { id: person.id }, data: { tokenVersion: 3 } });
		const profile = { email: person.email, email_verified: true } as Profile;
		const token = await authOptions().callbacks?.jwt?.({
			token: { sub: "subject", email: "x@example.org", administrator: true },
			user: { id: "subject" },
			account: provider,
			profile,
		});
		expect(token).toMatchObject({ sub: person.id, version: 3 });
		expect(Object.keys(token ?? {}).toSorted()).toEqual(["sid", "start", "sub", "version"]);
	});
});

test("accounts are never joined because a provider says so, and no session outlives its limits", () => {
	const { providers, session, callbacks } = authOptions();
	expect(session).toMatchObject({ strategy: "jwt" });
	expect(callbacks?.session).toBeUndefined();
	expect(providers.map(({ id }) => id)).toEqual(["password", "link"]);
	expect(JSON.stringify(providers)).not.toContain('"allowDangerousEmailAccountLinking":true');
});

describe("next-auth sends people only to places in this site", () => {
	const baseUrl = "http://127.0.0.1:3000";
	test.each([
		["/projects/x", "/projects/x"],
		[`${baseUrl}/projects/x`, "/projects/x"],
		["https://evil.example/", "/"],
		["//evil.example", "/"],
		["/\\evil.example", "/"],
		[`${baseUrl}.evil.example/`, "/"],
		[`${baseUrl}@evil.example/`, "/"],
		[`${baseUrl}//evil.example/`, "/"],
		["javascript:alert(1)", "/"],
		["", "/"],
	])("%j → %j", async (url, path) => {
		expect(await authOptions().callbacks?.redirect?.({ url, baseUrl })).toBe(`${baseUrl}${path}`);
	});
});

describe("credentials", () => {
	type Credentials = { authorize: (input: unknown, request: unknown) => Promise<unknown> };
	const authorize = async (index: number, input: unknown) => {
		const attempt: Attempt = { headers: new Headers() };
		const provider = authOptions().providers[index] as unknown as Credentials;
		return { user: await attempts.run(attempt, () => provider.authorize(input, {})), attempt };
	};

	test.each([
		{},
		null,
		[],
		"x",
		{ email: { not: null }, password: "x" },
		{ email: ["x"], password: {} },
		{ email: "" },
	])("%j is nobody's password", async (input) => {
		const { user, attempt } = await authorize(0, input);
		expect(user).toBeNull();
		expect(attempt.account).toBeUndefined();
		expect(attempt.error).toBeDefined();
	});

	test.each([{}, { token: { not: null } }, { token: [] }, { token: "" }, { token: null }])(
		"%j is no link",
		async (input) => {
			const { user, attempt } = await authorize(1, input);
			expect(user).toBeNull();
			expect(attempt.account).toBeUndefined();
		},
	);

	test("outside of an attempt nobody is let in", async () => {
		const provider = authOptions().providers[0] as unknown as Credentials;
		expect(await provider.authorize({ email: person.email, password: "x" }, {})).toBeNull();
	});
});

describe("a browser that is known", () => {
	const headers = (cookie: string) => new Headers({ cookie: cookie.slice(0, cookie.indexOf(";")) });

	test("is known to the address that signed in from it, to no other, and is no session", async () => {
		const cookie = await deviceCookie(person.email);
		expect(await knownDevice(headers(cookie), person.email)).toEqual(expect.any(String));
		expect(await knownDevice(headers(cookie), "other@example.org")).toBeNull();
		const value = cookie.slice(cookie.indexOf("=") + 1, cookie.indexOf(";"));
		const { readSession } = await import("#lib/server/session.ts");
		expect(await readSession(new Headers({ cookie: `duizhao.session=${value}` }))).toBeNull();
	});

	test.each(["", "x", "%E0", "a".repeat(3_000)])("%j is not", async (value) => {
		expect(await knownDevice(new Headers({ cookie: `duizhao.device=${value}` }), person.email)).toBeNull();
	});
});
