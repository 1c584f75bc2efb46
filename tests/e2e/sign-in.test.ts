import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "#lib/server/db.ts";
import { firstAdministratorLink, signInLink } from "#lib/server/links.ts";
import { makePerson, openTestDatabase } from "#tests/server/caller.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const password = "a sentence for the desk";
let server: TestServer;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
	server = await startServer({ databaseUrl: await openTestDatabase() });
	browser = await launchBrowser();
	context = await browser.newContext();
	page = await context.newPage();
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
	await closeDatabase();
});

const focused = () =>
	page.evaluate(() => {
		const element = document.activeElement;
		return element instanceof HTMLInputElement ? element.name : (element?.textContent ?? "");
	});
const at = (path: string) => `${server.url}${path}`;
const cookieNames = async () => (await context.cookies()).map(({ name }) => name);

/** Goes on when the page reacts to keys. */
async function open(path: string): Promise<void> {
	await page.goto(at(path));
	await page.waitForLoadState("networkidle");
}

describe("from the first link to a password, by keys alone", () => {
	let link: string;

	test("looking at the link, twice, does not use it up; Continue signs in", async () => {
		link = (await firstAdministratorLink()) ?? "";
		await open(link);
		await open(link);
		expect(await page.textContent("main")).toContain("admin@localhost");
		expect(await focused()).toBe("Continue");
		await page.keyboard.press("Enter");
		await page.waitForURL(at("/"));
		const session = (await context.cookies()).find(({ name }) => name === "duizhao.session");
		expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
	});

	test("the used link says so and offers a way on", async () => {
		await open(link);
		expect(await page.textContent("h1")).toBe("This link does not work any more");
	});

	test("a password is set; a bad one is named at its field", async () => {
		await open("/account");
		expect(await focused()).toBe("password");
		await page.keyboard.type("short");
		await page.keyboard.press("Enter");
		await page.getByText("at least 8 characters.").waitFor();
		expect(await focused()).toBe("password");
		expect(await page.getAttribute("input[name=password]", "aria-invalid")).toBe("true");
		await page.fill("input[name=password]", password);
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: "Change password" }).waitFor();
	});

	test("signing out everywhere leads to the sign-in page and takes the session away", async () => {
		await page.getByRole("button", { name: "Sign out everywhere" }).click();
		await page.waitForURL(at("/sign-in"));
		expect(await cookieNames()).not.toContain("duizhao.session");
	});

	test("empty fields and wrong passwords are told, and the right one leads where one wanted to go", async () => {
		await open("/account");
		expect(page.url()).toBe(at(`/sign-in?next=${encodeURIComponent("/account")}`));
		expect(await focused()).toBe("email");
		await page.keyboard.press("Enter");
		await page.getByText("Enter your e-mail address.").waitFor();
		await page.keyboard.type("Admin@Localhost");
		await page.keyboard.press("Tab");
		await page.keyboard.type("not the password");
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "do not belong together" }).waitFor();
		expect(await focused()).toBe("password");
		await page.fill("input[name=password]", password);
		await page.keyboard.press("Enter");
		await page.waitForURL(at("/account"));
	});
});

test("who is quicker than the page signs in all the same", async () => {
	const context = await browser.newContext();
	const early = await context.newPage();
	const { promise, resolve } = Promise.withResolvers<void>();
	await early.route("**/_next/static/**/*.js", async (route) => {
		await promise;
		await route.continue();
	});
	await early.goto(at("/sign-in?next=%2Faccount"), { waitUntil: "commit" });
	await early.fill("input[name=email]", "admin@localhost");
	await early.fill("input[name=password]", password);
	await early.keyboard.press("Enter");
	resolve();
	await early.waitForURL(at("/account"));
	await context.close();
});

describe("looking after accounts", () => {
	test("an account is made, comes in by its link, is disabled, and is out at once", async () => {
		await open("/administration");
		await page.getByRole("button", { name: "New account" }).click();
		await page.keyboard.type("Kate@Example.org");
		await page.keyboard.press("Enter");
		const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
		const hers = await (await browser.newContext()).newPage();
		await hers.goto(link);
		await hers.waitForLoadState("networkidle");
		await hers.keyboard.press("Enter");
		await hers.waitForURL(at("/"));
		await page.keyboard.press("Escape");
		await page.getByRole("button", { name: "Actions for kate" }).click();
		await page.getByRole("menuitem", { name: "Disable" }).click();
		await page.getByRole("alertdialog").getByRole("button", { name: "Disable" }).click();
		await page.getByRole("row", { name: /kate/ }).getByText("disabled").waitFor();
		await hers.goto(at("/"));
		await hers.waitForURL(/\/sign-in/);
		await hers.context().close();
	});

	test("is not for others: the page does not exist for them", async () => {
		const other = await browser.newContext();
		const person = await makePerson("Other");
		const path = await signInLink(person.email);
		const theirs = await other.newPage();
		await theirs.goto(at(`${path}?next=/administration`));
		await theirs.waitForLoadState("networkidle");
		await theirs.keyboard.press("Enter");
		await theirs.waitForURL(at("/administration"));
		await theirs.getByText("There is nothing at this address").waitFor();
		await other.close();
	});
});
