/** Work without a mouse: nothing holds the focus fast, and no deed loses it. What Tab walks through is in screens.test.ts. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { demoSurroundings, type Surroundings, type Who } from "#tests/e2e/steps/screens.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { mostStops, type Stop, stop } from "#tests/e2e/steps/tab-stops.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

const site = Site.forThisFile();
const pages = new Map<Who, Page>();
let demo: Surroundings;
let page: Page;

beforeAll(async () => {
	demo = await demoSurroundings();
	for (const who of ["owner", "newcomer", "nobody"] as const) {
		pages.set(who, await site.pageFor(demo.people[who], { reducedMotion: "reduce" }));
	}
	page = pageOf("owner");
});

function pageOf(who: Who): Page {
	const found = pages.get(who);
	if (!found) throw new Error(`no page for ${who}`);
	return found;
}

const isHeld = (at: Page) => at.evaluate(() => document.activeElement !== document.body);

/** By Tab, from where the focus is; the page goes round. */
async function tabTo(control: Locator): Promise<void> {
	const at = control.page();
	const reached = () => control.evaluate((element) => element === document.activeElement);
	await control.waitFor();
	for (let presses = 0; !(await reached()); presses++) {
		expect(presses, `Tab never comes to ${control}`).toBeLessThan(2 * mostStops);
		await at.keyboard.press("Tab");
	}
}

describe("the language", () => {
	test("is changed on the sign-in page, and what was typed stays", async () => {
		const at = pageOf("nobody");
		await at.goto(site.at("/sign-in"));
		await at.getByRole("textbox", { name: "E-mail address" }).fill("mei@duizhao.example");
		await tabTo(at.getByRole("button", { name: "简体中文" }));
		await at.keyboard.press("Enter");
		await at.getByRole("heading", { name: "登录" }).waitFor();
		expect(await at.getByRole("textbox", { name: "电子邮箱" }).inputValue()).toBe("mei@duizhao.example");
		expect(await at.locator("html").getAttribute("lang")).toBe("zh-Hans");
		expect(await isHeld(at)).toBe(true);
		await at.keyboard.press("Enter");
		await at.getByRole("heading", { name: "Sign in" }).waitFor();
	});

	test("is changed in the middle of a sentence, and neither the text nor what can be undone is lost", async () => {
		const desk = new Workbench(page);
		await desk.open(site.at(demo.places.document));
		const before = await desk.text();
		await page.keyboard.press("Control+End");
		await page.keyboard.type(" And more.");
		const choose = async (name: string) => {
			await page.getByRole("button", { name: "Administrator" }).press("Enter");
			await page.getByRole("menuitemradio", { name }).press("Enter");
		};
		await choose("简体中文");
		const editor = page.getByRole("textbox", { name: "译文" });
		await editor.waitFor();
		expect(await editor.textContent()).toBe(`${before} And more.`);
		for (let presses = 0; presses < 9 && (await editor.textContent()) !== before; presses++) {
			await editor.press("Control+z"); // slow typing is several steps to take back
		}
		expect(await editor.textContent()).toBe(before);
		await choose("English");
		await desk.reads(before);
	});
});

describe("nothing loses the focus", () => {
	test("making a project in a dialog, which keeps Tab inside and gives the focus back", async () => {
		await page.goto(site.at("/"));
		const opener = page.getByRole("button", { name: "New project" });
		await tabTo(opener);
		await page.keyboard.press("Enter");
		const dialog = page.getByRole("dialog");
		await dialog.waitFor();
		for (let presses = 0; presses < 6; presses++) {
			expect(await dialog.locator(":focus").count()).toBe(1);
			await page.keyboard.press("Tab");
		}
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		await opener.and(page.locator(":focus")).waitFor();
	});

	test("deleting a document from its menu, and taking that back from the toast by F6", async () => {
		await page.goto(site.at(demo.places.project));
		await tabTo(page.getByRole("button", { name: /^Actions for “Broken porcelain/ }));
		await page.keyboard.press("Enter");
		await page.getByRole("menu").waitFor();
		await soon(() => page.evaluate(() => document.activeElement?.closest("[role=menu]") !== null)).toBe(true);
		await page.getByRole("menuitem", { name: "Delete" }).press("Enter");
		const confirm = page.getByRole("alertdialog");
		const undo = page.getByRole("button", { name: "Undo" });
		await confirm.or(undo).waitFor();
		if (await confirm.isVisible()) await confirm.getByRole("button", { name: "Delete" }).press("Enter");
		await undo.waitFor();
		await soon(() => isHeld(page)).toBe(true);
		await page.keyboard.press("F6");
		await undo.and(page.locator(":focus")).waitFor();
		await page.keyboard.press("Enter");
		await page.getByText("The document is back.").waitFor();
		await soon(() => isHeld(page)).toBe(true);
	});

	test("inviting somebody and withdrawing it", async () => {
		await page.goto(site.at(`${demo.places.project}/members`));
		await tabTo(page.getByRole("textbox", { name: "E-mail address" }));
		await page.keyboard.type("wren@duizhao.example");
		await page.keyboard.press("Enter");
		await page.getByRole("textbox", { name: /^Invitation link/ }).waitFor();
		await soon(() => isHeld(page)).toBe(true);
		await tabTo(page.getByRole("button", { name: /^Withdraw the invitation/ }));
		await page.keyboard.press("Enter");
		await page.getByText(/was withdrawn/).waitFor();
		await page.getByRole("button", { name: /^Withdraw the invitation/ }).waitFor({ state: "detached" });
		await soon(() => isHeld(page)).toBe(true);
	});

	test("from paste to document", async () => {
		const fresh = await site.pageFor(demo.people.owner, { reducedMotion: "reduce" });
		await fresh.goto(site.at(`${demo.places.project}/import`));
		const paste = async (side: string, text: string) => {
			await fresh.evaluate((copied) => navigator.clipboard.writeText(copied), text);
			await tabTo(fresh.getByRole("textbox", { name: side, exact: true }));
			await fresh.keyboard.press("Control+KeyV");
		};
		await paste("Source text", fixture("import.zh.txt"));
		await paste("Translation", fixture("import.en.txt"));
		await new ImportScreen(fresh).preview.getByText("There are 320 prisms.").waitFor();
		await tabTo(fresh.getByRole("radio", { name: "a machine" }).or(fresh.getByRole("radio").first()));
		await fresh.getByRole("radio", { name: "a person" }).press("Space");
		await tabTo(fresh.getByRole("button", { name: "Import", exact: true }));
		await fresh.keyboard.press("Enter");
		await fresh.waitForURL(/\/documents\/[0-9A-Za-z]+/);
		await new Workbench(fresh).focused();
	});
});

describe("in the workbench", () => {
	let desk: Workbench;

	beforeAll(async () => {
		desk = new Workbench(page);
		await page.setViewportSize({ width: 1440, height: 900 });
		await desk.open(site.at(demo.places.document));
	});

	test("Tab goes from the text to the panel, whose tabs are chosen by arrows", async () => {
		const tab = (name: string) => page.getByRole("tab", { name }).and(page.locator(":focus"));
		await tabTo(page.getByRole("tab", { selected: true }));
		await tab("History").waitFor();
		await page.keyboard.press("End");
		await tab("Details").waitFor();
		await page.getByRole("tabpanel", { name: "Details" }).waitFor();
		await page.keyboard.press("ArrowRight");
		await tab("History").waitFor();
		await page.keyboard.press("ArrowLeft");
		await tab("Details").waitFor();
		await page.keyboard.press("Home");
		await tab("History").waitFor();
		await page.keyboard.press("Escape");
		await desk.row(1).first().waitFor({ state: "attached" });
	});

	test("Tab walks all of it and every stop can be seen", async () => {
		await desk.open(site.at(demo.places.document));
		await stop(page);
		const stops: Stop[] = [];
		for (let presses = 0; presses < mostStops; presses++) {
			await page.keyboard.press("Tab");
			const here = await stop(page);
			if (here?.again) break;
			if (here) stops.push(here);
		}
		expect(stops.length).toBeGreaterThan(8);
		expect(stops.length).toBeLessThan(mostStops);
		expect(stops.filter(({ fault }) => fault !== null)).toEqual([]);
	});

	test("on a narrow screen the columns are drawers: Esc closes them and the focus is where it was", async () => {
		await page.keyboard.press("Control+KeyM"); // calls the panel, which stands there already
		await page.getByRole("tabpanel", { name: "Comments" }).waitFor();
		await page.keyboard.press("Escape");
		await page.setViewportSize({ width: 390, height: 844 });
		await soon(() => page.getByRole("dialog").count()).toBe(0);
		for (const name of ["Outline", "History and details"]) {
			const opener = page.getByRole("button", { name });
			await opener.press("Enter");
			const drawer = page.getByRole("dialog");
			await drawer.locator(":focus").waitFor();
			await page.keyboard.press("Shift+Tab");
			await page.keyboard.press("Tab");
			expect(await drawer.locator(":focus").count()).toBe(1);
			await page.keyboard.press("Escape");
			await drawer.waitFor({ state: "detached" });
			await opener.and(page.locator(":focus")).waitFor();
		}
		await page.setViewportSize({ width: 1440, height: 900 });
	});
});
