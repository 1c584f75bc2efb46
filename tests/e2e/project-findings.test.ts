/** Findings of a whole project: narrowed down in the address, dismissed together by keys, mended in all documents at once. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { createDocument } from "#lib/server/documents.ts";
import { violations } from "#tests/e2e/steps/accessible.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const harbour: readonly RowTexts[] = [
	[["水渠通水了。"], ["Water  reached the canal."]],
	[["新渠的標准比舊渠高。"], ["The new canal is built to a higher standard."]],
	[["洪水發生后，范圍擴大。"], ["After the flood  it grew."]],
];
const mill: readonly RowTexts[] = [[["磨坊開門了。"], ["The mill  opened."]]];

const site = Site.forThisFile();
let owner: Actor;
let reader: Actor;
let page: Page;
let address: string;
const documents: Record<string, string> = {};

const lines = () => page.locator("[data-line]");
const dialog = () => page.getByRole("dialog");
const asked = (name: string) => new URL(page.url()).searchParams.get(name);
const renderings = async () => {
	const stored = await Promise.all(Object.values(documents).map((id) => storedPassages(owner, id)));
	return stored.flat().map(({ target }) => target.join(""));
};

beforeAll(async () => {
	[owner, reader] = [await makePerson("Ines Okoye"), await makePerson("Eva Holm")];
	const projectId = await makeProject([owner, "owner"], [reader, "reader"]);
	for (const [title, rows] of [
		["The mill", mill],
		["The canal", harbour],
	] as const) {
		const operation = importOf(rows);
		const description = { ...operation.description, title, sourceLanguage: "zh-Hant" };
		documents[title] = await createDocument(owner, projectId, { ...operation, description });
	}
	address = site.at(`/projects/${projectId}`);
	page = await site.pageFor(owner, { reducedMotion: "reduce" });
	await page.goto(address);
	await page.getByRole("link", { name: "Findings", exact: true }).click();
	await page.getByText("6 findings in 2 documents.").waitFor();
});

test("what is looked for stands in the address, and is still looked for after a reload", async () => {
	expect(await violations(page)).toEqual([]);
	await page.getByLabel("Check", { exact: true }).selectOption({ label: "Spaces and dashes (3)" });
	await page.getByLabel("Document").selectOption({ label: "The canal (2)" });
	await soon(() => [asked("check"), asked("document")]).toEqual(["spacing", documents["The canal"]]);
	await page.reload();
	await page.getByText("2 findings in 1 document.").waitFor();
	await soon(() => lines().locator(".fault").count()).toBe(2);
	await page.getByRole("button", { name: "Show all open" }).click();
	await soon(() => lines().count()).toBe(6);
	expect(asked("check")).toBeNull();
});

test("keys go from line to line, tick two, dismiss both with one reason, and stay where they were", async () => {
	await page.getByLabel("Check", { exact: true }).selectOption({ label: "Script (3)" });
	await soon(() => lines().count()).toBe(3);
	await lines().first().getByRole("link").focus();
	await page.keyboard.press("Space");
	await page.keyboard.press("ArrowDown");
	await page.keyboard.press("Space");
	await page.getByText("2 findings ticked").waitFor();
	await page.keyboard.press("Alt+F9");
	await dialog().getByLabel("Reason").and(page.locator(":focus")).selectOption("House style");
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press("Tab");
	await page.keyboard.type("as the desk has it");
	await page.keyboard.press("Enter");
	await page.getByText("2 findings were dismissed.").waitFor();
	await lines().first().getByRole("link").and(page.locator(":focus")).waitFor();
	expect(await lines().count()).toBe(1);
	await page.getByLabel("State").selectOption({ label: "Dismissed (2)" });
	await soon(() => lines().count()).toBe(2);
	await lines().first().getByText("Ines Okoye: House style, ").waitFor();
	await lines().first().getByRole("button", { name: "Take back" }).click();
	await page.getByText("1 finding is open again.").waitFor();
	await soon(() => lines().count()).toBe(1);
	await page.getByRole("button", { name: "Undo", exact: true }).click();
	await page.getByRole("heading", { name: "Nothing of this kind" }).waitFor();
});

test("all of a kind are seen in both documents, mended but for what was unticked, and taken back", async () => {
	const before = await renderings();
	await page.getByRole("button", { name: "Mend all of a kind…" }).click();
	await dialog().getByLabel("Check").selectOption({ label: "Spaces and dashes (3)" });
	await dialog().getByText("3 places in 2 documents, 3 ticked").waitFor();
	expect(await violations(page)).toEqual([]);
	await dialog().getByRole("checkbox", { name: "The mill", exact: true }).uncheck();
	await dialog().getByRole("button", { name: "Mend 2 places" }).click();
	await page.getByText("2 texts were mended in 1 document.").waitFor();
	expect((await renderings()).filter((text) => text.includes("  "))).toEqual(["The mill  opened."]);
	await page.getByRole("button", { name: "Undo", exact: true }).click();
	await page.getByText("The texts are as they were.").waitFor();
	expect(await renderings()).toEqual(before);
});

test("Enter opens the passage of the line", async () => {
	await page.getByRole("button", { name: "Show all open" }).click();
	await lines().filter({ hasText: "After the flood" }).getByRole("link").press("Enter");
	await new Workbench(page).at(3);
});

test("a reader reads them and is offered nothing to change", async () => {
	const theirs = await site.pageFor(reader);
	await theirs.goto(`${address}/findings`);
	await theirs.getByText("6 findings in 2 documents.").waitFor();
	expect(await theirs.getByRole("checkbox").count()).toBe(0);
	expect(await theirs.getByRole("main").getByRole("button").allTextContents()).toEqual([]);
});
