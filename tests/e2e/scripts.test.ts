/** A page in traditional characters with what a conversion left behind: found in either script, mended, converted, taken back. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { english } from "#lib/messages/catalogue.ts";
import type { Actor } from "#lib/server/access.ts";
import { createDocument } from "#lib/server/documents.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const rows: readonly RowTexts[] = [
	[["水渠通水了"], ["Water Reaches the Canal"]],
	[["新渠的標准比舊渠高得多。"], ["The new canal is built to a far higher standard."]],
	[["工程師細致檢查閘門，皇后村的村民都來幫忙。"], ["The engineers checked the gates again and again."]],
	[["洪水發生后，范圍擴大到三個縣。"], ["After the flood it reached three counties."]],
	[["這項標準明年生效。"], ["The standard takes effect next year."]],
];

const site = Site.forThisFile();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;
let address: string;

const sources = async () => (await storedPassages(owner, documentId)).map(({ source }) => source.join(""));
const marks = () => page.getByRole("grid").locator("mark").allTextContents();
const field = () => page.getByRole("textbox", { name: "Find in the document" });
const bar = () => page.getByRole("search", { name: "Find in the document" });
const panel = () => page.getByRole("complementary", { name: english.workbench.panel.label });
const flag = (number: number) => desk.row(number).getByText(/^\d findings?$/);
const choose = async (name: string) => {
	await page.getByRole("button", { name: "Actions", exact: true }).click();
	await page.getByRole("menuitem", { name }).click();
};

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	const operation = importOf(rows);
	const description = {
		...operation.description,
		title: "Water Reaches the Canal",
		sourceLanguage: "zh-Hant",
	};
	documentId = await createDocument(owner, projectId, { ...operation, description });
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(address);
});

describe("finding", () => {
	test("Ctrl+F and simplified characters find both writings of a word in a traditional text", async () => {
		await page.keyboard.press("Control+KeyF");
		await field().and(page.locator(":focus")).waitFor();
		await page.keyboard.type("标准");
		await bar().getByText("2 places").waitFor();
		await soon(marks).toEqual(["標准", "標準"]);
	});

	test("Enter goes to the next place and round the end, Shift+Enter back, and the field keeps the focus", async () => {
		const steps: [string, string, number][] = [
			["Enter", "1 of 2", 2],
			["Enter", "2 of 2", 5],
			["Enter", "1 of 2", 2],
			["Shift+Enter", "2 of 2", 5],
		];
		for (const [key, said, number] of steps) {
			await page.keyboard.press(key);
			await bar().getByText(said).waitFor();
			await desk.at(number);
			await field().and(page.locator(":focus")).waitFor();
		}
	});

	test("renderings are searched too, also in the one being edited, whatever the case", async () => {
		await field().fill("THE ");
		await bar()
			.getByText(/^\d places$/)
			.waitFor();
		expect(await marks()).toContain("The ");
		await page.keyboard.press("Enter");
		await desk.editor.locator("mark").first().waitFor();
	});

	test("what is looked for is in the address, and a reload looks for it again", async () => {
		await field().fill("发生后");
		await bar().getByText("1 place").waitFor();
		await soon(() => new URL(page.url()).searchParams.get("find")).toBe("发生后");
		await page.reload();
		await bar().getByText("1 place").waitFor();
		await soon(marks).toEqual(["發生后"]);
		await field().fill("沒有這樣的字");
		await bar().getByText("Not found").waitFor();
	});

	test("Esc leads back to the text, and nothing is marked any more", async () => {
		await field().focus();
		await page.keyboard.press("Escape");
		await bar().waitFor({ state: "detached" });
		await desk.focused();
		expect(await marks()).toEqual([]);
		await soon(() => new URL(page.url()).searchParams.has("find")).toBe(false);
	});
});

describe("what the checks find", () => {
	test("passages with findings carry a flag, and those without none", async () => {
		await flag(2).waitFor();
		await soon(() =>
			page
				.getByRole("grid")
				.getByText(/^\d findings?$/)
				.allTextContents(),
		).toEqual(["1 finding", "1 finding", "2 findings"]);
	});

	test("the panel shows each with its fix, and how many the document has", async () => {
		await page.getByRole("tab", { name: "Findings 4" }).click();
		await panel().getByText("4 findings in 3 passages").waitFor();
		await desk.goTo(4);
		await panel().getByRole("button", { name: "Change to “後”" }).waitFor();
		await panel().getByRole("button", { name: "Change to “範圍”" }).waitFor();
	});

	test("one press mends it, as an edit that can be taken back", async () => {
		await panel().getByRole("button", { name: "Change to “範圍”" }).click();
		await soon(async () => (await sources())[3]).toBe("洪水發生后，範圍擴大到三個縣。");
		await panel().getByText("3 findings in 3 passages").waitFor();
		await panel().getByRole("button", { name: "Change to “後”" }).click();
		await soon(async () => (await sources())[3]).toBe("洪水發生後，範圍擴大到三個縣。");
		await panel().getByText("The checks find nothing here.").waitFor();
		await flag(4).waitFor({ state: "detached" });
		await desk.focused();
		await page.keyboard.press("Control+KeyZ");
		await soon(async () => (await sources())[3]).toBe("洪水發生后，範圍擴大到三個縣。");
		await flag(4).waitFor();
		expect((await storedTypes(documentId)).slice(1)).toEqual(["edit", "edit", "edit"]);
	});

	test("a source that is being corrected is mended where one types", async () => {
		await desk.goTo(2);
		await page.keyboard.press("F2");
		await desk.reads("新渠的標准比舊渠高得多。");
		await panel().getByRole("button", { name: "Change to “標準”" }).click();
		await desk.reads("新渠的標準比舊渠高得多。");
		await soon(async () => (await sources())[1]).toBe("新渠的標準比舊渠高得多。");
		await page.keyboard.press("F2");
	});

	test("the next passage with findings is one press away", async () => {
		await panel().getByRole("button", { name: "Next passage with findings" }).click();
		await desk.at(3);
		await panel().getByRole("button", { name: "Change to “細緻”" }).waitFor();
	});
});

describe("the other script", () => {
	const dialog = () => page.getByRole("dialog", { name: "Convert to simplified or traditional" });
	const left = (number: number): Locator => desk.cell(number, "left");

	test("showing it changes what is read and nothing that is stored, and says so", async () => {
		const before = await sources();
		await choose("Show Chinese in simplified characters");
		await left(5).getByText("这项标准明年生效。").waitFor();
		await page.getByText("This is only a view").waitFor();
		expect(await sources()).toEqual(before);
		await page.getByRole("button", { name: "Show as stored" }).click();
		await left(5).getByText("這項標準明年生效。").waitFor();
	});

	test("converting is shown before it is done", async () => {
		const before = await sources();
		await choose("Convert to simplified or traditional…");
		await dialog().getByText("4 of 5 sentences would change").waitFor();
		await dialog().getByRole("list", { name: "What would change" }).getByText("这项标准明年生效。").waitFor();
		expect(await sources()).toEqual(before);
	});

	test("it is one revision: every sentence, and the name of the language", async () => {
		await dialog().getByRole("button", { name: "Convert", exact: true }).click();
		await dialog().waitFor({ state: "detached" });
		await desk.says("4 sentences were converted.");
		await left(3).getByText("工程师细致检查闸门，皇后村的村民都来帮忙。").waitFor();
		await page.getByText("Source · Chinese (Simplified)").waitFor();
		expect((await storedTypes(documentId)).at(-1)).toBe("rewrite");
		await soon(() =>
			page
				.getByRole("grid")
				.getByText(/^\d findings?$/)
				.count(),
		).toBe(0);
	});

	test("and one undo brings all of it back", async () => {
		await page
			.getByRole("region", { name: /^Notifications/ })
			.getByRole("button", { name: "Undo" })
			.click();
		await left(5).getByText("這項標準明年生效。").waitFor();
		await page.getByText("Source · Chinese (Traditional)").waitFor();
		await desk.says(/^Undone: new wording throughout/);
		await flag(3).waitFor();
	});
});
