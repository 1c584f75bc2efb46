/** Documents with one side: what is absent, what works, and the other side attached and taken away again. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const english = [
	"The salt road ends at the old ferry steps.",
	"Every spring the carters of the valley met there and there again.",
	"Nobody remembers who laid the first stone.",
	"The steps were mended in 1987 with granite from the quarry.",
];
const chinese = [
	"盐道的尽头是老渡口的石阶。",
	"每年春天，山谷里的车夫都在那里碰头。",
	"谁也不记得第一块石头是谁铺的。",
	"一九八七年，人们用采石场的花岗岩修好了石阶。",
];

const site = Site.forThisFile();
let lead: Actor;
let projectId: string;
let page: Page;
let desk: Workbench;

beforeAll(async () => {
	lead = await makePerson("Lucian Amadi");
	projectId = await makeProject([lead, "lead"]);
	page = await site.pageFor(lead);
	desk = new Workbench(page);
});

async function openNew(rows: readonly RowTexts[]): Promise<string> {
	const documentId = await makeDocument(lead, projectId, rows);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
	return documentId;
}

describe("an English-only document", () => {
	let documentId: string;
	const stored = () => storedPassages(lead, documentId);

	test("stands as draft and rendering; links and aligning are absent, not failing", async () => {
		documentId = await openNew(english.map((text) => [[], [text]]));
		await page.getByText("Draft", { exact: true }).first().waitFor();
		expect(await desk.cell(2, "left").textContent()).toBe(english[1]);
		expect(await desk.cell(2, "right").textContent()).toBe(english[1]);
		expect(await desk.row(2).getAttribute("aria-label")).toBe("Passage 2, untouched machine draft");
		expect(await desk.grid.getByRole("img", { name: /link/ }).count()).toBe(0);
		expect(await page.getByRole("group", { name: "Mode" }).count()).toBe(0);
		await page.keyboard.press("Escape");
		await page.keyboard.type("m");
		await desk.reads(`${english[0]}m`);
		await page.keyboard.press("Backspace");
		await desk.reads(english[0] ?? "");
		await desk.passages(4);
	});

	test("Ctrl+Enter says that the wording reads right; the draft stays beside it", async () => {
		await desk.goTo(2);
		await desk.retype("there and there again", "there");
		await page.keyboard.press("Control+Enter");
		await desk.state(2, "reviewed");
		await desk.at(3);
		await page.keyboard.press("Control+Enter");
		await desk.state(3, "reviewed");
		await desk.saved();
		expect(await desk.cell(2, "left").textContent()).toBe(english[1]);
		expect((await stored()).map(({ state }) => state)).toEqual(["draft", "reviewed", "reviewed", "draft"]);
	});

	test("F8 finds what is untouched, round the end", async () => {
		await desk.goTo(3);
		await page.keyboard.press("F8");
		await desk.at(4);
		await page.keyboard.press("F8");
		await desk.at(1);
	});

	test("Chinese is attached with a preview, in one revision that keeps every edit and state", async () => {
		await page.getByRole("button", { name: "Attach Chinese…" }).click();
		const dialog = page.getByRole("dialog", { name: "Attach the Chinese side" });
		await page.evaluate((text) => navigator.clipboard.writeText(text), chinese.join("\n"));
		await dialog.getByRole("textbox", { name: "Text" }).click();
		await page.keyboard.press("Control+KeyV");
		await dialog.getByRole("radio", { name: "one on each line" }).check();
		await dialog.getByRole("button", { name: "Preview" }).click();
		await dialog.getByText(/^4 passages: 4 paired/).waitFor();
		for (const text of chinese) await dialog.getByText(text).waitFor();
		expect(await storedTypes(documentId)).toEqual(["import", "edit", "confirm", "confirm"]);
		await dialog.getByRole("button", { name: "Attach" }).click();
		await page.getByRole("group", { name: "Mode" }).waitFor();
		await desk.focused();
		expect(await storedTypes(documentId)).toEqual(["import", "edit", "confirm", "confirm", "attach"]);
		const passages = await stored();
		expect(passages.flatMap(({ source }) => source)).toEqual(chinese);
		expect(passages[1]?.target).toEqual(["Every spring the carters of the valley met there."]);
		expect(passages.map(({ state }) => state)).toEqual(["draft", "reviewed", "reviewed", "draft"]);
		await desk.row(2).getByRole("img", { name: "reviewed without source" }).waitFor();
		await desk.row(1).getByRole("img", { name: "untouched machine draft" }).waitFor();
		expect(await desk.cell(2, "left").textContent()).toBe(chinese[1]);
	});

	test("undo takes it away again: the one-sided document is back as it was", async () => {
		await page.keyboard.press("Control+KeyZ");
		await desk.says(/^Undone: the other side attached/);
		await page.getByRole("button", { name: "Attach Chinese…" }).waitFor();
		await page.getByRole("group", { name: "Mode" }).waitFor({ state: "detached" });
		await desk.passages(4);
		expect((await stored()).map(({ source, state }) => [source.length, state])).toEqual([
			[0, "draft"],
			[0, "reviewed"],
			[0, "reviewed"],
			[0, "draft"],
		]);
		await desk.state(2, "reviewed");
		expect(await desk.cell(2, "left").textContent()).toBe(english[1]);
	});
});

describe("a Chinese-only document", () => {
	test("typing beside the source makes renderings", async () => {
		const documentId = await openNew(chinese.map((text) => [[text], []]));
		await desk.state(1, "empty");
		await page.keyboard.type("The salt road ends at the ferry.");
		await page.keyboard.press("Control+Enter");
		await desk.at(2);
		await page.keyboard.type("Carters meet there every spring.");
		await page.keyboard.press("Alt+ArrowDown");
		await desk.at(3);
		await desk.saved();
		const stored = await storedPassages(lead, documentId);
		expect(stored.map(({ target, state }) => [target.join(""), state])).toEqual([
			["The salt road ends at the ferry.", "reviewed"],
			["Carters meet there every spring.", "edited"],
			["", "empty"],
			["", "empty"],
		]);
		expect(stored.flatMap(({ source }) => source)).toEqual(chinese);
		expect(await desk.cell(1, "right").textContent()).toBe("The salt road ends at the ferry.");
	});
});
