/** What happened in a document: scrolled through to its beginning, narrowed down, and followed to where it was. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { importLog } from "#lib/server/import-log.ts";
import { longLog } from "#tests/bench/history/long-log.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson, makeProject } from "#tests/factories.ts";

const site = Site.forThisFile();
let page: Page;
let desk: Workbench;
let address: string;
let lines: readonly string[];

beforeAll(async () => {
	const [owner, other] = [await makePerson("Ines Okoye"), await makePerson("Bo Lind")];
	const projectId = await makeProject([owner, "owner"], [other, "reviewer"]);
	const people = [owner, other].map(({ userId, name }) => ({ id: userId, name }));
	lines = longLog(40, 600, people).lines;
	const bytes = (async function* () {
		for (const line of lines) yield Buffer.from(line);
	})();
	const { documentId } = await importLog(owner, projectId, bytes);
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
});

const entries = () => page.getByRole("article");
const heading = () => page.getByRole("heading", { name: "Timeline" });

test("the menu leads to the timeline, which scrolls to the beginning and draws only what is in sight", async () => {
	await desk.open(address);
	await page.getByRole("button", { name: "More about this document" }).click();
	await page.getByRole("menuitem", { name: "Timeline" }).click();
	await heading().waitFor();
	await entries().first().waitFor();
	await page.getByText("Revisions up to 600 were brought by Ines Okoye").waitFor();
	const beginning = page.getByText("Nothing happened before that.");
	await soon(async () => {
		await page.keyboard.press("End");
		return await beginning.isVisible();
	}).toBe(true);
	await entries().filter({ hasText: "import" }).waitFor();
	expect(await entries().count()).toBeLessThan(60);
});

test("a person and a kind of work narrow it down, and stand in the address", async () => {
	await page.getByLabel("Person").selectOption({ label: "Bo Lind" });
	await page.getByLabel("Kind of work").selectOption({ label: "Alignment" });
	await soon(() => page.url()).toMatch(/person=\w+&kind=alignment/);
	await soon(async () => await entries().filter({ hasNotText: "Bo Lind" }).count()).toBe(0);
	await page.reload();
	await entries().first().waitFor();
	expect(await page.getByLabel("Person").locator("option:checked").textContent()).toBe("Bo Lind");
	await page.getByRole("button", { name: "Show everything" }).click();
	await soon(() => new URL(page.url()).search).toBe("");
});

test("an entry leads to its passage, and from there the passage's history leads back", async () => {
	const [name = ""] = await page.getByRole("link", { name: /^Passage \d+$/ }).allTextContents();
	await page.getByRole("link", { name, exact: true }).first().click();
	await desk.focused();
	await desk.at(Number(name.replace("Passage ", "")));
	await page.getByRole("button", { name: "Whole passage" }).click();
	await page
		.getByRole("complementary")
		.getByText(/^No\. \d/)
		.first()
		.waitFor();
	await page.getByRole("link", { name: "Timeline of this passage" }).click();
	await heading().waitFor();
	await page.getByRole("button", { name: `Only ${name.toLowerCase()}` }).waitFor();
});

test("the whole log is downloaded as it was written", async () => {
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "Download the whole log" }).click(),
	]);
	const file = readFileSync(await download.path(), "utf8").split("\n");
	expect(file.slice(1, -1)).toEqual(lines.slice(1).map((line) => line.trimEnd()));
});
