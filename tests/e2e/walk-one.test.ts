/** The first walk of the product: a machine-translated page, English only, from paste to a tracked-changes Word file. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { readChanges, readWord } from "#tests/core/formats/word-reading.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { idIn, storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson, makeProject } from "#tests/factories.ts";

const pasted = readFileSync(new URL("fixtures/walk-one.en.txt", import.meta.url), "utf8");
const lines = pasted.split("\n").filter((line) => line.trim() !== "");
/** What a reader would not call part of the article. */
const furniture = /^(Contribution mailbox|Site search|Haijiao Net|Text zoom|\(Edited by)/;
const article = lines.filter((line) => !furniture.test(line));
const corrections = [
	["Foreign Liaison Department is mainly", "External Liaison Office is mainly"],
	["new progress and progress in serving", "new progress in serving"],
	["sorting out and sorting out the", "sorting out the"],
	["Translators can‘t only sit", "Translators cannot only sit"],
	["recorded and recorded more", "recorded more"],
] as const;

const site = Site.forThisFile();
let page: Page;
let desk: Workbench;
let reviewer: Actor;

beforeAll(async () => {
	reviewer = await makePerson("Wen Castellan");
	await makeProject([reviewer, "owner"]);
	page = await site.pageFor(reviewer);
	desk = new Workbench(page);
});

test("the pasted page is laid out line by line, its furniture is set aside by itself and the rest by hand", async () => {
	await page.goto(site.at("/"));
	await page.getByRole("link", { name: "Harbour notes" }).click();
	await page.getByRole("link", { name: "Import an article" }).click();
	const screen = new ImportScreen(page);
	await screen.paste("Translation", pasted);
	await screen.preview.getByText("Contribution mailbox:").waitFor();
	await page.getByText("31 passages, 4 lines set aside.").waitFor();
	await soon(() => page.getByRole("textbox", { name: "Date" }).inputValue()).toBe("2024-03-14 09:20");
	await soon(() => page.getByRole("textbox", { name: "Byline" }).inputValue()).toBe(
		"Tao Wenyu, Yunting Outreach Office",
	);
	await screen.choose(lines.length, "set aside");
	await page
		.getByText("30 passages, 5 lines set aside. No source: you correct the translation alone.")
		.waitFor();
});

test("who made the translation is asked before it is imported", async () => {
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await page.getByText(/^Say who made this translation/).waitFor();
	await new ImportScreen(page).madeByMachine("Harbour MT");
	await page.getByRole("textbox", { name: "Byline" }).fill("Tao Wenyu");
	await new ImportScreen(page).import();
	await desk.editor.waitFor();
	await desk.focused();
	await desk.passages(30);
	const stored = await storedPassages(reviewer, idIn(page.url()));
	expect(stored.flatMap(({ source }) => source)).toEqual([]);
	expect(stored.map(({ target }) => target.join("")).join("")).toBe(
		article.join("").replaceAll(/(?<=[.!?"”)]) (?=[A-Z])/g, ""),
	);
});

test.each(corrections)("“%s” is corrected to “%s” by keys", async (from, to) => {
	const number = await desk.numberOf(from);
	await desk.goTo(number);
	await soon(() => desk.text()).toContain(from);
	await desk.retype(from, to);
	await page.keyboard.press("Control+Enter");
	await desk.state(number, "reviewed");
	await desk.saved();
});

test("the Word file with tracked changes holds the article: rejected the draft, accepted the corrected text", async () => {
	await page.getByRole("link", { name: "Deliver" }).click();
	await page
		.getByText(/^25 of 30 passages are not reviewed\.$/)
		.first()
		.waitFor();
	const started = page.waitForEvent("download");
	await page.getByRole("link", { name: "Download: Word document with tracked changes", exact: true }).click();
	const download = await started;
	expect(download.suggestedFilename()).toMatch(/^Section chiefs talk about .*\.docx$/);
	const file = readFileSync(await download.path());
	const read = (changes: "accept" | "reject") => readWord(file, changes).map(({ text }) => text);
	const corrected = article.map((line) =>
		corrections.reduce((text, [from, to]) => text.replace(from, to), line),
	);
	expect(read("reject")).toEqual(article);
	expect(read("accept")).toEqual(corrected);
	for (const { author } of readChanges(file)) expect(author).toBe("Wen Castellan");
});
