import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { closeDatabase, db } from "#lib/server/db.ts";
import { makePerson, openTestDatabase } from "#tests/server/caller.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";
import { type Provider, startProvider } from "./provider.ts";

let provider: Provider;
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	provider = await startProvider();
	const env = {
		OIDC_ISSUER: provider.issuer,
		OIDC_CLIENT_ID: "duizhao",
		OIDC_CLIENT_SECRET: "secret",
		OIDC_NAME: "Press account",
	};
	server = await startServer({ databaseUrl: await openTestDatabase(), env });
	browser = await launchBrowser();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await provider?.close();
	await closeDatabase();
});

beforeEach(async () => {
	await context?.close();
	context = await browser.newContext();
	page = await context.newPage();
});

const hasSession = async () => (await context.cookies()).some(({ name }) => name === "duizhao.session");

async function throughTheProvider(next: string): Promise<void> {
	await page.goto(`${server.url}/sign-in?next=${encodeURIComponent(next)}`);
	await page.waitForLoadState("networkidle");
	await page.getByRole("button", { name: "Continue with Press account" }).click();
	await page.waitForURL((url) => url.origin === server.url && url.searchParams.get("next") === null);
}

test("the holder of an account comes in, to the page wanted", async () => {
	const person = await makePerson("Mei");
	provider.profile = { email: person.email.toUpperCase(), email_verified: true, name: "Another name" };
	await throughTheProvider("/account");
	expect(page.url()).toBe(`${server.url}/account`);
	expect(await page.textContent("main")).toContain(person.email);
	expect(await db().user.findUnique({ where: { id: person.id }, select: { name: true } })).toEqual({
		name: "Mei",
	});
});

test("wherever else one asks to go, it is a page of this site", async () => {
	const person = await makePerson("Mei");
	provider.profile = { email: person.email, email_verified: true };
	await throughTheProvider("https://evil.example/");
	expect(page.url()).toBe(`${server.url}/`);
});

test.each([
	[
		"an address that is not verified",
		{ email_verified: false },
		"did not say that your e-mail address is verified",
	],
	["nobody's address", { email: "nobody@example.org", email_verified: true }, "There is no account here"],
])("%s does not come in, and is told why; no account is made", async (_, profile, sentence) => {
	const person = await makePerson("Mei");
	const before = await db().user.count();
	provider.profile = { email: person.email, ...profile };
	await throughTheProvider("/account");
	await page.getByRole("alert").filter({ hasText: sentence }).waitFor();
	expect(await hasSession()).toBe(false);
	expect(await db().user.count()).toBe(before);
});

test("a code that this browser did not ask for is worth nothing", async () => {
	const person = await makePerson("Mei");
	provider.profile = { email: person.email, email_verified: true };
	const before = provider.exchanges;
	await page.goto(`${server.url}/api/auth/callback/oidc?code=stolen&state=forged`);
	expect(new URL(page.url()).pathname).toBe("/sign-in");
	await page.getByRole("alert").filter({ hasText: "Signing in did not work" }).waitFor();
	expect(await hasSession()).toBe(false);
	expect(provider.exchanges).toBe(before);
});
