/** What pages that died left on the device: all of it is taken up by the next page, and nothing of a page that lives. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import { PostOperation, performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows, type RowTexts } from "#tests/factories.ts";

const count = 160; // more than a page gets at first
/** Passages whose rendering has two sentences. */
const inTwo = [135, 140];
const site = Site.forThisFile();
let amara: Actor;
let bo: Actor;
let documentId: string;
let address: string;

beforeAll(async () => {
	amara = await makePerson("Amara Lindqvist");
	bo = await makePerson("Bo Hartigan");
	const projectId = await makeProject([amara, "lead"], [bo, "reviewer"]);
	const rows = plainRows(count).map(
		([source, target], i): RowTexts => [
			source,
			inTwo.includes(i + 1) ? [...target, `Fog lay on wharf No. ${i + 1}.`] : target,
		],
	);
	documentId = await makeDocument(amara, projectId, rows);
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
});

const stored = async (number: number) => (await storedPassages(amara, documentId))[number - 1]?.target;

async function renderingsOf(number: number) {
	const { rows } = await readWindow(amara, documentId, { offset: number - 1, limit: 1 });
	return rows[0]?.target.map((segment) => ({ ...segment, passage: rows[0]?.id ?? "" })) ?? [];
}

async function lastOf(number: number) {
	const last = (await renderingsOf(number)).at(-1);
	if (!last) throw new Error(`nothing in passage ${number}`);
	return last;
}

async function sheDoes(operation: object): Promise<void> {
	await performOperation(amara, documentId, PostOperation.parse({ key: newId(), operation }));
}

async function sheRewords(number: number, words: string, others: string): Promise<void> {
	const { id, version, text } = await lastOf(number);
	await sheDoes({ type: "edit", segment: id, version, text: text.replace(words, others) });
}

async function sheJoins(number: number): Promise<void> {
	const both = await renderingsOf(number);
	const [segments, versions] = [both.map(({ id }) => id), both.map(({ version }) => version)];
	await sheDoes({ type: "join", segments, versions, separator: " " });
}

const killed = Date.now();

/** What he typed in the last sentence of a passage before his browser was killed, passage 2 being the last one. */
async function typed(number: number, words: string, others: string) {
	const { id, passage, version, text } = await lastOf(number);
	const wording = text.replace(words, others);
	return { segment: id, passage, version, base: text, text: wording, at: killed - number, isNew: false };
}

/** Puts wordings where a page keeps them, as one of a page that is dead. */
const leave = (page: Page, drafts: readonly object[]) =>
	page.evaluate(
		([owner, wordings]) =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open("duizhao");
				opening.onsuccess = () => {
					const transaction = opening.result.transaction("drafts", "readwrite");
					for (const one of wordings) transaction.objectStore("drafts").put({ ...one, owner, page: "dead" });
					transaction.oncomplete = () => resolve();
				};
			}),
		[`${bo.userId} ${documentId}`, drafts] as const,
	);

test("wordings of sentences that nobody goes to are saved, stand beside others' or are shown; those of another tab stay there", async () => {
	const living = new Workbench(await site.pageFor(bo));
	await living.page.route(/\/operations$/, (route) => route.abort());
	await living.open(address);
	await living.goTo(3);
	await living.retype("Wharf", "Jetty");
	await leave(living.page, [
		await typed(2, "Wharf", "Mole"),
		await typed(20, "Wharf", "Quay"),
		await typed(130, "Wharf", "Pier"),
		await typed(135, "Fog", "Thick fog"),
		await typed(140, "Fog", "Thick fog"),
		await typed(150, "Wharf", "Slip"),
	]);
	await sheRewords(20, " today", "");
	await sheRewords(130, "Wharf", "Haven");
	await sheJoins(135);
	await sheRewords(140, "Fog", "Mist");
	await sheJoins(140);

	const page = await living.page.context().newPage();
	const desk = new Workbench(page);
	await desk.open(address);
	await desk.at(2);
	await soon(async () => [await stored(2), await stored(20), await stored(135), await stored(150)]).toEqual([
		["Mole No. 2 opened 7 berths and berths again today."],
		["Quay No. 20 opened 43 berths and berths again."],
		["Wharf No. 135 opened 38 berths and berths again today. Thick fog lay on wharf No. 135."],
		["Slip No. 150 opened 53 berths and berths again today."],
	]);
	await page.getByRole("alert").getByText("Thick fog lay on wharf No. 140.").waitFor();
	await page.getByRole("alert").getByText("In 1 other sentence somebody changed the same words").waitFor();
	await page.getByRole("button", { name: "Go there and choose" }).click();
	await desk.at(130);
	await page.getByRole("region", { name: "Somebody else changed the same words" }).waitFor();
	await page.getByText("In 1 other sentence").waitFor({ state: "detached" });
	await page.getByRole("button", { name: "Save the text above" }).click();
	await soon(() => stored(130)).toEqual(["Pier No. 130 opened 3 berths and berths again today."]);

	expect(await stored(3)).toEqual(["Wharf No. 3 opened 14 berths and berths again today."]);
	await living.page.unroute(/\/operations$/);
	await living.page.evaluate(() => window.dispatchEvent(new Event("online"))); // or it would wait for its next try
	await soon(() => stored(3)).toEqual(["Jetty No. 3 opened 14 berths and berths again today."]);
	expect(await storedTypes(documentId)).toHaveLength(1 + 5 + 6);
});

test("what is told of a text that could not be saved covers nothing of the passage one is on", async () => {
	const desk = new Workbench(await site.pageFor(amara));
	const refusal = { status: 403, json: { key: "forbidden", values: {} } };
	await desk.page.route(/\/operations$/, (route) => route.fulfill(refusal));
	await desk.open(address);
	await desk.at(1);
	await desk.retype("Wharf", "Jetty");
	await desk.page.getByRole("alert").getByText("Jetty No. 1").waitFor();
	const top = async (of: Locator) => (await of.boundingBox())?.y ?? 0;
	await soon(async () => (await top(desk.row(1))) - (await top(desk.grid))).toBeGreaterThanOrEqual(0);
});
