/** Files of all kinds through the import screen: a saved page, a bilingual table, a folder of pairs, and their originals. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { listDocuments } from "#lib/server/documents.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { idIn, storedPassages } from "#tests/e2e/steps/stored.ts";
import { makePerson, makeProject } from "#tests/factories.ts";
import { TestWorker } from "#tests/server/test-worker.ts";

const site = Site.forThisFile();
const worker = TestWorker.throughout();
const folder = mkdtempSync(join(tmpdir(), "duizhao-import-"));
let page: Page;
let lead: Actor;
let projectId: string;

const files = {
	"page.html": `<!doctype html><html lang="zh-Hans"><head><meta charset="gb2312"><title>潮汐表</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/n">新闻</a></div><h1>港口启用新潮汐表</h1><p>来源：青岚港 2024-03-05</p>
<p>新的潮汐表昨天启用。船长们可以在手机上查看。</p><p>纸质版仍然放在码头。</p><div class="footer">版权所有 青岚港</div></body></html>`,
	"table.csv": '编号,原文,译文\n1,请给我茶。,"Tea, please."\n2,谢谢。,Thanks.\n',
	"1.zh.txt": "灯塔亮了。\n船来了。\n",
	"1.en.txt": "The light is on.\nThe ships came.\n",
	"2.zh.txt": "港口很大。\n",
	"2.en.txt": "The port is large.\n",
	"broken.tmx": '<?xml version="1.0"?><tmx version="1.4"><body><tu>',
};

beforeAll(async () => {
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	lead = await makePerson("Wen Castellan");
	projectId = await makeProject([lead, "lead"]);
	page = await site.pageFor(lead);
});
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string) => join(folder, name);
const open = async () => {
	await page.goto(site.at(`/projects/${projectId}/import`));
	return new ImportScreen(page);
};

test("a saved page is read with what it says of itself, whatever encoding it claims", async () => {
	const screen = await open();
	await screen.chooseFile("source text", path("page.html"));
	await page.getByText("page.html", { exact: true }).waitFor();
	await soon(() => page.getByRole("textbox", { name: "Title" }).inputValue()).toBe("港口启用新潮汐表");
	await soon(() => page.getByRole("textbox", { name: "Date" }).inputValue()).toBe("2024-03-05");
	await soon(() => page.getByRole("textbox", { name: "Publisher" }).inputValue()).toBe("青岚港");
	await screen.import();
	await page.getByRole("tab", { name: "Details" }).click();
	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "page.html" }).click();
	expect(readFileSync((await (await download).path()) ?? "", "utf8")).toBe(files["page.html"]);
	const stored = await storedPassages(lead, idIn(page.url()));
	expect(stored.map(({ source }) => source.join("")).join("|")).toBe(
		"港口启用新潮汐表|来源：青岚港 2024-03-05|新的潮汐表昨天启用。|船长们可以在手机上查看。|纸质版仍然放在码头。",
	);
});

test("a table with two languages stands instead of both sides, and its columns can be changed", async () => {
	const screen = await open();
	await screen.chooseFile("source text", path("table.csv"));
	await page.getByRole("region", { name: "Bilingual file" }).waitFor();
	await screen.preview.getByText("Tea, please.").waitFor();
	await page.getByText("2 pairs", { exact: true }).waitFor();
	await soon(() => page.getByText("2 passages.").count()).toBe(1);
	await page.getByRole("combobox", { name: "Source text", exact: true }).selectOption("none");
	await page.getByText("No source: you correct the translation alone.").waitFor();
	await page.getByRole("combobox", { name: "Source text", exact: true }).selectOption("1");
	await page.getByRole("radio", { name: "a person" }).check();
	await screen.import();
	const stored = await storedPassages(lead, idIn(page.url()));
	expect(stored.map(({ source, target }) => [...source, ...target])).toEqual([
		["请给我茶。", "Tea, please."],
		["谢谢。", "Thanks."],
	]);
});

test("several files are paired by their names; one that cannot be read holds up no other", async () => {
	await open();
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Several files…" }).click();
	const names = ["1.en.txt", "1.zh.txt", "2.en.txt", "2.zh.txt", "broken.tmx"];
	await (await chooser).setFiles(names.map(path));
	await page.getByRole("radio", { name: "a person" }).check();
	const before = (await listDocuments(lead, projectId)).length;
	await page.getByRole("button", { name: "Import 3 documents" }).click();
	await page.getByText("not imported").waitFor();
	await page
		.getByRole("alert")
		.filter({ hasText: /line|ends/ })
		.waitFor();
	await soon(() => page.getByRole("link", { name: "Open" }).count()).toBe(2);
	expect((await listDocuments(lead, projectId)).length).toBe(before + 2);
	await page.getByRole("link", { name: "Open" }).last().click();
	await page.waitForURL(/\/documents\//);
	const stored = await storedPassages(lead, idIn(page.url()));
	expect(stored.map(({ source, target }) => [...source, ...target])).toEqual([
		["港口很大。", "The port is large."],
	]);
});

test("a long import is followed again after a reload, and begun only once", async () => {
	const screen = await open();
	const before = (await listDocuments(lead, projectId)).length;
	const line = (i: number) =>
		`第${i}号码头今天又开放了${i % 97}个泊位，${"引航员都到了，".repeat(20)}船进了港。`;
	const lines = Array.from({ length: 600 }, (_, i) => line(i)); // more than 256 KB, in few sentences
	writeFileSync(path("long.txt"), lines.join("\n"));
	await screen.chooseFile("source text", path("long.txt"));
	await page.getByRole("textbox", { name: "Title" }).fill("Wharves");
	worker.pause();
	onTestFinished(() => worker.goOn());
	await page.getByRole("button", { name: "Import", exact: true }).click();
	await page.getByRole("progressbar", { name: "Importing" }).waitFor();
	await page.reload();
	await page.getByRole("progressbar", { name: "Importing" }).waitFor();
	worker.goOn();
	await page.waitForURL(/\/documents\/[0-9A-Za-z]+/);
	expect((await listDocuments(lead, projectId)).length).toBe(before + 1);
});

test("a Chinese file without a partner is a source, whatever it is called", async () => {
	await open();
	writeFileSync(path("notes.txt"), files["1.zh.txt"]);
	writeFileSync(path("more.txt"), files["2.en.txt"]);
	const chooser = page.waitForEvent("filechooser");
	await page.getByRole("button", { name: "Several files…" }).click();
	await (await chooser).setFiles([path("more.txt"), path("notes.txt")]);
	await page.getByRole("radio", { name: "a person" }).check();
	await page.getByRole("button", { name: "Import 2 documents" }).click();
	await soon(() => page.getByRole("link", { name: "Open" }).count()).toBe(2);
	await page.getByRole("link", { name: "Open" }).last().click();
	await page.waitForURL(/\/documents\//);
	const stored = await storedPassages(lead, idIn(page.url()));
	expect(stored.map(({ source, target }) => [source.join(""), target.join("")])).toEqual([
		["灯塔亮了。", ""],
		["船来了。", ""],
	]);
});

test("a reviewer is told who may import", async () => {
	const reviewer = await makePerson("Bo Lind");
	const shared = await makeProject([lead, "lead"], [reviewer, "reviewer"]);
	const theirs = await site.pageFor(reviewer);
	await theirs.goto(site.at(`/projects/${shared}/import`));
	await theirs.getByRole("heading", { name: "Leads and owners import" }).waitFor();
});
