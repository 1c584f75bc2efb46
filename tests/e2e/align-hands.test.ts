/** Hands that align: by keys, by the tools that a row shows to the mouse, and by dragging; and why a link is stale. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { createDocument } from "#lib/server/documents.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const texts: readonly RowTexts[] = [
	[["渡口"], ["The Ferry"]],
	[["船夫姓白。"], ["The ferryman is called Bai."]],
	[
		["他每天过河四十次。", "从不迟到。"],
		["He crosses the river forty times a day.", "He is never late."],
	],
	[["冬天河水结冰。"], ["In winter the river freezes."]],
	[["那时他修船。"], ["Then he mends his boat."]],
	[["孩子们来看他。"], ["The children come to see him."]],
];

const site = Site.forThisFile();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;

const lines = async () =>
	(await storedPassages(owner, documentId)).map(
		({ source, target }) => `${source.join(" ")}|${target.join(" ")}`,
	);
const links = async () => (await storedPassages(owner, documentId)).map(({ link }) => link[0]).join("");
const lastType = async () => (await storedTypes(documentId)).at(-1);
const begin = texts.map(([source, target]) => `${source.join(" ")}|${target.join(" ")}`);
const tools = (number: number) =>
	page.getByRole("toolbar", { name: `Tools for passage ${number}`, exact: true });

async function undone(expected: readonly string[] = begin): Promise<void> {
	await page.keyboard.press("Control+KeyZ");
	await soon(lines).toEqual(expected);
	await desk.passages(expected.length);
}

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	documentId = await createDocument(owner, projectId, importOf(texts));
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
});

test("keys: a passage is taken apart by T and put together by Shift+M, each undone by one press", async () => {
	await desk.goTo(4);
	await desk.align();
	await page.keyboard.press("KeyT");
	await soon(lines).toEqual([
		...begin.slice(0, 3),
		"冬天河水结冰。|",
		"|In winter the river freezes.",
		...begin.slice(4),
	]);
	await undone();
	await desk.goTo(4);
	await page.keyboard.press("Shift+KeyM");
	await soon(lastType).toBe("merge");
	await desk.passages(5);
	await undone();
});

test("Shift+C confirms everything down to here, and its toast takes it back", async () => {
	await desk.goTo(3);
	await page.keyboard.press("Shift+KeyC");
	await desk.says("3 links confirmed, down to this one.");
	await soon(links).toBe("cccaaa");
	await page
		.getByRole("region", { name: /^Notifications/ })
		.getByRole("button", { name: "Undo" })
		.click();
	await soon(links).toBe("aaaaaa");
	await desk.saved();
});

test("the mouse: tools lie over the border of the row whose gutter it is over, and act on that row", async () => {
	await desk.goTo(1);
	await tools(1).waitFor();
	const before = await desk.row(5).boundingBox();
	await desk.row(5).locator("[data-gutter]").hover();
	await tools(5).waitFor();
	expect(await desk.row(5).boundingBox(), "nothing moves").toEqual(before);
	for (const button of await tools(5).getByRole("button").all()) {
		const box = await button.boundingBox();
		expect([box?.width, box?.height].every((size) => (size ?? 0) >= 24)).toBe(true);
	}
	await tools(5)
		.getByRole("button", { name: /^Merge with the next/ })
		.click();
	await soon(lastType).toBe("merge");
	await desk.at(5);
	await desk.row(5).and(page.locator(":focus")).waitFor();
	await undone();
});

test("dragging: a sentence goes to the row it is dropped on, Esc gives up, and further away nothing takes it", async () => {
	await desk.goTo(3);
	const handle = desk.row(3).locator("[data-handle]").last();
	const drag = async (to: number, end: "drop" | "Escape") => {
		await handle.hover();
		await page.mouse.down();
		const box = await desk.cell(to, "right").boundingBox();
		await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 20, { steps: 4 });
		if (end === "Escape") await page.keyboard.press("Escape");
		await page.mouse.up();
	};
	const revisions = (await storedTypes(documentId)).length;
	await drag(4, "Escape");
	await drag(6, "drop");
	await desk.says("Only the passage above or below can take it.");
	expect((await storedTypes(documentId)).length).toBe(revisions);
	await drag(4, "drop");
	await soon(async () => (await lines()).slice(2, 4)).toEqual([
		"他每天过河四十次。 从不迟到。|He crosses the river forty times a day.",
		"冬天河水结冰。|He is never late. In winter the river freezes.",
	]);
	expect(await lastType()).toBe("carry");
	await undone();
});

test("a stale link says what changed, and is confirmed again there", async () => {
	await desk.goTo(2);
	await page.keyboard.press("KeyC");
	await soon(links).toBe("acaaaa");
	await page.keyboard.press("F2");
	await desk.focused();
	await desk.retype("白", "何");
	await desk.goTo(2);
	const note = desk.row(2).getByRole("region", { name: "Changed since it was confirmed" });
	await note.getByText("Confirmed by Ines Okoye").waitFor();
	expect(await note.locator("del").textContent()).toBe("白");
	await note.getByRole("button", { name: "Confirm the link again" }).click();
	await soon(links).toBe("acaaaa");
	await note.waitFor({ state: "detached" });
});
