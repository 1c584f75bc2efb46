/** A reader and a reviewer talk about a text and settle it, both by keyboard alone. */
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const sentence = "The port handled ten ships and ten ships on Monday.";
const better = "The port handled ten ships on Monday.";
const rows: RowTexts[] = Array.from({ length: 4 }, () => [["周一，港口接卸了十艘船。"], [sentence]]);

const site = Site.forThisFile();
let reviewer: Actor;
let reader: Actor;
let documentId: string;
let address: string;

beforeAll(async () => {
	reviewer = await makePerson("Amara Lindqvist");
	reader = await makePerson("Bo Hartigan");
	const projectId = await makeProject([reviewer, "reviewer"], [reader, "reader"]);
	documentId = await makeDocument(reviewer, projectId, rows);
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
});

test("a reader comments and suggests; the reviewer who was mentioned accepts and resolves", async () => {
	const his = await site.pageFor(reader);
	await his.goto(address);
	const grid = his.getByRole("grid");
	await grid.locator(":focus").waitFor();
	await his.keyboard.press("ArrowDown");
	await his.keyboard.press("Control+KeyM");
	const box = his.getByRole("textbox", { name: /^Comment on this/ });
	await box.and(his.locator(":focus")).waitFor();
	await his.keyboard.type("Said twice, @ama");
	await his.getByRole("option", { name: "Amara Lindqvist" }).waitFor();
	await his.keyboard.press("Enter");
	await his.keyboard.type("?");

	// What is being written survives the page, which comes back to the passage that the address names.
	const second = await grid.getByRole("row", { name: /^Passage 2,/ }).getAttribute("data-passage");
	await soon(() => new URL(his.url()).searchParams.get("passage")).toBe(second);
	await his.reload();
	await grid.locator(":focus").waitFor();
	await his.keyboard.press("Control+KeyM");
	await box.and(his.locator(":focus")).waitFor();
	await soon(() => box.inputValue()).toBe("Said twice, @Amara Lindqvist ?");
	await his.keyboard.press("Control+Enter");
	await his.getByRole("article", { name: "Comment by Bo Hartigan" }).getByText("@Amara Lindqvist").waitFor();
	await grid.getByRole("button", { name: "1 open comment" }).waitFor();

	await grid.locator(":focus").waitFor();
	await his.keyboard.press("Enter");
	const suggestion = his.getByRole("textbox", { name: "Suggestion for the rendering" });
	await suggestion.and(his.locator(":focus")).waitFor();
	await his.keyboard.press("Control+KeyA");
	await his.keyboard.type(better);
	await his.keyboard.press("Control+Enter");
	await grid.getByRole("button", { name: "2 open comments" }).waitFor();
	expect((await storedPassages(reviewer, documentId))[1]?.target).toEqual([sentence]);

	const page = await site.pageFor(reviewer);
	await page.goto(site.at("/"));
	const inbox = page.getByRole("link", { name: "Bo Hartigan in Harbour notes" });
	await inbox.focus();
	await page.keyboard.press("Enter");
	const hers = new Workbench(page);
	await hers.at(2);
	await page.getByText("Suggested by Bo Hartigan").first().waitFor();
	await hers.editor.focus();
	await page.keyboard.press("Control+Shift+Enter");
	await hers.reads(better);
	await soon(async () => (await storedPassages(reviewer, documentId))[1]?.target).toEqual([better]);

	await page.getByRole("button", { name: "Resolve", exact: true }).focus();
	await page.keyboard.press("KeyR");
	await page.getByRole("button", { name: "Reopen" }).waitFor();
	await hers.grid.getByRole("button", { name: "1 open comment" }).waitFor({ state: "detached" });
	await page.goto(site.at("/"));
	await page.getByRole("heading", { level: 1 }).waitFor();
	expect(await page.getByText("You were mentioned").count()).toBe(0);
});
