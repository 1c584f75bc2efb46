/** A reviewer goes through what the checks found: by keys from one to the next, dismissed with a reason, mended all at once. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { english } from "#lib/messages/catalogue.ts";
import type { Actor } from "#lib/server/access.ts";
import { createDocument } from "#lib/server/documents.ts";
import { readFindings } from "#lib/server/findings.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const rows: readonly RowTexts[] = [
	[["水渠通水了。"], ["Water reached the canal."]],
	[["新渠的標准比舊渠高。"], ["The new canal is built to a higher standard."]],
	[["洪水發生后，范圍擴大。"], ["After the flood it grew."]],
	[["這項標準明年生效。"], ["The standard takes effect next year."]],
];

const site = Site.forThisFile();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;

const panel = () => page.getByRole("complementary", { name: english.workbench.panel.label });
const sources = async () => (await storedPassages(owner, documentId)).map(({ source }) => source.join(""));

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	const operation = importOf(rows);
	const description = { ...operation.description, sourceLanguage: "zh-Hant" };
	documentId = await createDocument(owner, projectId, { ...operation, description });
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
});

test("a key leads to the next finding, another asks why it is none, and Enter dismisses it and goes on", async () => {
	await page.getByRole("tab", { name: "Findings 3" }).waitFor();
	await page.keyboard.press("Alt+F8");
	await desk.at(2);
	await page.keyboard.press("Alt+F8");
	await desk.at(3);
	await page.keyboard.press("Alt+Shift+F8");
	await desk.at(2);
	await page.keyboard.press("Alt+F9");
	await panel().getByLabel("Reason").and(page.locator(":focus")).selectOption("House style");
	await page.keyboard.press("Enter");
	await desk.at(3);
	await page.getByRole("tab", { name: "Findings 2" }).waitFor();
	expect(await readFindings(owner, documentId)).toMatchObject({ total: 2, dismissed: 1 });
});

test("what was dismissed stays to be read, with who and why, and is taken back", async () => {
	await desk.goTo(2);
	await panel().getByText("1 dismissed").click();
	await panel().getByText("Ines Okoye: House style").waitFor();
	await panel().getByRole("button", { name: "Take back" }).click();
	await panel().getByRole("button", { name: "Change to “標準”" }).waitFor();
});

test("all findings of a check are mended in one revision, and one undo takes that back", async () => {
	const before = await sources();
	await panel().getByRole("button", { name: "Mend all of a check…" }).click();
	await page.getByRole("dialog").getByText("3 places in 2 passages").waitFor();
	await page.keyboard.press("Control+Enter");
	await soon(async () => (await sources()).slice(1, 3)).toEqual([
		"新渠的標準比舊渠高。",
		"洪水發生後，範圍擴大。",
	]);
	await page.getByRole("button", { name: "Undo", exact: true }).click();
	await soon(sources).toEqual(before);
});

test("the caret stays where it is when the whole of the text that one has just come to becomes a finding", async () => {
	const words = "Eels in the harbour.";
	const same: RowTexts = [["港里有鳗鱼。"], [words]];
	const projectId = await makeProject([owner, "owner"]);
	const id = await createDocument(owner, projectId, importOf([same, same]));
	await desk.open(site.at(`/projects/${projectId}/documents/${id}`));
	await desk.caretBefore("harbour");
	// The focus has just come into it.
	await desk.editor.evaluate((text) => setInterval(() => text.dispatchEvent(new FocusEvent("focus")), 50));
	const segment = (await readWindow(owner, id, { limit: 2 })).rows[1]?.target[0];
	const operation = {
		type: "edit",
		segment: segment?.id,
		version: segment?.version,
		text: "Cod in the sea.",
	};
	await performOperation(owner, id, PostOperation.parse({ key: newId(), operation }));
	await desk.editor.locator("[data-fault]").getByText(words).waitFor();
	await page.keyboard.type("old ");
	await desk.reads("Eels in the old harbour.");
});
