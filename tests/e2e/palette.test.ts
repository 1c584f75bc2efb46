/** Working by names and by keys of one's own: the palette, a preset, a remapped key, the session's summary. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { readPreferences } from "#lib/server/preferences.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";

const site = Site.forThisFile();
let owner: Actor;
let address: string;
let documentId: string;
let page: Page;
let desk: Workbench;
const violations: string[] = [];

beforeAll(async () => {
	const place = await loadDemo();
	if (!place) throw new Error("the demo was not loaded");
	const { id, name } = await db().user.findFirstOrThrow({ where: { administrator: true } });
	owner = { userId: id, name, administrator: true };
	documentId = place.documentId;
	address = site.at(`/projects/${place.projectId}/documents/${documentId}`);
	page = await site.pageFor(owner);
	page.on(
		"console",
		(message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()),
	);
	desk = new Workbench(page);
	await desk.open(`${address}?passage=${place.passageId}`);
});

/** Types into the palette without waiting for it, as quick hands do; no key types Chinese, which is put where the focus is. */
async function command(words: string, key = "Control+KeyK"): Promise<void> {
	await page.keyboard.press(key);
	if (!/^[ -~]*$/.test(words)) await page.getByRole("dialog").locator(":focus").waitFor();
	await page.keyboard.type(words);
	await page.keyboard.press("Enter");
}

async function keysDialog(key?: string): Promise<Locator> {
	await command("change keys", key);
	const dialog = page.getByRole("dialog", { name: "Change keys" });
	await dialog.waitFor();
	return dialog;
}

const keysOf = (dialog: Locator, name: string) =>
	dialog
		.locator("[data-action]")
		.filter({ has: dialog.page().getByText(name, { exact: true }) })
		.getByRole("button", { name: /^Keys of: / });

test("the palette does things where the person was, found by name in either language or by number", async () => {
	await command("12");
	await desk.at(12);
	await desk.focused();
	await command("next passage");
	await desk.at(13);
	await desk.focused();
	await command("对齐各行");
	await desk.mode("Align");
	await command("back to the text");
	await desk.mode("Review");
	await desk.focused();
	await page.keyboard.press("Control+KeyK");
	await page.getByRole("dialog").getByText("Recent").waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await desk.focused();
	expect(violations).toEqual([]);
});

test("a key of one's own is recorded, kept with the account, and works after a reload", async () => {
	const dialog = await keysDialog();
	const next = keysOf(dialog, "Next that needs attention");
	await next.press("Enter");
	await page.keyboard.press("Control+KeyT");
	await dialog.getByText("Ctrl+T cannot be had: the browser keeps it for itself.").waitFor();
	await page.keyboard.press("F9");
	await dialog.getByText("F9 belongs to “Changes from the draft”.").waitFor();
	await dialog.getByRole("button", { name: "Leave it" }).click();
	await next.press("Enter");
	await page.keyboard.press("F4");
	await soon(() => next.textContent()).toMatch(/F4$/);
	await soon(async () => (await readPreferences(owner)).keys.own.windows).toEqual({ nextAttention: ["F4"] });
	await page.keyboard.press("Escape");
	await desk.open(address);
	await desk.goTo(1);
	await page.keyboard.press("F4");
	await soon(() => desk.activeNumber()).toBeGreaterThan(1);
});

test("a preset brings another tool's keys, and says which of them cannot be had", async () => {
	const dialog = await keysDialog();
	await dialog.getByLabel("Keys as in").selectOption("OmegaT");
	await dialog
		.getByText("There it is Ctrl+N, which cannot be had here: the browser keeps it for itself.")
		.waitFor();
	await soon(() => keysOf(dialog, "Next that needs attention").textContent()).toMatch(/F4$/);
	await dialog.getByRole("button", { name: "Reset all" }).click();
	await soon(() => keysOf(dialog, "Next that needs attention").textContent()).toMatch(/Ctrl\+U/);
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "detached" });
	await page.keyboard.press("Control+KeyJ");
	await page.getByRole("dialog", { name: "Go to passage" }).waitFor();
	await page.keyboard.type("7");
	await page.keyboard.press("Enter");
	await desk.at(7);
	await page.keyboard.press("F1");
	const help = page.getByRole("dialog", { name: /Keys and help|What the keys do/ });
	await help.getByLabel("Search the actions").fill("go to passage");
	await help.getByText("J", { exact: true }).waitFor();
	await page.keyboard.press("Escape");
	await help.waitFor({ state: "detached" });
	await (await keysDialog("Shift+F1")).getByLabel("Keys as in").selectOption("Duizhao");
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "detached" });
});

test("the summary counts what the server has stored of this session, and not what was taken back", async () => {
	await command("7");
	await desk.at(7);
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Twice over.");
	await page.keyboard.press("Control+Enter");
	await desk.saved();
	await command("what you did");
	const dialog = page.getByRole("dialog", { name: "This session" });
	const count = (name: string) => dialog.locator("dl > div", { hasText: name }).locator("dd").textContent();
	await soon(() => count("Passages confirmed")).toBe("1");
	await soon(() => count("Words changed")).toBe("2");
	await dialog.getByRole("button", { name: "Copy as text" }).click();
	await soon(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/Passages confirmed: 1\n/);
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "detached" });
	await command("undo");
	await desk.says(/^Undone: confirmation, passage 7$/);
	await desk.saved();
	await desk.open(address);
	await command("what you did");
	await soon(() => count("Passages confirmed")).toBe("0");
	expect(await count("Words changed")).toBe("2");
});

test("what quick hands do after choosing is done where the choice has led, and nowhere else", async () => {
	await desk.open(address);
	const before = await storedTypes(documentId);
	await command("9");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Quickly.");
	await page.keyboard.press("Control+Enter");
	await desk.at(10);
	await desk.saved();
	expect((await storedTypes(documentId)).slice(before.length)).toEqual(["edit", "confirm"]);
	expect((await storedPassages(owner, documentId))[8]?.target.at(-1)).toMatch(/ Quickly\.$/);
});

test("an Enter that comes before the names of the other language are there does what it means once they are", async () => {
	const slow = await site.pageFor(owner);
	const { promise, resolve } = Promise.withResolvers<void>();
	await slow.route("**/_next/static/**/*.js", async (route) => {
		const response = await route.fetch();
		if (/对齐各行/.test(await response.text())) await promise;
		await route.fulfill({ response });
	});
	const there = new Workbench(slow);
	await there.open(address);
	await slow.keyboard.press("Control+KeyK");
	const dialog = slow.getByRole("dialog", { name: "Command palette" });
	await dialog.locator(":focus").waitFor();
	await slow.keyboard.type("对齐各行");
	await dialog.getByText("Nothing is called that.").waitFor();
	await slow.keyboard.press("Enter");
	resolve();
	await there.mode("Align");
	await slow.unrouteAll({ behavior: "wait" });
	await slow.context().close();
});
