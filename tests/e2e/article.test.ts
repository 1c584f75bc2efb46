/** From the first sign-in link to the delivered article: import, align, correct, take back, compare, hand out. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { firstAdministratorLink } from "#lib/server/links.ts";
import { readChanges, readWord } from "#tests/core/formats/word-reading.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { readTmx } from "#tests/e2e/steps/read-tmx.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { idIn, type StoredPassage, storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { TestWorker } from "#tests/server/test-worker.ts";

const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
const chinese = readFileSync(fixture("import.zh.txt"), "utf8");
const english = readFileSync(fixture("import.en.txt"), "utf8");
const title = "Wangchao Island Lighthouse ushers in a new generation of tower keepers";

const kept = [
	["passing and passing ships", "passing ships"],
	["everyone persisted and persisted", "everyone persevered"],
] as const;
const takenBack = ["the log‘s pages", "the pages of the log"] as const;
const corrected = kept.reduce((text, [from, to]) => text.replace(from, to), english);

const paragraphsOf = (text: string) => text.trim().split(/\n\s*\n/);
const bare = (text: string) => text.replaceAll(/[\s|]/g, "");
const site = Site.forThisFile();
TestWorker.throughout();
let page: Page;
let desk: Workbench;
let documentId: string;
let reader: Actor;
const stored = () => storedPassages(reader, documentId);

beforeAll(async () => {
	page = await site.pageFor(null);
	desk = new Workbench(page);
});

/** The stored passage that holds these words on its English side. */
async function passageWith(words: string): Promise<StoredPassage> {
	const found = (await stored()).find(({ target }) => target.join("\n").includes(words));
	if (!found) throw new Error(`no passage holds “${words}”`);
	return found;
}

test("the first administrator's link is not used up by looking at it; Continue signs in", async () => {
	const link = site.at((await firstAdministratorLink()) ?? "");
	for (const _ of ["the mail scanner", "the person"]) await page.goto(link);
	await page.getByRole("button", { name: "Continue" }).click();
	await page.waitForURL(site.at("/"));
	await page.getByRole("heading", { name: "No projects yet" }).waitFor();
	const { id, name } = await db().user.findFirstOrThrow();
	reader = { userId: id, name, administrator: true };
});

test("a new project leads to its first import", async () => {
	await page.getByRole("button", { name: "New project" }).click();
	await page.getByRole("textbox", { name: "Name" }).waitFor();
	await page.keyboard.type("Lighthouse desk");
	await page.keyboard.press("Enter");
	await page.waitForURL(/\/projects\/[0-9A-Za-z]+$/);
	await page.getByRole("link", { name: "Import an article" }).click();
	await page.waitForURL(/\/import$/);
});

test("a Chinese file and English for its first paragraphs are previewed as they will be, and imported", async () => {
	const screen = new ImportScreen(page);
	await screen.chooseFile("source text", fixture("import.zh.txt"));
	await screen.paste("Translation", english);
	await screen.choosePairing("by their length");
	await screen.madeByMachine("Harbour MT");
	const shown = (language: string) => screen.preview.locator(`p[lang="${language}"]`).allTextContents();
	await soon(async () => bare((await shown("zh-Hans")).join(""))).toBe(bare(chinese));
	await soon(async () => bare((await shown("en")).join(""))).toBe(bare(english));
	await screen.import();
	await desk.editor.waitFor();
	await desk.focused();
	documentId = idIn(page.url());
	const passages = await stored();
	expect(bare(passages.flatMap(({ source }) => source).join(""))).toBe(bare(chinese));
	expect(bare(passages.flatMap(({ target }) => target).join(""))).toBe(bare(english));
	expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(title);
	await desk.passages(passages.length);
	for (const [index, { source, target }] of passages.entries()) {
		const row = desk.row(index + 1);
		await row.scrollIntoViewIfNeeded();
		for (const text of [...source, ...target]) await row.getByText(text, { exact: true }).first().waitFor();
	}
});

describe("aligning by single keys", () => {
	test("M merges a passage with the next: nothing moves but the border", async () => {
		const before = await stored();
		const number = await desk.numberOf("This spring, three young people");
		await desk.goTo(number);
		await desk.align();
		await page.keyboard.press("KeyM");
		await desk.passages(before.length - 1);
		await desk.saved();
		const [first, second] = before.slice(number - 1);
		const merged = await passageWith("This spring, three young people");
		expect(merged.source).toEqual([...(first?.source ?? []), ...(second?.source ?? [])]);
		expect(merged.target).toEqual([...(first?.target ?? []), ...(second?.target ?? [])]);
	});

	test("S splits a sentence where the caret was, and then the passage between its two sentences", async () => {
		const before = await stored();
		await desk.review();
		await desk.goTo(await desk.numberOf("There is no fresh water"));
		await desk.caretBefore("and the supply will be postponed");
		await desk.align();
		await page.keyboard.press("KeyS");
		await desk.saved();
		const halves = [
			"There is no fresh water on the island, and the supply ship comes every ten days, ",
			"and the supply will be postponed in case of strong wind.",
		];
		await soon(async () => (await passageWith("no fresh water")).target).toEqual(halves);
		await page.keyboard.press("KeyS");
		await desk.passages(before.length + 1);
		await desk.saved();
		expect((await passageWith("no fresh water")).target).toEqual(halves.slice(0, 1));
		expect((await passageWith("the supply will be postponed")).target).toEqual(halves.slice(1));
		await desk.review();
	});
});

describe("correcting by typing", () => {
	test.each([...kept, takenBack])(
		"“%s” becomes “%s”, and Ctrl+Enter confirms and goes on",
		async (from, to) => {
			const number = await desk.numberOf(from);
			await desk.goTo(number);
			await soon(() => desk.text()).toContain(from);
			await desk.retype(from, to);
			await page.keyboard.press("Control+Enter");
			await desk.state(number, "reviewed, confirmed link");
			await desk.saved();
			expect(await passageWith(to)).toMatchObject({ state: "reviewed", link: "confirmed" });
		},
	);

	test("Ctrl+Z takes back one's last operations one by one, goes there, and says what", async () => {
		const number = await desk.numberOf(takenBack[1]);
		await page.keyboard.press("Control+KeyZ");
		await desk.says(/^Undone: confirmation, passage \d+$/);
		await desk.at(number);
		await page.keyboard.press("Control+KeyZ");
		await desk.says(/^Undone: wording, passage \d+$/);
		await desk.row(number).getByText(takenBack[0]).waitFor();
		await desk.saved();
		expect(await passageWith(takenBack[0])).toMatchObject({ state: "draft" });
		const edit = ["edit", "confirm"];
		expect(await storedTypes(documentId)).toEqual([
			...["import", "merge", "split", "divide"],
			...[...edit, ...edit, ...edit],
			...["withdraw", "edit"],
		]);
	});
});

describe("comparing", () => {
	/** What each row says: what happened to the passage, then the words struck out and put in. */
	async function changes(): Promise<string[]> {
		const rows = page.getByRole("row").filter({ has: page.getByRole("cell") });
		const told: string[] = [];
		for (const row of await rows.all()) {
			const happened = await row.getByText(/^(Merged|Split|Moved|Reworded)/).allTextContents();
			const words = await row.locator("del, ins").allTextContents();
			told.push([...happened, ...words.map((text) => text.trim())].join(" / "));
		}
		return told;
	}
	const wording = ["and passing", "persisted and persisted / persevered"] as const;

	test("with the draft: exactly the two corrections that were left standing", async () => {
		await page.getByRole("link", { name: "Compare" }).click();
		await page.waitForURL(/\/compare/);
		await page.getByText("2 passages changed, 5 words").waitFor();
		expect(await changes()).toEqual(wording);
	});

	test("with the import: the merge and the split as one line each, besides", async () => {
		await page.getByRole("combobox", { name: "Before" }).selectOption("1");
		await page.getByText("5 passages changed, 5 words").waitFor();
		expect(await changes()).toEqual([wording[0], "Merged into one", "Split into 2 passages", wording[1]]);
	});
});

describe("delivering", () => {
	async function download(name: string): Promise<Uint8Array> {
		const started = page.waitForEvent("download");
		await page.getByRole("link", { name: `Download: ${name}`, exact: true }).click();
		return readFileSync(await (await started).path());
	}

	test("warns of what is not reviewed before each format", async () => {
		await page.goto(site.at(new URL(page.url()).pathname.replace(/compare$/, "deliver")));
		const open = (await stored()).filter(({ state }) => state !== "reviewed").length;
		expect(open).toBeGreaterThan(0);
		await page
			.getByText(new RegExp(`^${open} of \\d+ passages are not reviewed\\.`))
			.first()
			.waitFor();
	});

	test("the translation memory is TMX 1.4 with both languages of every pair", async () => {
		const tmx = readTmx(Buffer.from(await download("Translation memory (TMX 1.4)")).toString("utf8"));
		expect(tmx.version).toBe("1.4");
		expect(tmx.header).toMatchObject({
			creationtool: "Duizhao",
			segtype: "sentence",
			"o-tmf": "Duizhao",
			adminlang: "en",
			srclang: "zh-Hans",
			datatype: "plaintext",
		});
		expect(tmx.header["creationdate"]).toMatch(/^\d{8}T\d{6}Z$/);
		const pairs = (await stored()).filter(({ source, target }) => source.length > 0 && target.length > 0);
		expect(
			tmx.units.map((unit) => ({ zh: bare(unit["zh-Hans"] ?? ""), en: bare(unit["en"] ?? "") })),
		).toEqual(pairs.map(({ source, target }) => ({ zh: bare(source.join("")), en: bare(target.join("")) })));
		expect(tmx.units.map((unit) => unit["en"]).join(" ")).toContain("accompany passing ships.");
	});

	test("in the tracked Word file, rejecting all gives the draft and accepting all the final text, exactly", async () => {
		const file = await download("Word document with tracked changes");
		const read = (changes: "accept" | "reject") => readWord(file, changes).map(({ text }) => text);
		expect(read("reject")).toEqual(paragraphsOf(english));
		expect(read("accept")).toEqual(paragraphsOf(corrected));
		expect(new Set(readChanges(file).map(({ author }) => author))).toEqual(new Set([reader.name]));
	});
});
