import { describe, expect, test, vi } from "vitest";
import { AppError, problemResponse, statuses } from "#lib/server/errors.ts";

async function problemFor(
	error: unknown,
): Promise<{ response: Response; body: Record<string, unknown>; logged: string[] }> {
	const logged: string[] = [];
	const write = vi.spyOn(process.stderr, "write").mockImplementation((line) => {
		logged.push(String(line));
		return true;
	});
	const response = problemResponse(error);
	write.mockRestore();
	return { response, body: await response.json(), logged };
}

describe("expected trouble", () => {
	test.each(Object.entries(statuses))("%s is answered %i", async (code, status) => {
		const { response, body } = await problemFor(
			new AppError(code as keyof typeof statuses, "refused", { a: 1 }),
		);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toBe("application/problem+json");
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(body).toMatchObject({ type: "about:blank", status, code, key: "refused", values: { a: 1 } });
	});

	test.each([
		[
			new AppError("invalid", "invalidBody", { field: "a.b", reason: "unknown" }),
			/a\.b is not a known field/,
		],
		[new AppError("throttled", "throttled", { minutes: 20 }), /20 minutes/],
		[new AppError("too-large", "tooLarge", { limit: 65_536 }), /65,536 bytes/],
		[new AppError("refused", "refusals.no-such-key"), /not possible/],
		[new AppError("invalid", "invalidBody"), /not possible|not valid/],
	])("%s has a sentence", async (error, sentence) => {
		expect((await problemFor(error)).body["title"]).toMatch(sentence);
	});

	test.each([
		["busy", "1"],
		["throttled", "1200"],
	] as const)("%s says when to come back", async (code, seconds) => {
		const { response } = await problemFor(new AppError(code, code, { minutes: 20 }));
		expect(response.headers.get("retry-after")).toBe(seconds);
	});
});

/** Errors as the driver, Prisma's adapter and Prisma itself throw them when the database is away or overloaded. */
const passing: [string, unknown][] = [
	["connection refused", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
	["no connection in time", new Error("timeout exceeded when trying to connect")],
	["terminated", new Error("Connection terminated unexpectedly")],
	["admin shutdown", Object.assign(new Error("x"), { code: "57P01", severity: "FATAL" })],
	["statement timeout", Object.assign(new Error("x"), { code: "57014", severity: "ERROR" })],
	["lock timeout", Object.assign(new Error("x"), { code: "55P03", severity: "ERROR" })],
	["disk full", Object.assign(new Error("x"), { code: "53100", severity: "ERROR" })],
	["too many connections", Object.assign(new Error("x"), { code: "53300", severity: "FATAL" })],
	["deadlock", Object.assign(new Error("x"), { code: "40P01", severity: "ERROR" })],
	["transaction not begun", Object.assign(new Error("x"), { code: "P2028" })],
	[
		"inside of an adapter's error",
		Object.assign(new Error("x"), {
			code: "P2010",
			meta: { driverAdapterError: { cause: { originalCode: "57014" } } },
		}),
	],
	["as a cause", new Error("x", { cause: Object.assign(new Error("y"), { code: "ECONNRESET" }) })],
];

describe("a database that is away or overloaded is 503", () => {
	test.each(passing)("%s", async (_, error) => {
		const { response, logged } = await problemFor(error);
		expect(response.status).toBe(503);
		expect(response.headers.get("retry-after")).toBe("1");
		expect(logged).toHaveLength(1);
	});
});

describe("unexpected trouble is 500, tells the client a number only, and is one line of the log", () => {
	const secret = "text that somebody typed\r\n\u001b[31m";
	test.each<[string, unknown]>([
		["an error", new Error(`unexpected ${"x".repeat(900)}`)],
		[
			"a unique violation",
			Object.assign(new Error(secret), { code: "23505", severity: "ERROR", detail: secret }),
		],
		[
			"Prisma's account of a query",
			Object.assign(new Error(secret), { name: "PrismaClientValidationError" }),
		],
		["a text", secret],
		["nothing", undefined],
		[
			"an error whose cause quotes a value",
			new Error("outer", { cause: Object.assign(new Error(secret), { severity: "ERROR" }) }),
		],
	])("%s", async (_, error) => {
		const { response, body, logged } = await problemFor(error);
		expect(response.status).toBe(500);
		const { id } = body["values"] as { id: string };
		expect(body).toMatchObject({ code: "internal", key: "internal", values: { id } });
		expect(JSON.stringify(body)).not.toMatch(/typed|unexpected x|PrismaClient|23505/);
		expect(logged).toHaveLength(1);
		expect(logged[0]?.trimEnd()).not.toMatch(/\p{Cc}/u);
		expect(logged[0]).not.toContain("somebody typed");
		expect(JSON.parse(logged[0] ?? "")).toMatchObject({ event: "unexpected-error", id });
	});
});
