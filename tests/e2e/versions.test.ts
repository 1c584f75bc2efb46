/** What others changed since the last visit, versions with a name, and bringing one back. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { newsFor } from "#lib/server/visits.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";

const site = Site.forThisFile();
let owner: Actor;
let other: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;
let address: string;

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	other = await makePerson("Bo Lind");
	const projectId = await makeProject([owner, "owner"], [other, "reviewer"]);
	documentId = await makeDocument(owner, projectId, plainRows(12));
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
});

async function edit(index: number, text: string): Promise<void> {
	const { rows } = await readWindow(owner, documentId, { limit: 50 });
	const segment = rows[index]?.target[0];
	const operation = { type: "edit", segment: segment?.id, version: segment?.version, text };
	await performOperation(other, documentId, PostOperation.parse({ key: newId(), operation }));
}
const texts = async () => (await storedPassages(owner, documentId)).map(({ target }) => target[0]);
const draft = plainRows(12).map(([, [text]]) => text);
const news = () => page.getByRole("region", { name: "Since your last visit" });
const dialog = (name: string) => page.getByRole("dialog", { name });

test("two keystrokes name the version as it is", async () => {
	await desk.open(address);
	await page.keyboard.press("Shift+F9");
	await dialog("Name this version").getByLabel("Name").and(page.locator(":focus")).waitFor();
	await page.keyboard.press("Enter");
	await desk.says("This version is now called “v1”.");
	await soon(() => storedTypes(documentId)).toContain("label"); // others' revisions come after it
	await soon(async () => (await newsFor(owner, documentId)).visit?.number).toBe(1);
});

test("what others changed since is said when one comes again, shown alone, and stays until it is marked as seen", async () => {
	await page.goto("about:blank");
	await edit(2, "Bo worded this anew.");
	await edit(7, "And this as well.");
	await desk.open(address);
	await news().getByText("2 passages changed by others since your last visit,").waitFor();
	await news().getByRole("button", { name: "Show only these" }).click();
	await page.getByText("2 of 12 passages").waitFor();
	await page.reload();
	await page.getByText("2 of 12 passages").waitFor();
	await news().getByRole("button", { name: "Mark as seen" }).click();
	await news().waitFor({ state: "detached" });
	await page.getByRole("button", { name: "Show all" }).click();
	await page.getByText("2 of 12 passages").waitFor({ state: "detached" });
});

test("a version with a name is brought back whole, after a look at what would change, and one undo takes that back", async () => {
	const now = await texts();
	await page.getByRole("button", { name: "More about this document" }).click();
	await page.getByRole("menuitem", { name: "Versions…" }).click();
	const first = dialog("Versions").getByRole("listitem").first().getByRole("link").first();
	await first.and(page.locator(":focus")).waitFor();
	await dialog("Versions").getByRole("button", { name: "Bring back…: v1" }).click();
	const restoring = dialog("Bring an earlier version back");
	await restoring.getByText("2 passages would change", { exact: false }).waitFor();
	await restoring.getByRole("button", { name: "Bring back", exact: true }).click();
	await desk.says("2 passages are as they were.");
	await soon(texts).toEqual(draft);
	await page
		.getByRole("region", { name: /^Notifications/ })
		.getByRole("button", { name: "Undo" })
		.click();
	await soon(texts).toEqual(now);
	await desk.saved(); // it is answered, and has led to what it took back
});

test("an entry of somebody else's is taken back by itself", async () => {
	await desk.goTo(3);
	await page.getByRole("button", { name: "Take back revision 3" }).click();
	await soon(async () => (await texts())[2]).toBe(draft[2]);
	expect((await texts())[7]).toBe("And this as well.");
});

test("whoever comes back from delivering types on at the end of what was typed there before", async () => {
	await desk.open(address);
	await desk.goTo(6);
	const before = await desk.text();
	await page.keyboard.press("End");
	await page.keyboard.type(" Then fog");
	await page.getByRole("link", { name: "Deliver" }).click();
	await page.getByRole("heading", { name: "Deliver" }).waitFor();
	await page.goBack();
	await desk.reads(`${before} Then fog`);
	await desk.focused();
	await page.keyboard.type(" fell.");
	await desk.reads(`${before} Then fog fell.`);
});
