/** A Chinese-only document taken to an engine and back: copied in parts, pasted with trouble, filled in, taken back. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";

const chinese = [
	"盐道的尽头是老渡口的石阶。",
	"每年春天，山谷里的车夫都在那里碰头。",
	"谁也不记得第一块石头是谁铺的。",
	"一九八七年，人们用采石场的花岗岩修好了石阶。",
	"如今车夫们改走公路。",
	"只有渡船还在等人。",
];
const answer = [
	"Here is the translation:",
	"",
	"1. The salt road ends at the steps of the old ferry.",
	"3) Nobody remembers who laid",
	"the first stone.",
	"**2.** Every spring the carters of the valley met there.",
	"4: In 1987 the steps were mended with granite from the quarry.",
	"9. There is no such passage.",
	"",
	"Let me know if you need anything else!",
].join("\n");

const site = Site.forThisFile();
let reviewer: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;
let dialog: Locator;

beforeAll(async () => {
	reviewer = await makePerson("Bo Lind");
	const lead = await makePerson("Lucian Amadi");
	const projectId = await makeProject([lead, "lead"], [reviewer, "reviewer"]);
	documentId = await makeDocument(
		lead,
		projectId,
		chinese.map((text) => [[text], []]),
	);
	page = await site.pageFor(reviewer);
	desk = new Workbench(page);
	dialog = page.getByRole("dialog", { name: "Paste bridge" });
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
});

const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const stored = async () =>
	(await storedPassages(reviewer, documentId)).map(({ target, state }) => [target.join(""), state]);

async function paste(text: string): Promise<void> {
	await page.evaluate((said) => navigator.clipboard.writeText(said), text);
	await dialog.getByRole("textbox", { name: "What came back" }).click();
	await page.keyboard.press("Control+KeyA");
	await page.keyboard.press("Control+KeyV");
}

test("a document without any rendering says what to do next, and copies its passages under their numbers", async () => {
	await page.getByText("No passage has a rendering yet.").waitFor();
	await page.getByRole("button", { name: "Paste bridge…" }).click();
	await dialog.getByText("Passages 1–6").waitFor();
	await dialog.getByRole("button", { name: "Copy: Passages 1–6" }).press("Enter");
	await dialog.getByRole("button", { name: "Copied: Passages 1–6" }).waitFor();
	expect(await clipboard()).toBe(chinese.map((text, i) => `${i + 1}. ${text}`).join("\n"));
});

test("some of them are copied alone, and what is asked for is what was copied", async () => {
	await dialog.getByRole("textbox", { name: "to passage" }).fill("4");
	await dialog.getByRole("button", { name: "Copy: Passages 1–4" }).click();
	await dialog.getByText(/taken for what was copied last: passages 1–4/).waitFor();
	expect(await clipboard()).toBe(
		chinese
			.slice(0, 4)
			.map((text, i) => `${i + 1}. ${text}`)
			.join("\n"),
	);
});

test("what came back is shown with what is missing, extra and out of order, before anything is changed", async () => {
	await paste("1. The salt road ends there.\n2. Carters met.");
	await dialog.getByText("2 lines fit.").waitFor();
	await dialog.getByText("Missing: 3, 4").waitFor();
	await paste(answer);
	await dialog.getByText("4 lines fit.").waitFor();
	await dialog.getByText("Out of order, taken by their numbers: 2").waitFor();
	await dialog.getByText("3 lines belong to no passage and are left out:").waitFor();
	await dialog.getByText("line 8, number 9:").waitFor();
	await dialog.getByText("Nobody remembers who laid the first stone.", { exact: true }).waitFor();
	expect(await dialog.getByText(/^Missing/).count()).toBe(0);
	expect(await storedTypes(documentId)).toEqual(["import"]);
});

test("it is filled in as the draft of a named engine, in one revision", async () => {
	const apply = dialog.getByRole("button", { name: "Fill in 4 passages" });
	expect(await apply.isDisabled()).toBe(true);
	await dialog.getByRole("textbox", { name: "Name of the engine" }).fill("Ferry MT");
	await apply.click();
	await desk.says("4 passages have a rendering now.");
	await desk.state(2, "untouched machine draft, automatic link");
	expect(await storedTypes(documentId)).toEqual(["import", "fill"]);
	expect(await stored()).toEqual([
		["The salt road ends at the steps of the old ferry.", "draft"],
		["Every spring the carters of the valley met there.", "draft"],
		["Nobody remembers who laid the first stone.", "draft"],
		["In 1987 the steps were mended with granite from the quarry.", "draft"],
		["", "empty"],
		["", "empty"],
	]);
	expect(await page.getByText("No passage has a rendering yet.").count()).toBe(0);
});

test("the rest comes over by keys alone, line by line; a passage typed into meanwhile stays as it was typed", async () => {
	await page.getByRole("button", { name: "Actions" }).press("Enter");
	await page.getByRole("menuitem", { name: "Paste bridge…" }).press("Enter");
	await dialog.getByRole("button", { name: "Copy: Passages 5–6" }).press("Enter");
	await dialog.getByRole("button", { name: "Copied: Passages 5–6" }).waitFor();
	await paste("Now the carters take the road.\nOnly the ferry still waits.");
	await dialog
		.getByText("The lines do not have the numbers that were copied: they are taken in their order.")
		.waitFor();
	await dialog.getByText("2 lines fit.").waitFor();
	await typeMeanwhile(5, "The carters drive now.");
	expect(await dialog.getByRole("textbox", { name: "Name of the engine" }).inputValue()).toBe("Ferry MT");
	await dialog.getByRole("button", { name: "Fill in 2 passages" }).press("Enter");
	await desk.says("1 passage has a rendering now. 1 was filled by somebody meanwhile and stays.");
	expect((await stored()).slice(4)).toEqual([
		["The carters drive now.", "edited"],
		["Only the ferry still waits.", "draft"],
	]);
});

/** In another window, as somebody else would. */
async function typeMeanwhile(number: number, text: string): Promise<void> {
	const other = await page.context().newPage();
	const beside = new Workbench(other);
	await beside.open(page.url());
	await beside.goTo(number);
	await other.keyboard.type(text);
	await other.keyboard.press("Alt+ArrowUp");
	await beside.saved();
	await other.close();
}

test("where every passage has a rendering it is not offered; one undo takes the last paste back", async () => {
	await page.getByRole("button", { name: "Actions" }).click();
	await page.getByRole("menuitem", { name: "Undo" }).waitFor();
	await soon(() => page.getByRole("menuitem", { name: "Paste bridge…" }).count()).toBe(0);
	await page.keyboard.press("Escape");
	await page.getByRole("button", { name: "Undo" }).click();
	await desk.says(/^Undone: pasted renderings/);
	await desk.state(6, "empty, automatic link");
	expect((await stored()).at(-1)).toEqual(["", "empty"]);
});
