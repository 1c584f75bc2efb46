import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ZodType, z } from "zod";
import { closeDatabase, db } from "#lib/server/db.ts";
import type { RouteDescription } from "#lib/server/route-description.ts";
import { type RouteId, routes } from "#lib/server/routes.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase, type Person } from "./caller.ts";
import { makePlace, type Place, samples } from "./route-samples.ts";

const ids = Object.keys(routes).filter((id): id is RouteId => Object.hasOwn(routes, id));
const description = (id: RouteId): RouteDescription => routes[id];
const changing = ids.filter((id) => !id.startsWith("GET "));
const withBody = ids.filter((id) => description(id).body !== undefined);

let person: Person;
let other: Person;
let place: Place;

beforeAll(async () => {
	await openTestDatabase();
	person = await makePerson("Person", { administrator: true });
	other = await makePerson("Other");
	place = await makePlace(person, "owner", other);
});
afterAll(closeDatabase);

/** Everything that a request could have changed, as one text. */
async function fingerprint(): Promise<string> {
	const [users, projects, members, links, documents, revisions, segments, sessions] = await Promise.all([
		db().user.findMany({ orderBy: { id: "asc" } }),
		db().project.findMany({ orderBy: { id: "asc" } }),
		db().membership.findMany({ orderBy: [{ projectId: "asc" }, { userId: "asc" }] }),
		db().signInLink.findMany({ orderBy: { tokenHash: "asc" } }),
		db().document.findMany({ orderBy: { id: "asc" } }),
		db().revision.findMany({ orderBy: [{ documentId: "asc" }, { number: "asc" }] }),
		db().segment.findMany({ orderBy: [{ documentId: "asc" }, { id: "asc" }] }),
		db().endedSession.findMany({ orderBy: { id: "asc" } }),
	]);
	const everything = { users, projects, members, links, documents, revisions, segments, sessions };
	return JSON.stringify(everything, (_key, value: unknown) =>
		typeof value === "bigint" ? `${value}` : value,
	);
}

const foreign = "https://evil.example";
const own = "http://127.0.0.1:3000";

describe("a change that does not come from this site's pages changes nothing", () => {
	const headers: [string, Record<string, string | null>][] = [
		["no Origin, no Sec-Fetch-Site", { origin: null, "sec-fetch-site": null }],
		["foreign Origin", { origin: foreign, "sec-fetch-site": null }],
		["Origin: null", { origin: "null", "sec-fetch-site": null }],
		["empty Origin", { origin: "", "sec-fetch-site": null }],
		["Origin that begins like ours", { origin: `${own}.evil.example`, "sec-fetch-site": null }],
		["another port of this host", { origin: "http://127.0.0.1:4000", "sec-fetch-site": null }],
		["https instead of http", { origin: "https://127.0.0.1:3000", "sec-fetch-site": null }],
		["two origins", { origin: `${own}, ${foreign}`, "sec-fetch-site": null }],
		["cross-site", { origin: null, "sec-fetch-site": "cross-site" }],
		["same-site", { origin: null, "sec-fetch-site": "same-site" }],
		["none", { origin: null, "sec-fetch-site": "none" }],
		["cross-site with our Origin", { origin: own, "sec-fetch-site": "cross-site" }],
		["same-origin with a foreign Origin", { origin: foreign, "sec-fetch-site": "same-origin" }],
		["foreign Origin and Host alike", { origin: foreign, host: "evil.example", "sec-fetch-site": null }],
		[
			"foreign Origin with forwarded headers that match it",
			{
				origin: foreign,
				"sec-fetch-site": null,
				"x-forwarded-host": "evil.example",
				"x-forwarded-proto": "https",
				forwarded: "host=evil.example;proto=https",
			},
		],
	];

	test.each(headers)("%s", async (_, sent) => {
		const before = await fingerprint();
		const cookie = await cookieOf(person);
		for (const id of changing) {
			const response = await callRoute(id, { ...samples[id](place), cookie, headers: sent });
			expect.soft(response.status, id).toBe(403);
			expect.soft(await response.json()).toMatchObject({ key: "crossOrigin" });
		}
		expect(await fingerprint()).toBe(before);
	});

	test.each([
		["Origin alone", { "sec-fetch-site": null }],
		["Sec-Fetch-Site alone", { origin: null }],
		["both", {}],
		["this machine by its other name", { origin: "http://localhost:3000", host: "localhost:3000" }],
	])("%s of ours is enough", async (_, headers) => {
		const cookie = await cookieOf(person);
		const response = await callRoute("PATCH /accounts/me", { cookie, headers, body: { name: "Person" } });
		expect(response.status).toBe(204);
	});
});

describe("a body that is not what the route says is refused with 400, 413 or 415", () => {
	test.each(withBody)("%s: content type", async (id) => {
		const cookie = await cookieOf(person);
		for (const type of [
			null,
			"text/plain",
			"application/x-www-form-urlencoded",
			"multipart/form-data",
			"application/jsonx",
		]) {
			const response = await callRoute(id, {
				...samples[id](place),
				cookie,
				headers: { "content-type": type },
			});
			expect.soft(response.status, `${type}`).toBe(415);
		}
	});

	test.each(withBody)("%s: too large, announced and not", async (id) => {
		const limit = description(id).limit ?? 64 * 1024;
		if (limit > 2 * 1024 * 1024) return; // the long ones are the import's own tests
		const cookie = await cookieOf(person);
		const response = await callRoute(id, { ...samples[id](place), cookie, raw: " ".repeat(limit + 1) });
		expect(response.status).toBe(413);
	});

	test.each([
		["", "invalidJson"],
		["{", "invalidJson"],
		['{"name": "\xff"', "invalidJson"],
		["[".repeat(50_000), "invalidJson"],
		["[]", "invalidBody"],
		["null", "invalidBody"],
		['"name"', "invalidBody"],
		['{"name": "x", "__proto__": {"administrator": true}}', "invalidBody"],
		['{"name": "x", "\\u005f_proto__": {"administrator": true}}', "invalidBody"],
		['{"name": "x", "constructor": {"prototype": {"administrator": true}}}', "invalidBody"],
		['{"name": "\\u0000"}', "invalidBody"],
		['{"name": "\\ud800"}', "invalidBody"],
		['{"name": "a\\nb"}', "invalidBody"],
		['{"name": "   "}', "invalidBody"],
	])("%j", async (raw, key) => {
		const before = await fingerprint();
		const response = await callRoute("POST /projects", { cookie: await cookieOf(person), raw });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ key });
		expect(await fingerprint()).toBe(before);
	});

	test("bytes that are not UTF-8", async () => {
		const raw = new Uint8Array([...new TextEncoder().encode('{"name": "'), 0xff, 0xfe, 0x22, 0x7d]);
		const response = await callRoute("POST /projects", { cookie: await cookieOf(person), raw });
		expect(await response.json()).toMatchObject({ status: 400, key: "invalidJson" });
	});
});

/** Values that mean something to a query builder where a scalar belongs. */
const injected: readonly unknown[] = [
	{ not: null },
	{ startsWith: "" },
	{ contains: "a" },
	[],
	[""],
	{ set: "x" },
	{ increment: 1 },
	{},
];

/** Every path to a scalar of a body, with the body rewritten there. */
function replaced(value: unknown, by: unknown): { path: string; body: unknown }[] {
	if (Array.isArray(value)) {
		return value.flatMap((item, index) =>
			replaced(item, by).map(({ path, body }) => ({
				path: `${index}${path}`,
				body: value.with(index, body),
			})),
		);
	}
	if (typeof value === "object" && value !== null) {
		return Object.entries(value).flatMap(([name, item]) =>
			replaced(item, by).map(({ path, body }) => ({
				path: `.${name}${path}`,
				body: { ...value, [name]: body },
			})),
		);
	}
	return [{ path: "", body: by }];
}

const extras = {
	role: "owner",
	administrator: true,
	projectId: "x",
	authorId: "x",
	id: "x",
	userId: "x",
	actorId: "x",
	passwordHash: "x",
	tokenVersion: 0,
	extra: 1,
};

describe("what the schemas keep out", () => {
	test.each(withBody)("%s: an object or a list in place of any scalar is 400", async (id) => {
		const before = await fingerprint();
		const cookie = await cookieOf(person);
		const { body, ...sample } = samples[id](place);
		for (const value of injected) {
			for (const { path, body: spoiled } of replaced(body, value)) {
				const response = await callRoute(id, { ...sample, cookie, body: spoiled });
				expect.soft(response.status, `${path} = ${JSON.stringify(value)}`).toBe(400);
			}
		}
		expect(await fingerprint()).toBe(before);
	});

	test.each(withBody)("%s: a field that is not in the description is 400 and named", async (id) => {
		const before = await fingerprint();
		const cookie = await cookieOf(person);
		const { body, ...sample } = samples[id](place);
		for (const [name, value] of Object.entries(extras)) {
			if (typeof body !== "object" || body === null || name in body || knows(description(id).body, name))
				continue;
			const response = await callRoute(id, { ...sample, cookie, body: { ...body, [name]: value } });
			expect.soft(response.status, name).toBe(400);
			expect.soft(await response.json()).toMatchObject({ values: { field: name, reason: "unknown" } });
		}
		expect(await fingerprint()).toBe(before);
	});

	test.each(ids.filter((id) => description(id).query !== undefined))(
		"%s: a query it does not know is 400",
		async (id) => {
			const cookie = await cookieOf(person);
			for (const query of [{ unknown: "1" }, { "limit[gt]": "1" }, { __proto__x: "1" }]) {
				const response = await callRoute(id, { ...samples[id](place), cookie, query });
				expect.soft(response.status, JSON.stringify(query)).toBe(400);
			}
		},
	);
});

describe("text that Postgres cannot hold", () => {
	test.each(ids.filter((id) => description(id).query !== undefined))(
		"%s: is 4xx in every parameter",
		async (id) => {
			const cookie = await cookieOf(person);
			const { properties = {} } = z.toJSONSchema(description(id).query ?? z.never(), { io: "input" });
			for (const name of Object.keys(properties)) {
				for (const value of [
					"\u0000",
					"a\u0000b",
					"\ud800",
					"",
					"x".repeat(5_000),
					"-1",
					"1e9",
					"99999999999",
				]) {
					const response = await callRoute(id, { ...samples[id](place), cookie, query: { [name]: value } });
					expect.soft(response.status, `${name} = ${JSON.stringify(value).slice(0, 30)}`).toBeLessThan(500);
				}
			}
		},
	);

	test.each(withBody)("%s: is 4xx in every field", async (id) => {
		const before = await fingerprint();
		const cookie = await cookieOf(person);
		const { body, ...sample } = samples[id](place);
		for (const value of ["\u0000", "a\u0000b", "\ud800"]) {
			for (const { path, body: spoiled } of replaced(body, value)) {
				const { status } = await callRoute(id, { ...sample, cookie, body: spoiled });
				expect
					.soft(status >= 400 && status < 500, `${path} = ${JSON.stringify(value)}: ${status}`)
					.toBe(true);
			}
		}
		expect(await fingerprint()).toBe(before);
	});
});

function knows(schema: ZodType | undefined, name: string): boolean {
	if (schema === undefined) return false;
	const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
	return name in properties;
}

describe("a cookie that is not ours is nobody's", () => {
	const token = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0";
	const seeds = [
		"",
		"x",
		"..",
		"....",
		`${token}....`,
		`${token}..AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`,
		"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
		"%",
		"%E0%A4%A",
		"null",
		"undefined",
		"[object Object]",
		"{}",
		"=====",
		'"quoted"',
		"a".repeat(4_000),
		"a".repeat(100_000),
		"\u00ff\u00fe",
		"../../../etc/passwd",
		"' OR 1=1 --",
	];

	test("1,000 of them get 401, none a 500", async () => {
		const good = (await cookieOf(person)).slice("duizhao.session=".length);
		const spoiled = Array.from({ length: 1_000 - seeds.length }, (_, index) => {
			const at = (index * 7919) % good.length;
			const letter = good.charAt(at) === "A" ? "B" : "A";
			return index % 3 === 0
				? good.slice(0, at)
				: `${good.slice(0, at)}${letter}${good.slice(at + (index % 2))}`;
		});
		const wrong: string[] = [];
		for (const value of [...seeds, ...spoiled]) {
			const { status } = await callRoute("GET /session", { cookie: `duizhao.session=${value}` });
			// The last letter of base64 has bits that mean nothing: such a cookie is the good one.
			if (status !== 401 && !(status === 200 && value.slice(0, -1) === good.slice(0, -1)))
				wrong.push(`${status} ${value.slice(0, 60)}`);
		}
		expect(wrong).toEqual([]);
	});

	test.each(["Bearer x", "Bearer", "Bearer %E0%A4%A", "Basic YTpi", "Bearer \u00ff", ""])(
		"Authorization: %j",
		async (authorization) => {
			const response = await callRoute("GET /session", { headers: { authorization } });
			expect(response.status).toBe(401);
		},
	);

	test("a session of another installation, with another secret", async () => {
		const { encode } = await import("next-auth/jwt");
		const claims = {
			sub: person.id,
			sid: crypto.randomUUID(),
			version: 0,
			start: Math.floor(Date.now() / 1000),
		};
		const value = await encode({ token: claims, secret: "another secret of another installation" });
		expect((await callRoute("GET /session", { cookie: `duizhao.session=${value}` })).status).toBe(401);
	});
});

describe("an address that cannot be an id is not found", () => {
	test.each(["../x", "a b", "%00", "\u0000", "x".repeat(65), "a'b", "", "对"])("%j", async (projectId) => {
		const cookie = await cookieOf(person);
		const response = await callRoute("GET /projects/:projectId", { cookie, params: { projectId } });
		expect(response.status).toBe(404);
	});
});

test("every answer is kept out of caches and frames", async () => {
	const cookie = await cookieOf(person);
	for (const id of ["GET /session", "GET /projects", "GET /accounts", "GET /projects/:projectId"] as const) {
		for (const response of [await callRoute(id, { ...samples[id](place), cookie }), await callRoute(id)]) {
			expect.soft(response.headers.get("cache-control"), id).toBe("no-store");
			expect.soft(response.headers.get("x-content-type-options"), id).toBe("nosniff");
			expect.soft(response.headers.get("content-security-policy"), id).toContain("frame-ancestors 'none'");
		}
	}
});
