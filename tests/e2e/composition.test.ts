/** An input method in the middle of a word: no character is lost, nothing is confirmed, no row is left, whatever happens. */
import type { CDPSession, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { PostedOperation } from "#lib/core/document/operations/registry.ts";
import { markOf } from "#lib/core/formats/marked-text.ts";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { importOf, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const site = Site.forThisFile();
/** Stands for an inline code, as an import writes it. */
const code = markOf(0);
const rows: RowTexts[] = [
	[["第一个码头开放了。"], ["The first wharf opened on Monday."]],
	[["第二个码头开放了。"], ["The second wharf opened on Monday."]],
	[["第三个码头开放了。"], [`The ${code}third wharf opened.`]],
	[["第四个码头开放了。"], ["The fourth wharf opened."]],
];
const second = "The second wharf opened on Monday.";
let owner: Actor;
let other: Actor;
let documentId: string;
let page: Page;
let desk: Workbench;
let method: CDPSession;

beforeAll(async () => {
	owner = await makePerson("Mei Sato");
	other = await makePerson("Bo Hartigan");
	const projectId = await makeProject([owner, "owner"], [other, "reviewer"]);
	documentId = await createDocument(owner, projectId, {
		...importOf(rows),
		codes: [[0, "bold", "start", null, null, "<b>"]],
	});
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(site.at(`/projects/${projectId}/documents/${documentId}`));
	method = await page.context().newCDPSession(page);
});

/** What the input method shows in the text while it is asked for characters. */
const compose = (text: string) =>
	method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
/** The characters that were chosen. */
const settle = (text: string) => method.send("Input.insertText", { text });

async function pinyin(...steps: string[]): Promise<void> {
	for (const step of steps) await compose(step);
}

/** A key that the input method keeps for itself, as the system tells of it. */
async function keyOfMethod(key: string, modifiers = 0): Promise<void> {
	const event = { code: key, key: "Process", windowsVirtualKeyCode: 229, modifiers };
	await method.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...event });
	await method.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
}

const stored = async (number: number) => (await storedPassages(owner, documentId))[number - 1]?.target[0];

test("Pinyin is composed step by step and becomes the characters that were chosen", async () => {
	await desk.goTo(2);
	await page.keyboard.press("Control+End");
	await pinyin("z", "zh", "zho", "zhon", "zhong", "zhongg", "zhonggu", "zhongguo");
	await desk.reads(`${second}zhongguo`);
	await settle("中国");
	await desk.reads(`${second}中国`);
});

describe("keys pressed inside a composition", () => {
	const control = 2;
	const alt = 1;
	test.each([
		["Control+Enter", () => page.keyboard.press("Control+Enter")],
		["Escape", () => page.keyboard.press("Escape")],
		["Alt+ArrowDown", () => page.keyboard.press("Alt+ArrowDown")],
		["F8", () => page.keyboard.press("F8")],
		["Alt+Enter", () => page.keyboard.press("Alt+Enter")],
		["Enter, kept by the method", () => keyOfMethod("Enter")],
		["Ctrl+Enter, kept by the method", () => keyOfMethod("Enter", control)],
		["Esc, kept by the method", () => keyOfMethod("Escape")],
		["Alt+Down, kept by the method", () => keyOfMethod("ArrowDown", alt)],
		["F8, kept by the method", () => keyOfMethod("F8")],
		["the letters of align mode, kept by the method", pressLetters],
	] as const)("%s", async (_name, press) => {
		const before = await desk.text();
		await pinyin("zh", "zhong");
		await press();
		await desk.at(2);
		await desk.mode("Review");
		await pinyin("zhongg", "zhongguo");
		await settle("中国");
		await desk.reads(`${before}中国`);
		await desk.at(2);
		expect(await storedTypes(documentId)).not.toContain("confirm");
	});

	async function pressLetters(): Promise<void> {
		for (const letter of ["KeyM", "KeyJ", "KeyS", "KeyU", "KeyD", "KeyC", "KeyN", "KeyR", "BracketRight"])
			await keyOfMethod(letter);
	}
});

describe("while a word is composed", () => {
	test("an answer that arrives, another person's words in the same sentence, and a row above that grows leave it whole", async () => {
		await page.keyboard.press("Control+KeyA");
		await page.keyboard.insertText(second);
		await page.keyboard.press("Alt+ArrowDown");
		await page.keyboard.press("Alt+ArrowUp");
		await desk.saved();
		await page.keyboard.press("Control+End");
		const release = await holdSaves();
		await page.keyboard.type(" At last.");
		await soon(() => release.held()).toBe(1);
		await pinyin("zh", "zhong");
		await editAs(other, 1, (text) => `${text} ${"Ships came in one after another. ".repeat(8)}`);
		await desk.row(1).getByText("one after another").waitFor();
		await desk.reads(`${second} At last.zhong`);
		await editAs(other, 2, (text) => text.replace("second", "second and smaller"));
		const answered = page.waitForResponse("**/operations");
		release.letGo();
		expect((await answered).status()).toBe(409);
		await desk.reads(`${second} At last.zhong`);
		await pinyin("zhongg", "zhongguo");
		await desk.reads(`${second} At last.zhongguo`);
		await settle("中国");
		const merged = `${second.replace("second", "second and smaller")} At last.中国`;
		await desk.reads(merged);
		await page.keyboard.press("Alt+ArrowDown");
		await soon(() => stored(2)).toBe(merged);
	});

	test("going elsewhere by the mouse keeps what was composed", async () => {
		await desk.goTo(1);
		const before = await desk.text();
		await page.keyboard.press("Control+End");
		await pinyin("zh", "zhong");
		await desk.cell(4, "right").click();
		await desk.at(4);
		await soon(() => stored(1)).toBe(`${before}zhong`);
	});
});

describe("beside an inline code", () => {
	test.each([
		["before it", "The ".length, `The 中国${code}third wharf opened.`],
		["behind it", "The ".length + 1, `The ${code}中国third wharf opened.`],
	])("%s", async (_name, steps, after) => {
		await desk.goTo(3);
		const before = await stored(3);
		await page.keyboard.press("Control+Home");
		for (let i = 0; i < steps; i++) await page.keyboard.press("ArrowRight");
		await pinyin("z", "zhong", "zhongguo");
		await settle("中国");
		await page.keyboard.press("Alt+ArrowUp");
		await desk.at(2);
		await soon(() => stored(3)).toBe(after);
		await page.keyboard.press("Control+KeyZ");
		await soon(() => stored(3)).toBe(before);
	});
});

/** Saves wait at the door until they are let go. */
async function holdSaves(): Promise<{ held: () => number; letGo: () => void }> {
	const gate = Promise.withResolvers<void>();
	let held = 0;
	await page.route("**/operations", async (route) => {
		held += 1;
		await gate.promise;
		await route.continue();
	});
	return { held: () => held, letGo: gate.resolve };
}

async function editAs(actor: Actor, number: number, change: (text: string) => string): Promise<void> {
	const segments = await db().segment.findMany({
		where: { documentId, side: "target", passageId: { not: null } },
		orderBy: { rank: "asc" },
		select: { id: true, version: true, text: true },
	});
	const segment = segments[number - 1];
	if (!segment) throw new Error(`no rendering ${number}`);
	await performOperation(actor, documentId, {
		key: newId(),
		operation: PostedOperation.parse({
			type: "edit",
			segment: segment.id,
			version: segment.version,
			text: change(segment.text),
		}),
	});
}
