/** One production server, one browser and one database for all journeys of a file. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase } from "#lib/server/db.ts";
import { openTestDatabase } from "#tests/server/caller.ts";
import { launchBrowser } from "#tests/setup/browser.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";
import { patience } from "./soon.ts";

export class Site {
	#server: TestServer | null = null;
	#browser: Browser | null = null;

	/** Opens before all tests of the file and closes after them. */
	static forThisFile(): Site {
		const site = new Site();
		beforeAll(async () => {
			site.#server = await startServer({ databaseUrl: await openTestDatabase() });
			site.#browser = await launchBrowser();
		});
		afterAll(async () => {
			await site.#browser?.close();
			await site.#server?.stop();
			await closeDatabase();
		});
		return site;
	}

	get server(): TestServer {
		if (!this.#server) throw new Error("the server is not started yet");
		return this.#server;
	}

	at(path: string): string {
		return new URL(path, this.server.url).href;
	}

	/** A browser profile of its own: signed in as the person, or nobody. */
	async profile(person: Actor | null, options: BrowserContextOptions = {}): Promise<BrowserContext> {
		if (!this.#browser) throw new Error("the browser is not started yet");
		const context = await this.#browser.newContext({
			viewport: { width: 1440, height: 900 },
			locale: "en-GB",
			timezoneId: "UTC",
			acceptDownloads: true,
			...options,
		});
		context.setDefaultTimeout(patience);
		await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: this.server.url });
		if (person) {
			const [name = "", value = ""] = (await cookieFor(person)).split("=");
			await context.addCookies([{ name, value, url: this.server.url, httpOnly: true, sameSite: "Lax" }]);
		}
		return context;
	}

	async pageFor(person: Actor | null, options: BrowserContextOptions = {}): Promise<Page> {
		return await (await this.profile(person, options)).newPage();
	}
}
