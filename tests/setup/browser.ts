/** A browser whose pages fail the test on a script error or a violation of the content security policy. */
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { afterEach, expect } from "vitest";
import { findBrowser, frugal } from "#tests/setup/chromium.ts";

const troubles: string[] = [];

afterEach(() => {
	expect(troubles.splice(0), "script errors and policy violations on the pages").toEqual([]);
});

/** Every context made by `newContext` and every page made by `newPage` is watched. Close it in `afterAll`. */
export async function launchBrowser(): Promise<Browser> {
	const { executablePath, env } = await findBrowser();
	const browser = await chromium.launch({
		executablePath,
		env,
		args: [...frugal, "--no-sandbox", "--font-render-hinting=none"],
	});
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options?: BrowserContextOptions) => watch(await newContext(options));
	browser.newPage = async (options) => (await browser.newContext(options)).newPage();
	return browser;
}

async function watch(context: BrowserContext): Promise<BrowserContext> {
	await context.addInitScript(() => {
		document.addEventListener("securitypolicyviolation", (event) => {
			console.error(
				`Content Security Policy: ${event.violatedDirective} refused ${event.blockedURI} ${event.sample}`,
			);
		});
	});
	context.on("weberror", (error) => troubles.push(`${error.page()?.url()}: ${error.error().stack}`));
	context.on("console", (message) => {
		if (message.type() === "error" && message.text().includes("Content Security Policy")) {
			troubles.push(`${message.page()?.url()}: ${message.text()}`);
		}
	});
	return context;
}
