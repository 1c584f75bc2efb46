/** Walk 3 of the product, by keys alone: one office under three names is found, fixed everywhere, and taken back. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const article: readonly (readonly [string, string])[] = [
	["堤岸改造方案公布", "Plan for the embankment published"],
	[
		"县规划办公室昨天公布了堤岸改造方案。",
		"The County Planning Office published the plan for the embankment yesterday.",
	],
	[
		"方案由县规划办公室与两家设计院共同完成。",
		"The plan was drawn up by the Prefecture Design Bureau with two design institutes.",
	],
	["居民可以在一个月内提出意见。", "Residents can comment within a month."],
	[
		"县规划办公室主任说，步道会加宽到四米。",
		"The head of the Regional Layout Agency says the footpath will be widened to four metres.",
	],
	[
		"门口的旧牌子上写的还是“地区设计局”。",
		"The old sign at the door still reads “Prefecture Design Bureau”.",
	],
	[
		"意见请寄县规划办公室，信封上注明“堤岸”。",
		"Send comments to the prefecture design bureau, with “embankment” on the envelope.",
	],
	["施工明年春天开始。", "Work begins next spring."],
];
const wrong = /Prefecture Design Bureau|Regional Layout Agency/i;
const sign = 5;
const before = article.map(([, rendering]) => rendering);
const after = before.map((text, i) => (i === sign ? text : text.replace(wrong, "County Planning Office")));

const site = Site.forThisFile();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;

const renderings = async () =>
	(await storedPassages(owner, documentId)).map(({ target }) => target.join(" "));
const dialog = () => page.getByRole("dialog", { name: "Replace in many passages" });
const press = (key: string) => page.keyboard.press(key);

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	const rows = article.map(([source, target]): RowTexts => [[source], [target]]);
	documentId = await makeDocument(owner, projectId, rows);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
});

test("F3 on its Chinese name lists every place in the project, with what was written for it", async () => {
	await desk.goTo(2);
	await press("F2");
	await desk.reads(article[1]?.[0] ?? "");
	await press("Control+Home");
	for (const _ of "县规划办公室") await press("Shift+ArrowRight");
	await press("F3");
	const panel = page.getByRole("tabpanel", { name: "Concordance" });
	await panel.getByRole("status").getByText("4 places.").waitFor();
	for (const name of ["County Planning Office", "Prefecture Design Bureau", "Regional Layout Agency"])
		await panel.getByText(name).first().waitFor();
	await press("Escape");
	await desk.focused();
});

test("the office is found by its Chinese name wherever it is, and each place shows the name it was given", async () => {
	await press("Control+KeyF");
	await page.keyboard.type("縣規劃辦公室");
	await page.getByRole("search").getByText("4 places").waitFor();
	await press("Enter");
	await desk.at(2);
	await press("Enter");
	await desk.at(3);
	await press("Escape");
	await desk.focused();
});

test("the wrong names are replaced where they are ticked, as one revision", async () => {
	await press("Control+KeyH");
	await page.keyboard.type("Prefecture Design Bureau|Regional Layout Agency");
	await press("Tab");
	await page.keyboard.type("County Planning Office");
	for (let i = 0; i < 3; i++) await press("Tab");
	await press("Space");
	await page.getByRole("button", { name: "Regular expression", pressed: true }).waitFor();
	await page.getByRole("search").getByText("4 places").waitFor();
	for (let i = 0; i < 3; i++) await press("Shift+Tab");
	await press("Control+Enter");
	await dialog().getByText("4 places in 4 passages, 4 ticked").waitFor();
	await dialog().getByRole("listbox").and(page.locator(":focus")).waitFor();
	await press("ArrowDown");
	await press("ArrowDown");
	await press("Space");
	await dialog().getByRole("option", { selected: false }).getByText("old sign at the door").waitFor();
	await press("Control+Enter");
	await desk.says("3 replaced in 3 passages.");
	await dialog().waitFor({ state: "detached" });
	await desk.cell(3, "right").getByText("drawn up by the County Planning Office").waitFor();
	expect(await renderings()).toEqual(after);
	expect(await storedTypes(documentId)).toEqual(["import", "rewrite"]);
});

test("Ctrl+Z takes all of it back", async () => {
	await press("Control+KeyZ");
	await soon(renderings).toEqual(before);
	await desk.says(/^Undone: new wording/);
});
