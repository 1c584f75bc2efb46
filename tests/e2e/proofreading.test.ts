/** What is wrong in the text being typed: marked in it, explained, mended; spelling without anything from elsewhere. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { createDocument } from "#lib/server/documents.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const site = Site.forThisFile();
const rows: RowTexts[] = [
	[["图书馆今天开放。"], ["The goverment opened a new libary for an school."]],
	[["第二个碼头开放了。"], ["The second wharf opened."]],
];
let page: Page;
let desk: Workbench;
const asked: string[] = [];

beforeAll(async () => {
	const owner: Actor = await makePerson("Mei Sato");
	const projectId = await makeProject([owner, "owner"]);
	const documentId = await createDocument(owner, projectId, importOf(rows));
	page = await site.pageFor(owner);
	page.on("request", (request) => asked.push(request.url()));
	desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
});

const marked = async (): Promise<string[]> => await desk.editor.locator(".fault").allTextContents();
const card = () => page.getByRole("dialog");

describe("English", () => {
	test("is read in a worker, with nothing from elsewhere", async () => {
		await soon(marked).toEqual(["goverment", "libary", "an"]);
		expect(asked.filter((url) => url.endsWith(".wasm"))).toHaveLength(1);
		expect(asked.filter((url) => new URL(url).origin !== new URL(site.server.url).origin)).toEqual([]);
	});

	test("a slip is mended by keys alone, and undo takes that back", async () => {
		await page.keyboard.press("Control+Home");
		await page.keyboard.press("Alt+Enter");
		await card().getByText("“goverment” is not in the dictionary.").waitFor();
		await page.keyboard.press("1");
		await desk.reads("The government opened a new libary for an school.");
		await soon(marked).toEqual(["libary", "an"]);
		await desk.focused();
		await page.keyboard.press("Control+KeyZ");
		await desk.reads(rows[0]?.[1][0] ?? "");
	});

	test("arrows choose among what may stand there, Esc leaves it as it is", async () => {
		await soon(marked).toEqual(["goverment", "libary", "an"]);
		await page.keyboard.press("Control+End");
		await desk.caretBefore("an school");
		await page.keyboard.press("Alt+Enter");
		await card().getByText("The sound that follows asks for the other article.").waitFor();
		await page.keyboard.press("Escape");
		await card().waitFor({ state: "detached" });
		await desk.mode("Review");
		await desk.focused();
		await page.keyboard.press("Alt+Enter");
		await card().waitFor();
		await page.keyboard.press("ArrowDown");
		await page.keyboard.press("Enter"); // “Ignore here”, the second choice
		await soon(marked).toEqual(["goverment", "libary"]);
	});

	test("the pointer over a mark explains it, and a word becomes the project’s own until that is undone", async () => {
		await desk.editor.locator(".fault", { hasText: "libary" }).hover();
		await page.getByRole("button", { name: "Add “libary” to the project’s words" }).click();
		await soon(marked).toEqual(["goverment"]);
		await desk.says("“libary” is now known in this project.");
		await page
			.getByRole("region", { name: /^Notifications/ })
			.getByRole("button", { name: "Undo" })
			.click();
		await soon(marked).toEqual(["goverment", "libary"]);
	});

	test("is not read when somebody does not want it, also after a reload", async () => {
		await page.getByRole("button", { name: "Actions" }).click();
		await page.getByRole("menuitem", { name: "Spelling and grammar marks, on or off" }).click();
		await soon(marked).toEqual([]);
		await page.reload();
		await desk.focused();
		await page.keyboard.press("Alt+Enter");
		await desk.says("Nothing is marked in this text.");
	});
});

test("what a check finds is marked in the text being typed, as it is typed", async () => {
	await desk.goTo(2);
	await page.keyboard.press("F2");
	await soon(marked).toEqual(["碼"]);
	await page.keyboard.press("Control+Home");
	await page.keyboard.press("Alt+Enter");
	await page.keyboard.press("Enter");
	await desk.reads("第二个码头开放了。");
	expect(await marked()).toEqual([]);
	await page.keyboard.press("F2");
});

test("several lines that are pasted become one, which is said and can be undone", async () => {
	await desk.goTo(2);
	await page.evaluate(() => {
		const html = new Blob(["<p><b>One</b></p><p>two</p>"], { type: "text/html" });
		const text = new Blob(["One\r\ntwo\tthree\r\n"], { type: "text/plain" });
		return navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
	});
	await page.keyboard.press("Control+End");
	await page.keyboard.press("Control+KeyV");
	await desk.reads("The second wharf opened.One two three");
	await desk.says("2 lines joined: a segment is one line.");
	await page.getByText("7 words · 37 characters").waitFor();
	await page.keyboard.press("Control+KeyZ");
	await desk.reads("The second wharf opened.");
	await page.getByText("4 words · 24 characters · source 9").waitFor();
});

test("words of the source are looked up where they are selected, without leaving the row", async () => {
	await desk.goTo(2);
	await page.keyboard.press("Shift+F3");
	const found = page.getByRole("region", { name: "In the dictionary" });
	await found.getByText("dì èr").first().waitFor();
	const text = desk.cell(1, "left").locator("p");
	await text.evaluate((line) => {
		const range = document.createRange();
		range.setStart(line.firstChild ?? line, 0);
		range.setEnd(line.firstChild ?? line, 3);
		const selection = window.getSelection();
		selection?.removeAllRanges();
		selection?.addRange(range);
	});
	await found.getByText("tú shū guǎn").waitFor();
	await found.getByText("圖書館").waitFor();
	await desk.at(2);
});
