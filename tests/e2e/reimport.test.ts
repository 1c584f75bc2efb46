/** Both sides imported again in newer versions: what was typed stays, what changed is shown twice, and undo brings all back. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { english as said } from "#lib/messages/catalogue.ts";
import type { Actor } from "#lib/server/access.ts";
import { verifyDocument } from "#lib/server/verify.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { idIn, type StoredPassage, storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { TestWorker } from "#tests/server/test-worker.ts";

const chinese = [
	"渡口在村子的东边。",
	"每天有三班船过河。",
	"船夫姓罗，今年五十八岁。",
	"他的父亲也是船夫。",
	"春天水涨，船要多绑一根绳子。",
	"孩子们坐船去上学。",
];
const english = [
	"The ferry lies east of the village.",
	"Three boats cross the river each day.",
	"The ferryman is called Luo and is fifty-eight.",
	"His father was a ferryman too.",
	"In spring the water rises and the boat needs another rope.",
	"The children take the boat to school.",
];
/** As above, but for the second and the fourth sentence, and one more at the end. */
const newerEnglish = [
	english[0],
	"Every day three ferries cross the river.",
	english[2],
	"His father had been a ferryman before him.",
	...english.slice(4),
	"Nobody remembers a day without the ferry.",
];
const newerChinese = [...chinese.slice(0, 5), "孩子们每天坐船去上学。"];

const site = Site.forThisFile();
TestWorker.throughout();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;

const stored = () => storedPassages(owner, documentId);
const renderings = async () => (await stored()).map(({ target }) => target.join(" "));
const dialog = () => page.getByRole("dialog", { name: "Re-import a newer version" });
const strip = (name: string) => desk.grid.getByRole("region", { name });

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await page.goto(site.at(`/projects/${projectId}/import`));
	const screen = new ImportScreen(page);
	await screen.paste("Source text", chinese.join("\n"));
	await screen.paste("Translation", english.join("\n"));
	await screen.madeByMachine("Harbour MT");
	await screen.import();
	await desk.editor.waitFor();
	await desk.focused();
	documentId = idIn(page.url());
});

async function openDialog(): Promise<void> {
	await page.getByRole("button", { name: "More about this document" }).click();
	await page.getByRole("menuitem", { name: said.workbench.action.reimport }).click();
	await dialog().waitFor();
}

async function look(side: "Source" | "Rendering", lines: readonly (string | undefined)[]): Promise<void> {
	await openDialog();
	await dialog().getByRole("radio", { name: side }).check();
	await dialog().getByRole("textbox", { name: "Newer version" }).fill(lines.join("\n"));
	await dialog().getByRole("button", { name: "Preview" }).click();
	await dialog().getByRole("list", { name: "What would change" }).waitFor();
}

async function apply(): Promise<void> {
	await dialog().getByRole("button", { name: "Re-import" }).click();
	await dialog().waitFor({ state: "detached" });
	await desk.says(/^The newer version is in/);
}

let worked: StoredPassage[];

describe("a newer English side", () => {
	test("two renderings are edited and one of them is confirmed", async () => {
		await desk.goTo(2);
		await desk.retype("each day", "a day");
		await desk.goTo(3);
		await desk.retype("fifty-eight", "58");
		await page.keyboard.press("Control+Enter");
		await desk.state(3, "reviewed, confirmed link");
		await desk.saved();
		worked = await stored();
	});

	test("the preview says what stays and lists what was reworded twice first, with both texts", async () => {
		await look("Rendering", newerEnglish);
		await dialog().getByText("4 sentences stay as they are.").waitFor();
		await dialog()
			.getByText(/^1 was reworded here and there/)
			.waitFor();
		const first = dialog().getByRole("list", { name: "What would change" }).getByRole("listitem").first();
		await first.getByText("Three boats cross the river a day.").waitFor();
		await first.getByText("Every day three ferries cross the river.").waitFor();
		expect(await stored()).toEqual(worked);
	});

	test("applied, it keeps what was typed and reviewed, and takes what nobody touched", async () => {
		await apply();
		await desk.passages(7);
		expect(await renderings()).toEqual([
			english[0],
			"Three boats cross the river a day.",
			"The ferryman is called Luo and is 58.",
			"His father had been a ferryman before him.",
			english[4],
			english[5],
			"Nobody remembers a day without the ferry.",
		]);
		await desk.state(3, "reviewed, confirmed link");
		await desk.state(4, "untouched machine draft, stale link");
		await desk.state(2, "edited, stale link");
	});

	test("a passage with two versions shows both, and Tab reaches the choice", async () => {
		await desk.goTo(2);
		const newer = strip("Newer version");
		await newer.waitFor();
		await newer.locator("ins", { hasText: "Every day three ferries" }).waitFor();
		await desk.retype("a day", "daily"); // and chosen against a moment later
		await page.keyboard.press("Tab");
		const take = newer.getByRole("button", { name: "Use the newer wording" });
		await take.and(page.locator(":focus")).waitFor();
		await page.keyboard.press("Enter");
		await newer.waitFor({ state: "detached" });
		await desk.reads("Every day three ferries cross the river.");
		await desk.goTo(3);
		await desk.goTo(2);
		await desk.reads("Every day three ferries cross the river.");
		await desk.saved();
		expect((await renderings())[1]).toBe("Every day three ferries cross the river.");
	});

	test("the earlier wording comes back from the menu of actions", async () => {
		await desk.goTo(4);
		await strip("Before the re-import").locator("del", { hasText: "was" }).waitFor();
		await page.getByRole("button", { name: "Actions" }).click();
		await page.getByRole("menuitem", { name: "Use the other version of this passage" }).click();
		await strip("Before the re-import").waitFor({ state: "detached" });
		await desk.reads(english[3] ?? "");
		await desk.saved();
		expect((await renderings())[3]).toBe(english[3]);
	});
});

test("a newer Chinese side leaves renderings alone; confirming settles what changed", async () => {
	await look("Source", newerChinese);
	await dialog().getByText("1 takes the newer wording.").waitFor();
	await apply();
	await soon(async () => (await stored())[5]?.source).toEqual(["孩子们每天坐船去上学。"]);
	expect((await renderings())[5]).toBe(english[5]);
	await desk.goTo(6);
	await strip("Before the re-import").locator("ins", { hasText: "每天" }).waitFor();
	await page.keyboard.press("Control+Enter");
	await desk.state(6, "reviewed, confirmed link");
	await strip("Before the re-import").waitFor({ state: "detached" });
	await desk.saved();
});

test("undoing everything brings the document back as it was before the first re-import", async () => {
	for (const operation of [
		"confirmation",
		"re-import of one side",
		"choice between two versions",
		"choice between two versions",
		"wording",
		"re-import of one side",
	]) {
		await desk.goTo(1);
		await page.keyboard.press("Control+KeyZ");
		await desk.says(new RegExp(`^Undone: ${operation}`));
		await desk.saved();
	}
	await desk.passages(6);
	await soon(stored).toEqual(worked);
	expect((await verifyDocument(documentId)).discrepancies).toEqual([]);
});

test("a file dropped into the dialog is read like a pasted text, and the same text changes nothing", async () => {
	await openDialog();
	await dialog().getByRole("radio", { name: "Source" }).check();
	await dialog()
		.locator("input[type=file]")
		.setInputFiles({ name: "same.txt", mimeType: "text/plain", buffer: Buffer.from(chinese.join("\n\n")) });
	await dialog().getByRole("button", { name: "Take another" }).waitFor();
	await dialog().getByRole("button", { name: "Preview" }).click();
	await dialog()
		.getByText(/^Nothing would change/)
		.waitFor();
	await page.keyboard.press("Escape");
	await dialog().waitFor({ state: "detached" });
});
