/**
 * Every screen, on a telephone in the dark and on a desk in daylight: nothing blank, nothing beyond the edge, no error
 * in the console and no rule of axe broken; nothing out of reach at 200 % zoom, in a window of 320 pixels and with text
 * spaced out; and each stop of Tab can be seen. With DUIZHAO_SHOTS=FOLDER pictures are written there.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { isInReach, sizes, violations } from "#tests/e2e/steps/accessible.ts";
import { demoSurroundings, type Surroundings, screens, type Who } from "#tests/e2e/steps/screens.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { walk } from "#tests/e2e/steps/tab-stops.ts";

const folder = process.env["DUIZHAO_SHOTS"];
if (folder) mkdirSync(folder, { recursive: true });

const site = Site.forThisFile();
const pages = new Map<Who, Page>();
const errors: string[] = [];
let places: Surroundings["places"];

beforeAll(async () => {
	const demo = await demoSurroundings();
	places = demo.places;
	for (const who of ["owner", "newcomer", "nobody"] as const) {
		const page = await site.pageFor(demo.people[who], { reducedMotion: "reduce" });
		page.on("console", (message) => {
			if (message.type() === "error") errors.push(`${new URL(page.url()).pathname}: ${message.text()}`);
		});
		pages.set(who, page);
	}
});

async function isThere(page: Page): Promise<void> {
	const look = await page.evaluate(() => {
		const root = document.documentElement;
		return {
			beyondTheEdge: root.scrollWidth - root.clientWidth,
			text: document.querySelector("main")?.textContent.trim().length ?? 0,
		};
	});
	expect(look.beyondTheEdge, "pixels to scroll sideways").toBe(0);
	expect(look.text, "characters in main").toBeGreaterThan(20);
}

/** In the order in which they are looked at: the page is loaded on a telephone and becomes wide. */
const looks = [
	["narrow", sizes.telephone, "dark"],
	["wide", sizes.wide, "light"],
] as const;

async function walksByTab(page: Page): Promise<void> {
	await page.setViewportSize(sizes.wide);
	await page.evaluate(() => {
		document.body.tabIndex = -1; // the walk begins before everything, wherever the page has put the focus
		document.body.focus();
	});
	const stops = await walk(page);
	expect(stops.length).toBeGreaterThan(1);
	expect(stops.filter(({ fault }) => fault !== null)).toEqual([]);
	expect(stops.filter(({ onward }) => !onward)).toEqual([]);
}

test.each(screens)("$name", async ({ name, path, shows, ...screen }) => {
	const who: Who = "who" in screen && screen.who ? screen.who : "owner";
	const page = pages.get(who);
	if (!page) throw new Error(`no page for ${who}`);
	await page.setViewportSize(sizes.telephone);
	await page.goto(site.at(path(places)));
	await shows(page);
	for (const [width, size, colorScheme] of looks) {
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme });
		expect(await violations(page), `${width}, ${colorScheme}`).toEqual([]);
		await isThere(page);
		if (!folder) continue;
		const picture = join(folder, `${name}-${width}-${colorScheme}.png`);
		await page.screenshot({ path: picture, fullPage: true, animations: "disabled" });
	}
	await isInReach(page);
	if (!name.startsWith("workbench")) await walksByTab(page); // by-keyboard.test.ts walks through the workbench
	const expected = name === "not-found" ? /status of 404/ : /^$/;
	expect(errors.splice(0).filter((error) => !expected.test(error))).toEqual([]);
});
