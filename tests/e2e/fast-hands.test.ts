/** Hands faster than the network: nothing typed is lost, and nothing lands in another passage. */
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";

const site = Site.forThisFile();
const network = { latency: 0 }; // milliseconds before every request to the API
let owner: Actor;
let projectId: string;

beforeAll(async () => {
	owner = await makePerson();
	projectId = await makeProject([owner, "owner"]);
});

/** The workbench on a document of so many passages, over a slow network. */
async function slowDesk(passages: number): Promise<{ desk: Workbench; page: Page; documentId: string }> {
	network.latency = 200; // a key takes Playwright less than 20
	const documentId = await makeDocument(owner, projectId, plainRows(passages));
	const page = await site.pageFor(owner);
	await page.route("**/api/v1/**", async (route) => {
		await new Promise((resolve) => setTimeout(resolve, network.latency));
		await route.continue();
	});
	const desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
	return { desk, page, documentId };
}

describe("typing", () => {
	test("and confirming past the edge of what is loaded puts every text into its own passage", async () => {
		const { desk, page, documentId } = await slowDesk(250);
		await desk.goTo(70);
		const before = (await storedPassages(owner, documentId)).map(({ target }) => target[0]);
		for (let i = 0; i < 60; i++) {
			await page.keyboard.type(`t${i}.`);
			await page.keyboard.press("Control+Enter");
		}
		await desk.at(130);
		network.latency = 0; // what waits to be saved is saved faster than it was typed
		await desk.saved();
		const rows = await storedPassages(owner, documentId);
		expect(rows.map(({ target }) => target[0])).toEqual(
			before.map((text, i) => (i >= 69 && i < 129 ? `${text}t${i - 69}.` : text)),
		);
		expect(rows.map(({ state }) => state)).toEqual(
			rows.map((_, i) => (i >= 69 && i < 129 ? "reviewed" : "draft")),
		);
		await page.context().close();
	});

	test("right after going to a passage far away is typed there", async () => {
		const { desk, page, documentId } = await slowDesk(250);
		const before = (await storedPassages(owner, documentId)).map(({ target }) => target[0]);
		// The first time on this page: one figure before the field is there, the others into it.
		const { keyboard } = page;
		await keyboard.down("Control");
		await Promise.all([
			keyboard.down("KeyG"),
			keyboard.up("KeyG"),
			keyboard.up("Control"),
			keyboard.press("2"),
		]);
		await page.getByRole("dialog").locator("input:focus").waitFor();
		await page.keyboard.type("30");
		await page.keyboard.press("Enter");
		await page.keyboard.type(" Here.");
		await page.keyboard.press("Control+Enter");
		await page.keyboard.press("Control+Enter");
		await desk.at(232);
		await desk.focused();
		await desk.saved();
		const rows = await storedPassages(owner, documentId);
		expect(rows.map(({ target }) => target[0])).toEqual(
			before.map((text, i) => (i === 229 ? `${text} Here.` : text)),
		);
		expect(rows.flatMap(({ state }, i) => (state === "reviewed" ? [i + 1] : []))).toEqual([230, 231]);
		await page.context().close();
	});
});

describe("before the page around the text is alive", () => {
	/** A workbench whose later scripts come when it is let go on, and that of one part later still. */
	async function begunDesk(): Promise<{ desk: Workbench; page: Page; goOn: () => void }> {
		const documentId = await makeDocument(owner, projectId, plainRows(60));
		const page = await site.pageFor(owner);
		const { promise, resolve } = Promise.withResolvers<void>();
		await page.route("**/_next/static/**/*.js", async (route) => {
			const response = await route.fetch();
			const isLast = /"workbench\.outline"/.test(await response.text());
			if ((await page.locator(".cm-content").count()) > 0) await promise;
			if (isLast) await delay(1500);
			await route.fulfill({ response });
		});
		const desk = new Workbench(page);
		const address = site.at(`/projects/${projectId}/documents/${documentId}`);
		await page.goto(address, { waitUntil: "commit" }); // what is held back holds back the page's being loaded
		await desk.focused();
		return { desk, page, goOn: resolve };
	}

	test("a control that is pressed does what it is for once it is", async () => {
		const { page, goOn } = await begunDesk();
		await page.getByRole("button", { name: "More about this document" }).click();
		goOn();
		await page.getByRole("menuitem", { name: "Timeline" }).waitFor();
		await page.keyboard.press("Escape");
		await page.unrouteAll({ behavior: "wait" });
		await page.context().close();
	});

	test("what is looked for goes into the field that comes, and what is typed into the text stays there", async () => {
		const { desk, page, goOn } = await begunDesk();
		const text = await desk.text();
		await page.keyboard.type("Now ");
		await desk.reads(`${text}Now `);
		await page.keyboard.press("Control+KeyF");
		await page.keyboard.type("rows");
		goOn();
		const field = page.getByRole("search").getByRole("textbox");
		await soon(() => field.inputValue()).toBe("rows");
		await desk.reads(`${text}Now `);
		await soon(() => page.url()).toMatch(/passage=\w+.*find=rows/);
		await page.unrouteAll({ behavior: "wait" });
		await page.context().close();
	});
});

describe("aligning", () => {
	test("ten quick shifts up are ten shifts, taken back by ten quick undos; the focus stays on the passage", async () => {
		const { desk, page, documentId } = await slowDesk(60);
		const before = await storedPassages(owner, documentId);
		await desk.goTo(30);
		await desk.align();
		for (let i = 0; i < 10; i++) await page.keyboard.press("BracketLeft");
		await soon(async () => (await storedTypes(documentId)).filter((type) => type === "shift").length).toBe(
			10,
		);
		await desk.saved();
		expect((await storedPassages(owner, documentId))[19]?.target[0]).toBe(before[19]?.target[0]);
		expect((await storedPassages(owner, documentId))[19]?.target.at(-1)).toBe(before[29]?.target[0]);
		await desk.at(20);
		const focused = desk.grid.locator("[role=row]:focus");
		await soon(() => focused.getAttribute("aria-rowindex")).toBe("20");
		for (let i = 0; i < 10; i++) await page.keyboard.press("Control+KeyZ");
		await soon(async () => (await storedPassages(owner, documentId)).map(({ target }) => target)).toEqual(
			before.map(({ target }) => target),
		);
		await desk.saved();
		await soon(async () => await focused.getAttribute("aria-rowindex")).toBe(
			String(await desk.activeNumber()),
		);
		await page.context().close();
	});

	test("a shift's offer to undo it goes away with the next thing that is done", async () => {
		const { desk, page } = await slowDesk(60);
		await desk.goTo(30);
		await desk.align();
		await page.keyboard.press("BracketRight");
		const offer = page.getByRole("region", { name: /^Notifications/ }).getByRole("button", { name: "Undo" });
		await offer.waitFor();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("KeyC");
		await offer.waitFor({ state: "detached" });
		await page.context().close();
	});
});
