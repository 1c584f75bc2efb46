import { readFileSync } from "node:fs";
import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#lib/server/db.ts";
import { newId } from "#lib/server/new-id.ts";
import { hashPassword } from "#lib/server/password.ts";
import { createProject } from "#lib/server/projects.ts";
import { makePerson, openTestDatabase, type Person } from "#tests/server/caller.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const password = "a sentence for the desk";
const projectName = `Secret plans ${newId()}`;
let servers: TestServer[];
let person: Person;
let projectId: string;

beforeAll(async () => {
	const databaseUrl = await openTestDatabase();
	const env = { DUIZHAO_SESSION_SECRET: process.env["DUIZHAO_SESSION_SECRET"] ?? "" };
	servers = await Promise.all([startServer({ databaseUrl, env }), startServer({ databaseUrl, env })]);
	person = await makePerson("Mei", { passwordHash: await hashPassword(password) });
	const actor = { userId: person.id, name: person.name, administrator: false };
	projectId = (await createProject(actor, { name: projectName })).id;
});
afterAll(async () => {
	await Promise.all((servers ?? []).map((server) => server.stop()));
	await closeDatabase();
});

const server = (index = 0): TestServer => {
	const found = servers[index];
	if (found === undefined) throw new Error("no such server");
	return found;
};

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: string;
}

/** A request exactly as written: `fetch` would tidy the path up and refuse some headers. */
async function raw(
	path: string,
	{
		method = "GET",
		headers = {},
		body,
		index = 0,
	}: { method?: string; headers?: Record<string, string>; body?: string; index?: number } = {},
): Promise<Answer> {
	const { hostname, port, host } = new URL(server(index).url);
	return new Promise((resolve, reject) => {
		const sent = request({ hostname, port, path, method, headers: { host, ...headers } }, (response) => {
			let text = "";
			response.setEncoding("utf8").on("data", (part: string) => {
				text += part;
			});
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
			);
		});
		sent.on("error", reject);
		sent.end(body);
	});
}

const cookiesIn = ({ headers }: Answer) =>
	[headers["set-cookie"] ?? []].flat().map((cookie) => cookie.slice(0, cookie.indexOf(";")));

/** next-auth's form token with the cookie it belongs to. */
interface Form {
	readonly token: string;
	readonly cookie: string;
}

async function openForm(index = 0): Promise<Form> {
	const answer = await raw("/api/auth/csrf", { index });
	return { token: JSON.parse(answer.body).csrfToken, cookie: cookiesIn(answer).join("; ") };
}

interface SignInOptions {
	readonly headers?: Record<string, string>;
	readonly extra?: Record<string, unknown>;
	readonly index?: number;
	readonly form?: Form;
}

async function signIn(email: string, guess: string, options: SignInOptions = {}): Promise<Answer> {
	const { headers = {}, extra = {}, index = 0 } = options;
	const { token, cookie } = options.form ?? (await openForm(index));
	const { origin } = new URL(server(index).url);
	return raw("/api/auth/callback/password", {
		method: "POST",
		index,
		headers: { "content-type": "application/json", origin, cookie, ...headers },
		body: JSON.stringify({ csrfToken: token, email, password: guess, ...extra }),
	});
}

async function sessionCookie(): Promise<string> {
	const answer = await signIn(person.email, password);
	expect(answer.status).toBe(200);
	return cookiesIn(answer).find((cookie) => cookie.startsWith("duizhao.session=")) ?? "";
}

describe("pages show nothing to strangers, however they are asked", () => {
	const stateTree = ["", { children: ["__PAGE__", {}, null, null] }, null, null, true];
	const tricks: Record<string, string>[] = [
		{},
		{ rsc: "1" },
		{ rsc: "1", "next-router-prefetch": "1" },
		{ rsc: "1", "next-router-segment-prefetch": "/_tree" },
		{ rsc: "1", "next-router-state-tree": encodeURIComponent(JSON.stringify(stateTree)) },
		{ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
		{ "x-middleware-subrequest": "src/proxy:src/proxy:src/proxy:src/proxy:src/proxy" },
		{ "x-middleware-prefetch": "1" },
		{ "x-nextjs-data": "1" },
		{ purpose: "prefetch" },
		{ "x-forwarded-host": "127.0.0.1", "x-forwarded-for": "127.0.0.1" },
		{ "x-matched-path": "/", "x-invoke-path": "/", "x-invoke-status": "200" },
		{ accept: "text/x-component", "next-action": "0".repeat(40) },
		{ authorization: "Bearer x" },
		{ cookie: "duizhao.session=x; next-auth.session-token=x; __Secure-next-auth.session-token=x" },
	];
	const paths = () => {
		const project = `/projects/${projectId}`;
		return [
			"/",
			project,
			`${project}.rsc`,
			`${project}.segments/_tree.segment.rsc`,
			`${project}/`,
			`//projects/${projectId}`,
			`/%70rojects/${projectId}`,
			`/projects/./${projectId}`,
			`${project}/members`,
			`${project}/settings`,
			`${project}?_rsc=x`,
			`/_next/data/x${project}.json`,
			`/api/v1${project}`,
			`/api/v1/%70rojects/${projectId}`,
			`/api/v1/../v1${project}`,
		];
	};

	test("the owner sees the project's name there", async () => {
		const cookie = await sessionCookie();
		for (const path of [`/projects/${projectId}`, `/api/v1/projects/${projectId}`]) {
			expect((await raw(path, { headers: { cookie } })).body).toContain(projectName);
		}
	});

	test("nobody else does", async () => {
		for (const path of paths()) {
			for (const headers of tricks) {
				const { body } = await raw(path, { headers });
				expect.soft(body.includes(projectName), `${path} ${JSON.stringify(headers)}`).toBe(false);
			}
		}
	});

	test("another person does not either", async () => {
		const stranger = await makePerson("Stranger", { passwordHash: await hashPassword(password) });
		const answer = await signIn(stranger.email, password);
		const cookie = cookiesIn(answer).join("; ");
		for (const path of paths()) {
			for (const headers of tricks) {
				const { body } = await raw(path, { headers: { ...headers, cookie } });
				expect.soft(body.includes(projectName), `${path} ${JSON.stringify(headers)}`).toBe(false);
			}
		}
	});
});

describe("every page carries a policy with a nonce of its own", () => {
	test.each(["/", "/sign-in", "/link/x", "/account", "/projects/x", "/nowhere"])("%s", async (path) => {
		const nonces = new Set<string>();
		for (let round = 0; round < 2; round++) {
			const { headers } = await raw(path, { headers: { accept: "text/html", "x-nonce": "chosen" } });
			const policy = String(headers["content-security-policy"]);
			const [, nonce = ""] =
				/script-src 'nonce-([A-Za-z0-9+/=]{24,})' 'strict-dynamic'(?:;|$)/.exec(policy) ?? [];
			expect(nonce).not.toBe("");
			nonces.add(nonce);
			for (const part of [
				"object-src 'none'",
				"base-uri 'none'",
				"frame-ancestors 'none'",
				"form-action 'self'",
				"connect-src 'self'",
			]) {
				expect(policy).toContain(part);
			}
			expect(/script-src[^;]*unsafe|style-src [^;]*unsafe|https?:|\*/.exec(policy)).toBeNull();
		}
		expect(nonces.size).toBe(2);
	});
});

describe("signing in over the wire", () => {
	const leads = [
		"https://evil.example/",
		"//evil.example",
		"/\\evil.example",
		"javascript:alert(1)",
		"http://127.0.0.1@evil.example/",
		"/api/v1/session",
	];

	test("never leads to another site, whatever is asked for and whichever host is claimed", async () => {
		const passwordHash = await hashPassword(password);
		for (const next of leads) {
			const { email } = await makePerson("Someone", { passwordHash });
			const forged = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
			const answer = await signIn(email, password, { headers: forged, extra: { next } });
			expect.soft(answer.status, next).toBe(200);
			expect.soft(JSON.parse(answer.body), next).toEqual({ path: "/" });
			expect.soft(answer.headers.location, next).toBeUndefined();
			expect.soft(JSON.stringify(answer.headers), next).not.toContain("evil");
			for (const page of [
				`/sign-in?next=${encodeURIComponent(next)}`,
				`/api/auth/error?error=x&callbackUrl=${encodeURIComponent(next)}`,
				`/api/auth/signin?callbackUrl=${encodeURIComponent(next)}`,
			]) {
				const { headers } = await raw(page, { headers: forged });
				expect.soft(String(headers.location ?? ""), page).not.toMatch(/evil/);
			}
		}
	});

	test.each([
		["without the token of the form", { csrfToken: "x" }, {}, 403],
		["from another site", {}, { origin: "https://evil.example" }, 403],
		["with a field of its own", { callbackUrl: "/" }, {}, 400],
		["with an object for a password", { password: { not: null } }, {}, 400],
		["as a form", {}, { "content-type": "application/x-www-form-urlencoded" }, 415],
		["with too much", { next: `/${"x".repeat(20_000)}` }, {}, 413],
	] as const)("%s is refused", async (_, extra, headers, status) => {
		const answer = await signIn(person.email, password, { extra, headers });
		expect(answer.status).toBe(status);
		expect(cookiesIn(answer).join()).not.toContain("duizhao.session");
	});

	test.each([
		"session",
		"providers",
		"signin/password",
		"signout",
		"callback/password",
		"callback/github",
		"_log",
		"verify-request",
		"x",
	])("next-auth's own /api/auth/%s is not there to look at", async (action) => {
		expect((await raw(`/api/auth/${action}`)).status).toBe(404);
	});

	test("1,000 guesses from 50 claimed addresses over two servers: ten are evaluated, and the owner still gets in", async () => {
		const victim = await makePerson("Victim", { passwordHash: await hashPassword(password) });
		const known = await signIn(victim.email, password);
		const device = cookiesIn(known).find((cookie) => cookie.startsWith("duizhao.device=")) ?? "";
		const statuses: number[] = [];
		const guesser = async (start: number) => {
			const index = start % 2;
			const form = await openForm(index);
			for (let guess = start; guess < 1_000; guess += 20) {
				const headers = { "x-forwarded-for": `10.0.0.${guess % 50}` };
				const { status } = await signIn(victim.email, `guess ${guess}`, { headers, index, form });
				statuses.push(status);
			}
		};
		await Promise.all(Array.from({ length: 20 }, (_, start) => guesser(start)));
		expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
		expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(990);
		const form = await openForm();
		const own = { ...form, cookie: `${form.cookie}; ${device}` };
		expect((await signIn(victim.email, password, { form: own })).status).toBe(200);
	});

	test("signing out on one server ends the session on the other", async () => {
		const cookie = await sessionCookie();
		expect((await raw("/api/v1/session", { headers: { cookie }, index: 1 })).status).toBe(200);
		await raw("/api/v1/session", { method: "DELETE", headers: { cookie, origin: server().url } });
		expect((await raw("/api/v1/session", { headers: { cookie }, index: 1 })).status).toBe(401);
	});
});

describe("the page's scripts", () => {
	test.each([
		["br", "br"],
		["gzip", "gzip"],
		["identity", null],
	])("to a browser that takes %s they go as %j, to the byte", async (accepted, encoding) => {
		const page = await (await fetch(`${server().url}/sign-in`)).text();
		const [address = ""] = /\/_next\/static\/[\w./~-]+\.js/.exec(page) ?? [];
		const answer = await fetch(server().url + address, { headers: { "accept-encoding": accepted } });
		expect(answer.headers.get("content-encoding")).toBe(encoding);
		expect(answer.headers.get("content-type")).toMatch(/javascript/);
		expect(answer.headers.get("cache-control")).toMatch(/immutable/);
		expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
		expect(await answer.text()).toBe(readFileSync(address.replace("/_next/", ".next/"), "utf8"));
	});

	test("nothing else of the disk is reached by their address", async () => {
		for (const path of [
			"/_next/static/../BUILD_ID",
			"/_next/static/%2e%2e/BUILD_ID",
			"/_next/static/../../package.json",
		]) {
			const answer = await raw(path, { headers: { "accept-encoding": "br" } });
			expect(answer.status, path).toBeGreaterThanOrEqual(400);
		}
	});
});
