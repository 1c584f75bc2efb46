/** Several people in one document, at different web processes: who is where, what they change, and an hour without a network. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { startServer, type TestServer } from "#tests/setup/server.ts";

const site = Site.forThisFile();
let second: TestServer;
let amara: Actor;
let bo: Actor;
let projectId: string;

beforeAll(async () => {
	second = await startServer({ databaseUrl: process.env["DATABASE_URL"] ?? "" });
	amara = await makePerson("Amara Lindqvist");
	bo = await makePerson("Bo Hartigan");
	projectId = await makeProject([amara, "reviewer"], [bo, "reviewer"]);
});
afterAll(() => second?.stop());

const pathOf = (documentId: string) => `/projects/${projectId}/documents/${documentId}`;
const stored = async (documentId: string) =>
	(await storedPassages(amara, documentId)).map(({ target }) => target.join(""));

/** The two of them in one document, each at a web process of their own. */
async function both(documentId: string): Promise<[hers: Workbench, his: Workbench]> {
	const [hers, his] = [await site.pageFor(amara), await site.pageFor(bo)].map((page) => new Workbench(page));
	if (!hers || !his) throw new Error("no pages");
	await hers.open(site.at(pathOf(documentId)));
	await his.open(new URL(pathOf(documentId), second.url).href);
	return [hers, his];
}

const pagesOwnStreams = (page: Page): string[] => {
	const opened: string[] = [];
	page.on("request", (request) => request.url().includes("/api/v1/live") && opened.push(request.url()));
	return opened;
};

describe("two people at two web processes", () => {
	let hers: Workbench;
	let his: Workbench;
	let documentId: string;

	beforeAll(async () => {
		documentId = await makeDocument(amara, projectId, plainRows(12));
		[hers, his] = await both(documentId);
	});

	test("see where the other is and whether they type, by mark and by name, and go there", async () => {
		await his.goTo(4);
		const mark = hers.row(4).getByText("Bo Hartigan is here");
		await mark.waitFor({ state: "attached" });
		expect(await hers.row(4).locator("[data-people]").textContent()).toContain("BH");
		await his.page.keyboard.press("End");
		await his.page.keyboard.type(" Fog lifted");
		await hers.row(4).getByText("Bo Hartigan is typing here").waitFor({ state: "attached" });
		await hers.page.getByRole("button", { name: "1 other here" }).click();
		await hers.page.getByRole("menuitem", { name: /Bo Hartigan, (typing in )?passage 4/ }).click();
		await hers.at(4);
		await his.row(4).getByText("Amara Lindqvist is here").waitFor({ state: "attached" });
	});

	test("see each other's corrections within a second, with the name, where they stand", async () => {
		await hers.goTo(9);
		await hers.caretBefore("berths and");
		const opened = pagesOwnStreams(hers.page);
		await his.goTo(6);
		await his.retype("opened", "reopened");
		await his.page.keyboard.press("Alt+ArrowDown");
		await his.saved();
		const begun = performance.now();
		await hers.row(6).getByText("Wharf No. 6 reopened").waitFor();
		expect(performance.now() - begun).toBeLessThan(1_000);
		await hers.row(6).getByText("Changed by Bo Hartigan").waitFor({ state: "attached" });
		await hers.at(9);
		await hers.page.keyboard.type("dry ");
		await hers.reads("Wharf No. 9 opened 56 dry berths and berths again today.");
		expect(opened, "the stream is the browser's, not the page's").toEqual([]);
	});

	test("write in one sentence at once: other words come in while one types", async () => {
		await his.goTo(11);
		await hers.goTo(11);
		await hers.caretBefore("today");
		await hers.page.keyboard.type("early ");
		await his.retype("Wharf", "Pier");
		await his.page.keyboard.press("Alt+ArrowDown");
		await hers.page.keyboard.type("and late ");
		await hers.reads("Pier No. 11 opened 70 berths and berths again early and late today.");
		await hers.page.keyboard.press("Alt+ArrowDown");
		await hers.saved();
		expect((await stored(documentId))[10]).toBe(
			"Pier No. 11 opened 70 berths and berths again early and late today.",
		);
	});

	test("leave: nobody is marked, and in another tab of one's own nobody else is", async () => {
		const another = new Workbench(await hers.page.context().newPage());
		await another.open(site.at(pathOf(documentId)));
		await another.page.getByRole("button", { name: "1 other here" }).waitFor();
		await his.page.close();
		await hers.page.getByRole("button", { name: "1 other here" }).waitFor({ state: "detached" });
		await another.page.getByRole("button", { name: "1 other here" }).waitFor({ state: "detached" });
		await another.page.close();
	});
});

/** Amara cuts the rendering of a passage in two, before a word. */
async function divide(documentId: string, number: number, word: string): Promise<void> {
	const { rows } = await readWindow(amara, documentId, { offset: number - 1, limit: 1 });
	const { id, version, text = "" } = rows[0]?.target[0] ?? {};
	const at = text.indexOf(word);
	const operation = { type: "split", segment: id, version, at, draftAt: at, id: newId() };
	await performOperation(amara, documentId, PostOperation.parse({ key: newId(), operation }));
}

test("an hour without a network: every edit is in afterwards, also from a tab closed meanwhile and of a sentence that was divided; both texts where two people chose the same words", async () => {
	const count = 30;
	const documentId = await makeDocument(amara, projectId, plainRows(count));
	const before = await stored(documentId);
	const [hers, his] = await both(documentId);
	const profile = his.page.context();
	await his.page.waitForFunction(() => {
		const scripts = performance.getEntriesByType("resource").filter(({ name }) => /\.js(\?|$)/.test(name));
		return performance.now() - Math.max(...scripts.map((entry) => entry.startTime + entry.duration)) > 1_500;
	}); // whatever the page loads when it has time
	await profile.setOffline(true);
	for (let number = 1; number <= count; number++) {
		await his.at(number);
		await his.page.keyboard.press("End");
		await his.page.keyboard.insertText(` Said offline ${number}.`);
		await his.page.keyboard.press("Alt+ArrowDown");
	}
	await his.page.locator("[data-save-status]").getByText("kept on this device").waitFor();
	await hers.goTo(20);
	await hers.retype("Wharf", "Quay");
	await hers.goTo(count);
	await hers.page.keyboard.press("End");
	await hers.page.keyboard.type(" Said ashore.");
	await hers.page.keyboard.press("Alt+ArrowUp");
	await hers.saved();
	await divide(documentId, 10, " berths");
	await his.page.close();
	await profile.setOffline(false);

	const again = new Workbench(await profile.newPage());
	await again.open(new URL(pathOf(documentId), second.url).href);
	const wanted = before.map((text, i) => `${text} Said offline ${i + 1}.`);
	wanted[19] = (wanted[19] ?? "").replace("Wharf", "Quay");
	wanted[count - 1] = `${before[count - 1]} Said ashore.`;
	await soon(() => stored(documentId)).toEqual(wanted);
	expect((await storedTypes(documentId)).filter((type) => type === "edit")).toHaveLength(count + 1);
	expect((await storedPassages(amara, documentId))[9]?.target[1]).toMatch(/^ berths .* Said offline 10\.$/);
	await again.goTo(count);
	await again.page.getByRole("region", { name: "Somebody else changed the same words" }).waitFor();
	await again.reads(`${before[count - 1]} Said offline ${count}.`);
});
