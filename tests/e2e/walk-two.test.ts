/** The second walk of the product: whatever dies in the middle of a sentence, nothing that was typed is lost. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { readWindow } from "#lib/server/passages.ts";
import { hashPassword } from "#lib/server/password.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { MortalBrowser } from "#tests/setup/mortal-browser.ts";
import { cookieFor } from "#tests/setup/over-http.ts";

const password = "four words for harbour";
const begun = " The pilots wait, and the";
const ended = " tide — 潮水 — does not.";
const away = "The server does not answer – kept on this device, trying again";

const site = Site.forThisFile();
let person: Actor;
let documentId: string;
let address: string;
let page: Page;
let desk: Workbench;

beforeAll(async () => {
	person = await makePerson("Noor Vasquez");
	const passwordHash = await hashPassword(password);
	await db().user.update({ where: { id: person.userId }, data: { passwordHash } });
	const projectId = await makeProject([person, "lead"]);
	documentId = await makeDocument(person, projectId, plainRows(8));
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
	page = await site.pageFor(person);
	desk = new Workbench(page);
});

const stored = async (number: number) =>
	(await storedPassages(person, documentId))[number - 1]?.target.join("") ?? "";

/** The texts that the browser's own database holds for whoever opens the page next. */
const keptOnDevice = (there: Page): Promise<string[]> =>
	there.evaluate(
		() =>
			new Promise((resolve) => {
				const opening = indexedDB.open("duizhao");
				opening.onsuccess = () => {
					const all = opening.result.transaction("drafts").objectStore("drafts").getAll();
					all.onsuccess = () => resolve(all.result.map(({ text }: { text: string }) => text));
				};
			}),
	);

const passageAt = async (number: number) =>
	(await readWindow(person, documentId, { offset: number - 1, limit: 1 })).rows[0]?.id;

/** Goes to a passage of a freshly opened workbench, with the caret at its end; answers the text it had. */
async function begin(number: number): Promise<string> {
	await desk.open(address);
	await desk.goTo(number);
	await page.keyboard.press("Control+End");
	return await stored(number);
}

/** Closes the tab as a person does, leave it unsaved or not, and opens another. */
async function closeTab(): Promise<void> {
	const closed = page.waitForEvent("close");
	page.on("dialog", (dialog) => void dialog.accept());
	await page.close({ runBeforeUnload: true });
	await closed;
	page = await page.context().newPage();
	desk = new Workbench(page);
}

describe("the server is killed in the middle of a sentence", () => {
	test("typing goes on, the status says that it is kept here, and all is saved when the server is back", async () => {
		const text = await begin(1);
		await page.keyboard.type(begun);
		await site.server.kill("SIGKILL");
		await page.keyboard.type(ended);
		await desk.reads(text + begun + ended);
		await desk.status(away);
		expect(await stored(1)).not.toContain("does not.");
		await site.server.restart();
		await desk.saved();
		expect(await stored(1)).toBe(text + begun + ended);
		await desk.reads(text + begun + ended);
	});

	test("so are corrections of several passages, confirmed while it is away", async () => {
		const texts = [await begin(2), await stored(3)];
		await site.server.kill("SIGKILL");
		for (const number of [2, 3]) {
			await desk.at(number);
			await page.keyboard.press("Control+End");
			await page.keyboard.type(begun);
			await page.keyboard.press("Control+Enter");
		}
		await desk.at(4);
		await desk.status(away);
		await site.server.restart();
		await desk.saved();
		expect([await stored(2), await stored(3)]).toEqual(texts.map((text) => text + begun));
		expect((await storedPassages(person, documentId)).slice(1, 3).map(({ state }) => state)).toEqual([
			"reviewed",
			"reviewed",
		]);
	});
});

describe("the tab is closed in the middle of a sentence", () => {
	test("opened again, the text is there and is saved", async () => {
		const text = await begin(5);
		await page.keyboard.type(begun);
		await closeTab();
		await desk.open(address);
		await desk.goTo(5);
		await desk.reads(text + begun);
		await desk.saved();
		expect(await stored(5)).toBe(text + begun);
	});

	test("also while the server is dead: the next page brings the text back from this device", async () => {
		const text = await begin(6);
		await site.server.kill("SIGKILL");
		await page.keyboard.type(begun);
		await desk.status(away);
		await page.keyboard.type(ended);
		await closeTab();
		await site.server.restart();
		await desk.open(address);
		await desk.goTo(6);
		await desk.reads(text + begun + ended);
		await desk.saved();
		expect(await stored(6)).toBe(text + begun + ended);
	});
});

test("the network is cut in the middle of a sentence: it goes on, and all of it is saved when the network is back", async () => {
	const text = await begin(7);
	await page.keyboard.type(begun);
	await page.context().setOffline(true);
	await page.keyboard.type(ended);
	await page.keyboard.press("Alt+ArrowDown");
	await desk.status("Offline – kept on this device");
	await page.context().setOffline(false);
	await desk.saved();
	expect(await stored(7)).toBe(text + begun + ended);
});

test("the browser is killed in the middle of a sentence: started again, the text is there and is saved", async () => {
	const browser = new MortalBrowser();
	try {
		const open = async () => {
			const context = await browser.start();
			const [name = "", value = ""] = (await cookieFor(person)).split("=");
			await context.addCookies([{ name, value, url: site.server.url }]);
			const opened = new Workbench(await context.newPage());
			await opened.open(`${address}?passage=${await passageAt(8)}`);
			return opened;
		};
		const first = await open();
		const text = await first.text();
		await first.page.keyboard.press("Control+End");
		await first.page.keyboard.type(begun);
		await first.reads(text + begun);
		await soon(() => keptOnDevice(first.page)).toContain(text + begun);
		await browser.kill();
		const again = await open();
		await again.reads(text + begun);
		await again.saved();
		expect(await stored(8)).toBe(text + begun);
	} finally {
		await browser.discard();
	}
});

test("the session ends while one types: the text is kept, and saved after signing in again beside it", async () => {
	const text = await begin(7);
	await page.keyboard.type(begun);
	const elsewhere = await site.pageFor(person);
	await elsewhere.goto(site.at("/account"));
	await elsewhere.getByRole("button", { name: "Sign out everywhere" }).click();
	await elsewhere.waitForURL(/\/sign-in/);
	await page.keyboard.type(ended);
	await desk.status("You were signed out. What you typed is kept here.");
	await desk.reads(text + begun + ended);
	const opened = page.context().waitForEvent("page");
	await page.getByRole("link", { name: "Sign in in a new tab" }).click();
	const beside = await opened;
	await beside
		.getByRole("textbox", { name: "E-mail address" })
		.fill(`${person.userId.toLowerCase()}@duizhao.example`);
	await beside.getByLabel("Password").fill(password);
	await beside.keyboard.press("Enter");
	await beside.waitForURL(site.at("/"));
	await beside.close();
	await page.bringToFront();
	await desk.saved();
	await desk.reads(text + begun + ended);
	expect(await stored(7)).toBe(text + begun + ended);
});
