/** Walk 3 of the product over three documents: one office under three names is found, fixed everywhere, and taken back. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { db } from "#lib/server/db.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const office = "县规划办公室";
const articles: readonly (readonly RowTexts[])[] = [
	[
		[["堤岸改造方案公布"], ["Plan for the embankment published"]],
		[[`${office}昨天公布了方案。`], ["The County Planning Office published the plan yesterday."]],
	],
	[
		[["新桥开工"], ["Work on the new bridge begins"]],
		[[`${office}说，工期两年。`], ["The Prefecture Design Bureau says the work will take two years."]],
	],
	[
		[["居民提意见"], ["Residents have their say"]],
		[[`${office}收到三十条意见。`], ["The Regional Layout Agency received thirty comments."]],
		[[`意见请寄${office}。`], ["Send comments to the Prefecture Design Bureau."]],
	],
];
const wrong = /Prefecture Design Bureau|Regional Layout Agency/;
const before = articles.flat().map(([, [text = ""]]) => text);
const after = before.map((text) => text.replace(wrong, "County Planning Office"));

const site = Site.forThisFile();
let page: Page;
let projectId: string;

beforeAll(async () => {
	const owner = await makePerson("Ines Okoye");
	projectId = await makeProject([owner, "owner"]);
	for (const rows of articles) await makeDocument(owner, projectId, [...rows]);
	page = await site.pageFor(owner);
});

const dialog = () => page.getByRole("dialog");
const renderings = async () => {
	const found = await db().segment.findMany({ where: { projectId, side: "target" }, select: { text: true } });
	return found.map(({ text }) => text).toSorted();
};

test("the office's name and what it must not be called go into the glossary, by keys", async () => {
	await page.goto(site.at(`/projects/${projectId}/glossary`));
	await page.getByRole("button", { name: "New term" }).waitFor();
	await page.keyboard.press("n");
	await dialog().waitFor();
	await dialog().getByLabel("Simplified characters").fill(office);
	await dialog().getByLabel("Rendering 1", { exact: true }).fill("County Planning Office");
	for (const [i, text] of ["Prefecture Design Bureau", "Regional Layout Agency"].entries()) {
		await dialog().getByRole("button", { name: "Add a rendering" }).press("Enter");
		await dialog()
			.getByLabel(`Rendering ${i + 2}`, { exact: true })
			.and(page.locator(":focus"))
			.waitFor();
		await page.keyboard.type(text);
		await dialog()
			.getByLabel(`Status of rendering ${i + 2}`)
			.selectOption("forbidden");
	}
	await dialog().getByLabel("Rendering 1", { exact: true }).press("Enter");
	await page.getByText(`“${office}” was saved.`).waitFor();
});

test("every place under another name is listed, and changed in all documents at once", async () => {
	await page.getByRole("list", { name: "Terms" }).getByRole("listitem").getByRole("button").press("Enter");
	await dialog().getByRole("button", { name: "Where it is called otherwise" }).press("Enter");
	await page.getByRole("dialog", { name: `Where “${office}” is called otherwise` }).waitFor();
	await soon(() => dialog().locator("ins").count()).toBeGreaterThanOrEqual(3);
	await dialog().getByRole("button", { name: "Change 3 texts" }).click();
	await page.getByText("3 texts were changed.").waitFor();
	expect(await renderings()).toEqual(after.toSorted());
});

test("one undo takes it back in all of them", async () => {
	await page.getByRole("button", { name: "Undo" }).click();
	await page.getByText("The texts are as they were.").waitFor();
	expect(await renderings()).toEqual(before.toSorted());
});
