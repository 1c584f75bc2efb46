import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { changeAccount, endSessionsOf } from "#lib/server/accounts.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { hashPassword } from "#lib/server/password.ts";
import { newClaims, sessionCookie } from "#lib/server/session.ts";
import { sessionLimits } from "#lib/server/site.ts";
import { callRoute, cookieOf, makePerson, openTestDatabase, type Person } from "./caller.ts";

let administrator: Person;

beforeAll(async () => {
	await openTestDatabase();
	administrator = await makePerson("Administrator", { administrator: true });
});
afterAll(closeDatabase);

const statusWith = async (cookie: string) => (await callRoute("GET /session", { cookie })).status;
const admin = () => ({ userId: administrator.id, name: administrator.name, administrator: true });

/** The session cookie that an answer sets. */
function cookieIn(response: Response): string {
	const [cookie = ""] = response.headers
		.getSetCookie()
		.filter((value) => value.startsWith("duizhao.session="));
	return cookie.slice(0, cookie.indexOf(";"));
}

describe("a session ends at once", () => {
	test.each<[string, (person: Person, cookie: string) => Promise<unknown>]>([
		["when its account is disabled", ({ id }) => changeAccount(admin(), id, { disabled: true })],
		["when an administrator ends it", ({ id }) => endSessionsOf(admin(), id)],
		["when the account is removed", ({ id }) => db().user.delete({ where: { id } })],
		["when its owner signs out", (_, cookie) => callRoute("DELETE /session", { cookie })],
		[
			"when its owner signs out everywhere",
			(_, cookie) => callRoute("DELETE /accounts/me/sessions", { cookie }),
		],
	])("%s", async (_, end) => {
		const person = await makePerson("Person");
		const cookie = await cookieOf(person);
		expect(await statusWith(cookie)).toBe(200);
		await end(person, cookie);
		expect(await statusWith(cookie)).toBe(401);
	});

	test("and comes back for nobody when the account is enabled again", async () => {
		const person = await makePerson("Person");
		const cookie = await cookieOf(person);
		await changeAccount(admin(), person.id, { disabled: true });
		await changeAccount(admin(), person.id, { disabled: false });
		expect(await statusWith(cookie)).toBe(401);
	});
});

test("signing out here leaves the sessions elsewhere", async () => {
	const person = await makePerson("Person");
	const [here, elsewhere] = [await cookieOf(person), await cookieOf(person)];
	const answer = await callRoute("DELETE /session", { cookie: here });
	expect(answer.headers.getSetCookie().join()).toMatch(/^duizhao\.session=;.*Max-Age=0/);
	expect([await statusWith(here), await statusWith(elsewhere)]).toEqual([401, 200]);
});

describe("a new password", () => {
	const secret = "a sentence nobody guesses";
	const put = (cookie: string, body: unknown) => callRoute("PUT /accounts/me/password", { cookie, body });

	test("ends every other session and keeps the present one", async () => {
		const person = await makePerson("Person");
		const [here, elsewhere] = [await cookieOf(person), await cookieOf(person)];
		const answer = await put(here, { password: secret });
		expect(answer.status).toBe(204);
		expect([await statusWith(here), await statusWith(elsewhere)]).toEqual([401, 401]);
		expect(await statusWith(cookieIn(answer))).toBe(200);
	});

	test("needs the present one, and guesses at it are counted", async () => {
		const person = await makePerson("Person", { passwordHash: await hashPassword(secret) });
		const cookie = await cookieOf(person);
		const statuses: number[] = [];
		for (let guess = 0; guess < 10; guess++) {
			statuses.push((await put(cookie, { current: `guess ${guess}`, password: "another sentence" })).status);
		}
		expect(statuses).toEqual(Array(10).fill(400));
		expect((await put(cookie, { current: secret, password: "another sentence" })).status).toBe(429);
		expect((await put(cookie, { password: "another sentence" })).status).toBe(429);
	});

	test.each([
		["seven77", "passwordTooShort"],
		["password", "passwordTooCommon"],
		["PassWord123", "passwordTooCommon"],
		["ｐａｓｓｗｏｒｄ", "passwordTooCommon"],
		["aaaaaaaaaaaaaaaa", "passwordTooCommon"],
		["x".repeat(257), "passwordTooLong"],
	])("%j is refused: %s", async (password, key) => {
		const answer = await put(await cookieOf(await makePerson("Person")), { password });
		expect(answer.status).toBe(400);
		expect(await answer.json()).toMatchObject({ key, values: { field: "password" } });
	});

	test.each([
		"ein Satz mit Umlauten äöü",
		"八个字的密码足够",
		"0123456789abcdef".repeat(4),
		"  spaces around  ",
	])("%j is accepted as it is", async (password) => {
		const person = await makePerson("Person");
		expect((await put(await cookieOf(person), { password })).status).toBe(204);
		const again = { current: password, password: "another sentence" };
		expect((await put(await cookieOf(person), again)).status).toBe(204);
	});
});

describe("a session's time", () => {
	const now = Math.floor(Date.now() / 1000);
	const cookieFrom = async (start: number) => {
		const person = await makePerson("Person");
		const cookie = await sessionCookie({ ...newClaims(person.id, 0), start });
		return cookie.slice(0, cookie.indexOf(";"));
	};

	test.each([
		["just before the absolute limit", now - sessionLimits.absolute + 60, 200],
		["just after it", now - sessionLimits.absolute - 1, 401],
	])("%s: %#", async (_, start, status) => {
		expect(await statusWith(await cookieFrom(start))).toBe(status);
	});

	test("a cookie that was read before runs out all the same", async () => {
		const cookie = await cookieFrom(now);
		expect(await statusWith(cookie)).toBe(200);
		vi.useFakeTimers({ toFake: ["Date"], now: (now + sessionLimits.idle + 60) * 1_000 });
		try {
			expect(await statusWith(cookie)).toBe(401);
		} finally {
			vi.useRealTimers();
		}
	});

	test("a cookie's own age is the idle limit, cut at the absolute one", async () => {
		const { id } = await makePerson("Person");
		const maxAge = async (start: number) => {
			const cookie = await sessionCookie({ ...newClaims(id, 0), start });
			return Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);
		};
		expect(await maxAge(now)).toBe(sessionLimits.idle);
		expect(await maxAge(now - sessionLimits.absolute + 100)).toBeLessThanOrEqual(100);
	});
});
