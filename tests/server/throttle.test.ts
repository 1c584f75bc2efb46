import { fork } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountOf } from "#lib/server/accounts.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { hashPassword } from "#lib/server/password.ts";
import { attemptLimits, countAttempt } from "#lib/server/throttle.ts";
import { makePerson, openTestDatabase, type Person } from "./caller.ts";

const password = "correct horse battery";
let url: string;
let passwordHash: string;

beforeAll(async () => {
	url = await openTestDatabase();
	passwordHash = await hashPassword(password);
});
afterAll(closeDatabase);

type Outcome = "in" | "wrong" | "throttled";

async function attempt(
	{ email }: Pick<Person, "email">,
	guess: string,
	device: string | null = null,
): Promise<Outcome> {
	try {
		return (await accountOf(email, guess, device)) === null ? "wrong" : "in";
	} catch (error) {
		expect(error).toMatchObject({ name: "AppError", code: "throttled" });
		return "throttled";
	}
}

const count = (outcomes: readonly Outcome[], wanted: Outcome) =>
	outcomes.filter((one) => one === wanted).length;

describe("signing in", () => {
	test("200 guesses at once are evaluated ten times; then even the right password waits", async () => {
		const person = await makePerson("Target", { passwordHash });
		const outcomes = await Promise.all(
			Array.from({ length: 200 }, (_, index) => attempt(person, `guess ${index}`)),
		);
		expect(count(outcomes, "wrong")).toBe(attemptLimits.account);
		expect(count(outcomes, "throttled")).toBe(190);
		expect(await attempt(person, password)).toBe("throttled");
	});

	test("two processes share one count", async () => {
		const subject = "two-processes@example.org";
		const program = new URL("./count-attempts.ts", import.meta.url);
		const environment = { ...process.env, DATABASE_URL: url };
		const outcomes = await Promise.all(
			[1, 2].map(async () => {
				const child = fork(program, [subject, "100"], { env: environment, execArgv: [], stdio: "inherit" });
				const [evaluated] = await once(child, "message");
				return Number(evaluated);
			}),
		);
		expect(outcomes.reduce((sum, evaluated) => sum + evaluated, 0)).toBe(attemptLimits.account);
	});

	test("guesses from elsewhere do not shut out the browser that its owner used before", async () => {
		const person = await makePerson("Victim", { passwordHash });
		for (let guess = 0; guess < 12; guess++) await attempt(person, `guess ${guess}`);
		expect(await attempt(person, password)).toBe("throttled");
		expect(await attempt(person, password, "the owner's own browser")).toBe("in");
	});

	test("however the address is written, it is one account", async () => {
		const { email } = await makePerson("Spelling", { passwordHash });
		const spellings = [
			email,
			email.toUpperCase(),
			` ${email} `,
			`${email.slice(0, 3).toUpperCase()}${email.slice(3)}`,
		];
		const outcomes: Outcome[] = [];
		for (let round = 0; round < 4; round++) {
			for (const spelling of spellings) outcomes.push(await attempt({ email: spelling }, "guess"));
		}
		expect(count(outcomes, "wrong")).toBe(attemptLimits.account);
	});

	test.each([
		"",
		"x",
		"\u0000",
		"a\u0000@example.org",
		"\ud800@example.org",
		"x".repeat(5_000),
		"' OR 1=1 --",
	])("%j is nobody's address", async (email) => {
		expect(await attempt({ email }, password)).toBe("wrong");
	});

	test("the count ends after 20 minutes at most", async () => {
		const subject = "later@example.org";
		for (let round = 0; round < attemptLimits.account; round++) await countAttempt("account", subject);
		await expect(countAttempt("account", subject)).rejects.toMatchObject({ code: "throttled" });
		await db().$executeRaw`UPDATE "SignInAttempt" SET "windowStart" = "windowStart" - interval '10 minutes'`;
		await expect(countAttempt("account", subject)).rejects.toMatchObject({ code: "throttled" });
		await db().$executeRaw`UPDATE "SignInAttempt" SET "windowStart" = "windowStart" - interval '10 minutes'`;
		await expect(countAttempt("account", subject)).resolves.toBeUndefined();
	});

	test("an unknown address, a wrong password, no password and a disabled account get one answer in one time", async () => {
		const people = {
			known: () => makePerson("Known", { passwordHash }),
			without: () => makePerson("Without"),
			disabled: () => makePerson("Disabled", { passwordHash, disabledAt: new Date() }),
			unknown: async () => ({ email: `nobody-${crypto.randomUUID()}@example.org` }),
		};
		const times: Record<string, number[]> = { known: [], without: [], disabled: [], unknown: [] };
		await accountOf("warm@example.org", "up", null);
		for (let round = 0; round < 40; round++) {
			for (const [kind, make] of Object.entries(people)) {
				const { email } = await make();
				const start = performance.now();
				expect(await accountOf(email, kind === "disabled" ? password : "guess", null)).toBeNull();
				times[kind]?.push(performance.now() - start);
			}
		}
		// The fastest of forty, because the machine does other things too. Without a hash to check, an answer
		// would take a tenth of the time.
		const fastest = (kind: string) => Math.min(...(times[kind] ?? []));
		for (const kind of Object.keys(people)) {
			expect.soft(fastest(kind) / fastest("known"), kind).toBeGreaterThan(0.5);
			expect.soft(fastest(kind) / fastest("known"), kind).toBeLessThan(2);
		}
	});
});
