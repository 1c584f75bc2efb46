/** The grid of a long document: what one reads stays where it is, and what one looks for is in the address. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import * as compose from "#app/_workbench/sync/compose.ts";
import type { OperationBody } from "#app/_workbench/sync/wire.ts";
import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows, type RowTexts } from "#tests/factories.ts";

const site = Site.forThisFile();
const passages = 400;
const here = 201; // the number of the passage one reads
const pilots = "The pilots went out before dawn, and nobody in the town heard them leave. ";
let owner: Actor;
let colleague: Actor;
let projectId: string;

/** Chapters of thirty passages in paragraphs of six; every ninth passage is 2,000 characters long. */
const rows = plainRows(passages).map<RowTexts>(([source, target], i) => {
	if (i % 30 === 0) return [[`第${i / 30 + 1}章`], [`Chapter ${i / 30 + 1}`]];
	return i % 9 === 4 ? [source, [pilots.repeat(27) + target[0]]] : [source, target];
});

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	colleague = await makePerson("Mo Larsen");
	projectId = await makeProject([owner, "owner"], [colleague, "lead"]);
});

const make = () =>
	makeDocument(owner, projectId, rows, {
		kindOf: (i) => (i % 30 === 0 ? "heading" : "body"),
		begins: (i) => i % 6 === 0 || i % 30 === 1,
	});

/** Does what a colleague does in another browser. */
async function colleagueDoes(
	documentId: string,
	from: number,
	operation: (
		first: Parameters<typeof compose.merge>[0],
		second: Parameters<typeof compose.merge>[0],
	) => OperationBody,
): Promise<void> {
	const { rows: found } = await readWindow(colleague, documentId, { offset: from - 1, limit: 2 });
	const [first, second] = found;
	if (!first || !second) throw new Error(`no passages from ${from}`);
	const body = { key: newId(), operation: operation(first, second) };
	await performOperation(colleague, documentId, PostOperation.parse(body));
}

const reword = (text: string) => (row: Parameters<typeof compose.merge>[0]) => {
	const [segment] = row.target;
	return compose.edit(segment?.id ?? "", segment?.version ?? 0, text);
};

/** Where the text that is being edited stands on the screen; it has to stand there for a while. */
async function standsAt(page: Page): Promise<number> {
	const top = () => page.locator(".cm-editor").evaluate((editor) => editor.getBoundingClientRect().top);
	let [before, now] = [Number.NaN, await top()];
	while (Math.abs(before - now) > 0.5) {
		await page.evaluate(() => new Promise((done) => setTimeout(done, 120)));
		[before, now] = [now, await top()];
	}
	return now;
}

describe.each(["sentences", "paragraphs"])("in the view of %s", (view) => {
	test("the passage one reads stays where it is, whatever others do above it", async () => {
		const documentId = await make();
		const page = await site.pageFor(owner);
		const desk = new Workbench(page);
		const [read] = (await readWindow(owner, documentId, { offset: here - 1, limit: 1 })).rows;
		await desk.open(
			site.at(`/projects/${projectId}/documents/${documentId}?passage=${read?.id}&view=${view}`),
		);
		await desk.at(here);
		const top = await standsAt(page);
		const text = await desk.text();
		const shown = (words: string) => desk.grid.getByText(words).first().waitFor();
		await colleagueDoes(documentId, here - 2, reword(`Reworded at length. ${pilots.repeat(20)}`));
		await shown("Reworded at length.");
		expect(Math.abs((await standsAt(page)) - top)).toBeLessThan(2);
		await colleagueDoes(documentId, here - 2, reword("Short again."));
		await shown("Short again.");
		expect(Math.abs((await standsAt(page)) - top)).toBeLessThan(2);
		await colleagueDoes(documentId, here - 8, compose.merge);
		await desk.passages(passages - 1);
		expect(Math.abs((await standsAt(page)) - top)).toBeLessThan(2);
		expect([await desk.activeNumber(), await desk.text()]).toEqual([here - 1, text]);
		await page.context().close();
	});
});

describe("filters", () => {
	test("are in the address, leave what one reads where it is, and say what is wrong with an expression", async () => {
		const documentId = await make();
		const page = await site.pageFor(owner);
		const desk = new Workbench(page);
		const [read] = (await readWindow(owner, documentId, { offset: here - 1, limit: 1 })).rows;
		await desk.open(site.at(`/projects/${projectId}/documents/${documentId}?passage=${read?.id}`));
		const top = await standsAt(page);
		const field = page.getByRole("textbox", { name: "Text in the passage" });
		const note = page.getByText(/^\d+ of 400 passages$/);
		await field.fill("Wharf No. 2");
		await soon(() => note.textContent()).toBe("108 of 400 passages");
		expect(Math.abs((await standsAt(page)) - top)).toBeLessThan(2);
		await page.getByRole("button", { name: "How the text is looked for" }).click();
		await page.getByRole("menuitemcheckbox", { name: "Regular expression" }).click();
		await page.keyboard.press("Escape");
		await field.fill("No\\. 2(0|1");
		await page.getByText("The parenthesis at character 7 is not closed.").waitFor();
		await field.fill("No\\. 2[01]\\d");
		await soon(() => note.textContent()).toBe("19 of 400 passages");
		await page.getByRole("combobox", { name: "Pairing" }).selectOption("lopsided");
		await soon(() => note.textContent()).toBe("2 of 400 passages");
		await soon(() => new URL(page.url()).searchParams.get("text")).toBe("No\\. 2[01]\\d");
		await page.reload();
		await soon(() => note.textContent()).toBe("2 of 400 passages");
		await page.getByRole("button", { name: "Remove lopsided or empty" }).click();
		await soon(() => note.textContent()).toBe("19 of 400 passages");
		await field.fill("no such words");
		await page.getByText("No passage is like that").waitFor();
		await page.getByRole("main").getByRole("button", { name: "Show all passages" }).click();
		await soon(() => new URL(page.url()).searchParams.has("text")).toBe(false);
		await page.context().close();
	});
});

test("the section one is in stays in sight, and a click on it goes to its heading", async () => {
	const documentId = await make();
	const page = await site.pageFor(owner);
	const desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
	const section = page.getByRole("button", { name: /^Section: / });
	expect(await section.count()).toBe(0);
	await desk.goTo(here);
	await soon(() => section.textContent()).toBe("第7章Chapter 7");
	await section.click();
	await desk.at(181);
	await page.context().close();
});
