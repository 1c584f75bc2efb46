/**
 * Every dialog and every part of the workbench under the rules of axe; and nothing out of reach at 200 % zoom, in a
 * window of 320 pixels and with text spaced out.
 */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { keyActions } from "#app/_workbench/keys/registry.ts";
import { english } from "#lib/messages/catalogue.ts";
import { localeCookie } from "#lib/messages/locale.ts";
import { isInReach, outOfReach, sizes, violations } from "#tests/e2e/steps/accessible.ts";
import { demoSurroundings } from "#tests/e2e/steps/screens.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";

const site = Site.forThisFile();
const action = english.workbench.action;
let page: Page;
let desk: Workbench;

beforeAll(async () => {
	const { people, places } = await demoSurroundings();
	page = await site.pageFor(people.owner, { colorScheme: "dark", reducedMotion: "reduce" });
	desk = new Workbench(page);
	await desk.open(site.at(places.document));
});

/** The menu of all actions, open. */
async function openMenu(): Promise<void> {
	await page.setViewportSize(sizes.wide);
	await page.getByRole("button", { name: action.menu }).click();
	await page.getByRole("menu").waitFor();
}

test("what a screen reader is told: rows by their names, cells by their columns, and where one has come to", async () => {
	await desk.goTo(12);
	const total = (await desk.grid.getAttribute("aria-rowcount")) ?? "";
	await page.locator("[data-where]").getByText(`Passage 12 of ${total}, `).waitFor();
	const reader = await page.context().newCDPSession(page);
	const { nodes } = await reader.send("Accessibility.getFullAXTree");
	await reader.detach();
	const told = nodes.filter(({ ignored }) => !ignored);
	const named = (role: string) =>
		told.filter((node) => node.role?.value === role).map((node) => String(node.name?.value));
	expect(named("grid")).toEqual(["Passages of Tide rising at Yunting Port"]);
	const rows = named("row");
	expect(rows.length).toBeGreaterThan(5);
	const rowName = /^Passage \d+, [a-z ]+, (automatic|confirmed|stale) link(, \d+ findings?)?$/;
	expect(rows.filter((name) => !rowName.test(name))).toEqual([]);
	const isSelected = ({ properties = [] }: (typeof nodes)[number]) =>
		properties.some(({ name, value }) => name === "selected" && value.value === true);
	const selected = told.filter((node) => node.role?.value === "row" && isSelected(node));
	expect(selected.map(({ name }) => String(name?.value).startsWith("Passage 12,"))).toEqual([true]);
	expect(named("rowheader").length).toBe(rows.length);
	expect(named("gridcell").length).toBeGreaterThanOrEqual(rows.length * 5);
	expect(named("textbox")).toContain("Rendering");
});

test("the menu of all actions", async () => {
	await openMenu();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press("Escape");
	await page.getByRole("menu").waitFor({ state: "detached" });
});

test("every dialog of the registry that this document has", async () => {
	await openMenu();
	const offered = await page.getByRole("menuitem").allInnerTexts();
	await page.keyboard.press("Escape");
	const dialogs = keyActions.filter((entry) => "dialog" in entry).map(({ id }) => action[id]);
	const here = dialogs.filter((name) => offered.some((text) => text.startsWith(name)));
	expect(here.length).toBeGreaterThan(5);
	for (const name of here) {
		await openMenu();
		await page.getByRole("menuitem", { name }).click();
		await page.getByRole("dialog").getByRole("heading").first().waitFor();
		expect(await violations(page), name).toEqual([]);
		await isInReach(page);
		await page.setViewportSize(sizes.wide);
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
		await desk.grid.locator(":focus").waitFor();
	}
});

test("the find bar, with something found", async () => {
	await page.keyboard.press("Control+KeyF");
	await page.keyboard.type("Yunting");
	await page
		.getByRole("search")
		.getByText(/^1 of \d+$|places/)
		.first()
		.waitFor();
	expect(await violations(page)).toEqual([]);
	await isInReach(page);
	await page.setViewportSize(sizes.wide);
	await page.keyboard.press("Escape");
});

test("every tab of the panel", async () => {
	for (const tab of await page.getByRole("tab").all()) {
		await tab.click();
		expect(await violations(page), (await tab.textContent()) ?? "").toEqual([]);
	}
});

test("both columns as drawers of a narrow screen", async () => {
	await page.setViewportSize(sizes.telephone);
	for (const name of ["Outline", "History and details"]) {
		await page.getByRole("button", { name }).click();
		await page.getByRole("dialog").waitFor();
		expect(await violations(page), name).toEqual([]);
		expect(await outOfReach(page), name).toEqual([]);
		await page.keyboard.press("Escape");
		await page.getByRole("dialog").waitFor({ state: "detached" });
	}
});

test("in Chinese", async () => {
	await page.context().addCookies([{ name: localeCookie, value: "zh-Hans", url: site.server.url }]);
	await page.setViewportSize(sizes.wide);
	await page.reload();
	await page.getByRole("textbox", { name: "译文" }).waitFor();
	for (const [size, colorScheme] of [
		[sizes.wide, "light"],
		[sizes.telephone, "dark"],
	] as const) {
		await page.setViewportSize(size);
		await page.emulateMedia({ colorScheme });
		expect(await violations(page), `${size.width} pixels, ${colorScheme}`).toEqual([]);
	}
	await isInReach(page);
	await page.context().clearCookies({ name: localeCookie });
});
