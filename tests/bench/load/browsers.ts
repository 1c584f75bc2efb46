/** People at real browsers, who type like the others and note when a word of somebody else's is on their screen. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Actor } from "#lib/server/access.ts";
import { findBrowser } from "#tests/setup/chromium.ts";
import { cookieFor } from "#tests/setup/over-http.ts";

/** Words that writers leave: who, and the how manieth. */
const token = "\\b[xyz]\\d+s\\d+\\b";

declare global {
	var sightings: Map<string, number> | undefined;
}

export interface Seen {
	/** When each word was first on the screen; milliseconds since 1970. */
	readonly words: ReadonlyMap<string, number>;
	/** Segments whose rows were drawn. */
	readonly segments: ReadonlySet<string>;
}

export async function launch(): Promise<Browser> {
	const { executablePath, env } = await findBrowser();
	return await chromium.launch({
		executablePath,
		env,
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
	});
}

export class PersonAtBrowser {
	readonly #page: Page;
	readonly #number: number;
	saves = 0;

	private constructor(page: Page, number: number) {
		this.#page = page;
		this.#number = number;
	}

	/** Opens the document at a passage (1-based) that nobody else writes in. */
	static async open(
		browser: Browser,
		origin: string,
		path: string,
		person: Actor,
		passage: number,
	): Promise<PersonAtBrowser> {
		const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
		const [name = "", value = ""] = (await cookieFor(person)).split("=");
		await context.addCookies([{ name, value, url: origin }]);
		await context.addInitScript(note, token);
		const page = await context.newPage();
		const made = new PersonAtBrowser(page, passage);
		page.on("response", (response) => {
			if (response.url().endsWith("/operations") && response.ok()) made.saves += 1;
		});
		await page.goto(new URL(path, origin).href);
		await page.locator(".cm-content[contenteditable=true]").waitFor();
		for (let number = 1; number < passage; number++) await page.keyboard.press("Alt+ArrowDown");
		await page.keyboard.press("End");
		return made;
	}

	/** Types a word and lets it be saved by resting, until the time is over. */
	async saveUntil(over: AbortSignal, every: number): Promise<void> {
		for (let nth = 1; !over.aborted; nth++) {
			await this.#page.keyboard.type(` y${this.#number}s${nth}`);
			await sleep(every + 400); // saved after two seconds of rest
		}
	}

	async seen(): Promise<Seen> {
		const found = await this.#page.evaluate(() => ({
			words: [...(globalThis.sightings ?? [])],
			segments: [...document.querySelectorAll("[data-segment]")].map(
				(text) => text.getAttribute("data-segment") ?? "",
			),
		}));
		return { words: new Map(found.words), segments: new Set(found.segments) };
	}
}

/** Runs in the page: notes every such word when it is first drawn. */
function note(pattern: string): void {
	const sightings = new Map<string, number>();
	globalThis.sightings = sightings;
	const look = (records: readonly MutationRecord[]) => {
		for (const { target, addedNodes } of records) {
			for (const node of [target, ...addedNodes]) {
				for (const [word] of (node.textContent ?? "").slice(0, 5_000).matchAll(new RegExp(pattern, "g")))
					if (!sightings.has(word)) sightings.set(word, Date.now());
			}
		}
	};
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}
