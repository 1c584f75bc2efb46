/** The glossary of a project: terms written by hand, found in either script, corrected everywhere, taken from files and from what was reviewed. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { createTerm } from "#lib/server/glossary/change.ts";
import { violations } from "#tests/e2e/steps/accessible.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";
import { TestWorker } from "#tests/server/test-worker.ts";

const site = Site.forThisFile();
TestWorker.throughout();
let owner: Actor;
let page: Page;
let projectId: string;
let documentId: string;

const rendering = { status: "preferred" as const, note: "", authority: "", alwaysWrong: false };

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
	documentId = await makeDocument(owner, projectId);
	for (const [simplified, text] of [
		["码头", "wharf"],
		["灯塔", "lighthouse"],
	] as const) {
		const words = { simplified, traditional: "", domain: "harbour", note: "" };
		await createTerm(owner, projectId, { ...words, renderings: [{ ...rendering, text }] });
	}
	page = await site.pageFor(owner);
});

const dialog = () => page.getByRole("dialog");
const terms = () => page.getByRole("list", { name: "Terms" }).getByRole("listitem");

test("a term is written with the keyboard in one script and listed in both, by its sound", async () => {
	await page.goto(site.at(`/projects/${projectId}`));
	await page.getByRole("link", { name: "Glossary" }).click();
	await page.getByRole("heading", { name: "Glossary", exact: true }).waitFor();
	await terms().nth(1).waitFor();
	await page.keyboard.press("n");
	await dialog().waitFor();
	expect(await violations(page)).toEqual([]);
	await dialog().getByLabel("Simplified characters").fill("码头开放");
	await page.keyboard.press("Tab");
	await soon(() => dialog().getByLabel("Traditional characters").inputValue()).toBe("碼頭開放");
	await page.keyboard.press("Escape"); // what was written is there again
	await dialog().waitFor({ state: "detached" });
	await page.keyboard.press("n");
	await soon(() => dialog().getByLabel("Traditional characters").inputValue()).toBe("碼頭開放");
	await dialog().getByLabel("Rendering 1", { exact: true }).fill("opening of the wharf");
	await dialog().getByRole("button", { name: "Add a rendering" }).press("Enter");
	await dialog().getByLabel("Rendering 2", { exact: true }).and(page.locator(":focus")).waitFor();
	await page.keyboard.type("wharf opening");
	await dialog().getByLabel("Status of rendering 2").selectOption("forbidden");
	await dialog().getByLabel("Rendering 1", { exact: true }).press("Enter");
	await page.getByText("“码头开放” was saved.").waitFor();
	await soon(() => terms().allTextContents()).toEqual([
		expect.stringMatching(/^灯塔/),
		expect.stringMatching(/^码头碼頭harbour/),
		expect.stringMatching(/码头开放碼頭開放.*opening of the wharf, preferred.*wharf opening, forbidden/),
	]);
});

test("it is found in the other script, opened by keys, and what is looked for stands in the address", async () => {
	await page.getByRole("searchbox").fill("碼頭開");
	await soon(() => terms().count()).toBe(1);
	await soon(() => new URL(page.url()).searchParams.get("q")).toBe("碼頭開");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Enter");
	await dialog().getByLabel("Simplified characters").waitFor();
	await soon(() => new URL(page.url()).searchParams.get("term")).not.toBeNull();
	await page.reload();
	await soon(() => dialog().getByLabel("Rendering 2", { exact: true }).inputValue()).toBe("wharf opening");
});

test("it is deleted, and brought back from the toast", async () => {
	await dialog().getByRole("button", { name: "Delete" }).click();
	await page.getByText("No term is found.").waitFor();
	await page.getByRole("button", { name: "Undo" }).click();
	await soon(() => terms().count()).toBe(1);
	await page.getByRole("button", { name: "Show everything" }).click();
	await soon(() => terms().count()).toBe(3);
});

test("another preferred rendering is put into every passage that has the old one, and taken back", async () => {
	await terms()
		.filter({ hasText: "wharf, preferred" })
		.filter({ hasNotText: "opening" })
		.getByRole("button")
		.click();
	await dialog().getByLabel("Rendering 1", { exact: true }).fill("pier");
	await dialog().getByRole("button", { name: "Save" }).click();
	await page.getByRole("dialog", { name: "Where “码头” is called otherwise" }).waitFor();
	await soon(() => dialog().locator("ins").first().textContent()).toBe("Pier");
	expect(await violations(page)).toEqual([]);
	await dialog().getByRole("checkbox").nth(1).uncheck();
	await dialog().getByRole("button", { name: "Change 5 texts" }).click();
	await page.getByText("5 texts were changed.").waitFor();
	const reading = (word: string) =>
		db().segment.count({ where: { documentId, side: "target", text: { startsWith: word } } });
	expect([await reading("Pier"), await reading("Wharf")]).toEqual([5, 1]);
	await page.getByRole("button", { name: "Undo" }).click();
	await page.getByText("The texts are as they were.").waitFor();
	expect(await reading("Wharf")).toBe(6);
});

test("terms come from a file that is seen first", async () => {
	await page.getByRole("button", { name: "Import" }).click();
	const csv = "Simplified,Preferred\n灯塔,lighthouse\n泊位,berth\n";
	await dialog()
		.locator("input[type=file]")
		.setInputFiles({ name: "harbour.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
	await dialog().getByText("“harbour.csv”: 1 new term, none that changes, 1 the same.").waitFor();
	expect(await violations(page)).toEqual([]);
	await dialog().getByRole("button", { name: "Take 1 term in" }).click();
	await page.getByText("1 term was added, none was changed.").waitFor();
	await terms().filter({ hasText: "berth" }).waitFor();
});

test("at the workbench the terms of a passage stand beside it, and a click writes a rendering", async () => {
	const desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
	await page.getByRole("tab", { name: "Terms" }).click();
	const here = page.getByRole("list", { name: "Terms of this passage" });
	await here.getByRole("button", { name: "berth", exact: true }).waitFor();
	await soon(() => page.locator("[data-side=source] .term").allTextContents()).toEqual(["码头", "泊位"]);
	expect(await violations(page)).toEqual([]);
	await desk.editor.press("Control+End");
	await here.getByRole("button", { name: "berth", exact: true }).click();
	await soon(() => desk.text()).toMatch(/today\. berth$/);
	await page.keyboard.press("Control+z");
	await page.keyboard.press("Control+k");
	await page.keyboard.type("Add the selection as a term");
	await page.keyboard.press("Enter");
	await dialog().getByLabel("Simplified characters").waitFor();
	await page.keyboard.press("Escape");
});

test("what reviewed passages render alike is offered, dismissed and offered again, and taken in", async () => {
	const days = ["周一", "周二", "周三", "周四", "周五", "周六"];
	const names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
	const weather = ["下着雨", "风很大", "灯亮着", "没有人", "船来了", "天气很好"];
	const theirs = [
		"It rains",
		"The wind is strong",
		"The lamp is lit",
		"Nobody is here",
		"A ship came",
		"It is fine",
	];
	const rows = days.flatMap((day, i): RowTexts[] => [
		[[`${day}云亭港务局开门。`], [`On ${names[i]} the Yunting Harbour Office is open.`]],
		[[`${weather[i]}。`], [`${theirs[i]}.`]],
	]);
	const other = await makeProject([owner, "owner"]);
	const reviewed = await makeDocument(owner, other, rows);
	await db().passage.updateMany({ where: { documentId: reviewed }, data: { state: "reviewed" } });
	await page.goto(site.at(`/projects/${other}/glossary`));
	await page.getByRole("link", { name: "Find terms" }).click();
	await page.getByText("12 reviewed passages were read.").waitFor();
	const candidates = page.getByRole("list", { name: "Terms found in the project" });
	const office = candidates.locator("> li").filter({ hasText: "港务局" });
	await office.getByText(/^\d examples$/).click();
	await office.locator("mark").first().waitFor();
	expect(await violations(page)).toEqual([]);
	await office.getByRole("button", { name: "Dismiss" }).click();
	await office.waitFor({ state: "detached" });
	await page.getByRole("button", { name: "Undo", exact: true }).click();
	await office.getByRole("button", { name: "Take in" }).click();
	await soon(() => dialog().getByLabel("Rendering 1", { exact: true }).inputValue()).toMatch(
		/Harbour Office/,
	);
	await dialog().getByLabel("Rendering 1", { exact: true }).press("Control+Enter");
	await office.waitFor({ state: "detached" });
	await page.getByRole("link", { name: "Glossary", exact: true }).click();
	await terms()
		.filter({ hasText: /Harbour Office.*, preferred/ })
		.waitFor();
});
