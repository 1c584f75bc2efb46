/** A Word file is downloaded with its changes, edited somewhere else, and brought back to be decided on. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { deleted, inserted, withPart, written } from "#tests/core/formats/word/returning.ts";
import { readRows } from "#tests/core/formats/word-reading.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";

const site = Site.forThisFile();
let reviewer: Actor;
let documentId: string;
let address: string;

beforeAll(async () => {
	reviewer = await makePerson("Amara Lindqvist");
	const projectId = await makeProject([reviewer, "reviewer"]);
	documentId = await makeDocument(reviewer, projectId, [
		[["港口开放了。"], ["The port opened."]],
		[["下雨了。"], ["It rained a lot."]],
	]);
	address = site.at(`/projects/${projectId}/documents/${documentId}`);
});

test("what somebody changed in a downloaded file is seen first, and then accepted as theirs", async () => {
	const page = await site.pageFor(reviewer);
	await page.goto(`${address}/deliver`);
	const layout = page.getByRole("combobox", { name: "Layout" }).first();
	await layout.selectOption("columns");
	const tracked = page.getByRole("link", { name: "Download: Word document with tracked changes" });
	await soon(() => tracked.getAttribute("href")).toContain("layout=columns");
	const [download] = await Promise.all([page.waitForEvent("download"), tracked.click()]);
	const bytes = new Uint8Array(readFileSync(await download.path()));
	expect(readRows(bytes, "accept").map(([, rendering]) => rendering)).toEqual([
		["Rendering"],
		["The port opened."],
		["It rained a lot."],
	]);

	const at = "2024-07-01T08:30:00Z";
	const edited = withPart(bytes, (xml) =>
		xml.replace(
			/<w:r>(?:(?!<\/w:r>).)*The port opened\.<\/w:t><\/w:r>/s,
			`${written("The ")}${deleted("port", "Ana Silva", at)}${inserted("harbour", "Ana Silva", at)}${written(" opened.")}`,
		),
	);
	await page.getByRole("button", { name: "Bring back an edited Word file…" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.locator("input[type=file]").setInputFiles({
		name: "harbour (edited).docx",
		mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		buffer: Buffer.from(edited),
	});
	await dialog.getByText("1 change in 1 passage.").waitFor();
	await dialog.getByText("Ana Silva").waitFor();
	await dialog.getByRole("button", { name: "Bring back", exact: true }).click();
	await page.getByText("1 suggestion and no comments").waitFor();

	await page.goto(address);
	const desk = new Workbench(page);
	await desk.at(1);
	await page
		.getByText("Ana Silva, in harbour (edited).docx · brought back by Amara Lindqvist")
		.first()
		.waitFor();
	await desk.editor.focus();
	await page.keyboard.press("Control+Shift+Enter");
	await desk.reads("The harbour opened.");
	await soon(async () => (await storedPassages(reviewer, documentId))[0]?.target).toEqual([
		"The harbour opened.",
	]);
});
