/** How much of a draft was changed: from the workbench to the figures, to a file, and back to a passage. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db, pool } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makeProject, plainRows } from "#tests/factories.ts";
import { TestWorker } from "#tests/server/test-worker.ts";

const site = Site.forThisFile();
TestWorker.throughout();
let owner: Actor;
let address: string;
let page: Page;
let desk: Workbench;
const violations: string[] = [];

beforeAll(async () => {
	const place = await loadDemo();
	if (!place) throw new Error("the demo was not loaded");
	const { id, name } = await db().user.findFirstOrThrow({ where: { administrator: true } });
	owner = { userId: id, name, administrator: true };
	address = site.at(`/projects/${place.projectId}/documents/${place.documentId}`);
	page = await site.pageFor(owner);
	page.on(
		"console",
		(message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()),
	);
	desk = new Workbench(page);
});

test("the palette leads to the measures; their table of passages is a file, and leads back to one of them", async () => {
	await desk.open(address);
	await page.keyboard.press("Control+KeyK");
	await page.keyboard.type("measures");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/measures$/);
	await page.getByRole("term").filter({ hasText: "Edit rate (HTER)" }).waitFor();
	await page.getByRole("combobox", { name: "Order" }).selectOption("Highest edit rate first");
	const first = page.getByRole("table").last().getByRole("row").nth(1);
	await soon(async () => Number(await first.getByRole("cell").nth(3).textContent())).toBeGreaterThan(20);
	await page.getByRole("button", { name: "Download CSV" }).click();
	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("menuitem", { name: "Passages" }).click(),
	]);
	const [heading = "", ...lines] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
	expect(heading).toBe(
		"\ufeffpassage,state,characters,characters_changed,words,words_changed,edits,reference_words,ter,chrf2,draft,rendering",
	);
	expect(lines.length).toBeGreaterThan(20);
	const number = Number(await first.getByRole("rowheader").textContent());
	await first.getByRole("link").click();
	await desk.at(number);
	expect(violations).toEqual([]);
});

test("what was never measured is measured by a job, and then shown", async () => {
	const projectId = await makeProject([owner, "owner"]);
	const documentId = await makeDocument(owner, projectId, plainRows(1_600));
	// As if every rendering had been reworded.
	await pool().query(
		`UPDATE "Segment" SET "text" = 'In the end ' || "text" || ' and so on' WHERE "documentId" = $1 AND "side" = 'target'`,
		[documentId],
	);
	await page.goto(site.at(`/projects/${projectId}/measures`));
	await page.getByText("1,600 renderings have not been measured yet.").waitFor();
	await page
		.getByText("1,600 passages have a machine’s draft: 0 still read as it was, 1,600 were edited.")
		.waitFor();
	await page.getByRole("link", { name: "Harbour notes", exact: true }).last().click();
	await page.getByText("200 of 1,600 passages are shown.").waitFor();
});
