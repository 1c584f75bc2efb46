/** Every key of the workbench's registry, pressed on the demo's first article; and an input method in the middle of a word. */
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KeyActionId, keyActions } from "#app/_workbench/keys/registry.ts";
import { english } from "#lib/messages/catalogue.ts";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { type StoredPassage, storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";

const site = Site.forThisFile();
const pressed = new Set<KeyActionId>();
let owner: Actor;
let documentId: string;
let address: string;
let page: Page;
let desk: Workbench;

beforeAll(async () => {
	const place = await loadDemo();
	if (!place) throw new Error("the demo was not loaded");
	documentId = place.documentId;
	const { id, name } = await db().user.findFirstOrThrow({ where: { administrator: true } });
	owner = { userId: id, name, administrator: true };
	address = site.at(`/projects/${place.projectId}/documents/${documentId}`);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await desk.open(`${address}?passage=${place.passageId}`);
});
/** Actions whose doings are shown by another file's tests. */
const elsewhere: Readonly<Record<string, readonly KeyActionId[]>> = {
	"tests/e2e/comments.test.ts": ["comment", "acceptSuggestion"],
	"tests/app/comments.test.ts": ["nextComment", "previousComment", "rejectSuggestion"],
	"tests/e2e/walk-three.test.ts": ["concordance", "replace"],
	"tests/app/replace.test.ts": ["suggestion1", "suggestion2"],
	"tests/app/hands.test.ts": ["discard"],
	"tests/e2e/versions.test.ts": ["label"],
	"tests/e2e/findings.test.ts": ["nextFinding", "previousFinding", "dismissFinding"],
};
/** The third rendering on offer is inserted as the second is. */
const alike = /^suggestion[3-9]$/;

afterAll(() => {
	const shown = new Set([...pressed, ...Object.values(elsewhere).flat()]);
	const withKeys = keyActions.filter(({ keys }) => keys.windows.length > 0);
	const never = withKeys.map(({ id }) => id).filter((id) => !shown.has(id) && !alike.test(id));
	expect(never, "actions of the registry whose key was never pressed").toEqual([]);
});

/** Presses the key that the registry names for the action. */
async function press(id: KeyActionId, choice = 0): Promise<void> {
	pressed.add(id);
	const keys = keyActions.find((action) => action.id === id)?.keys.windows[choice] ?? "";
	await page.keyboard.press(keys.replace("Ctrl", "Control"));
}

/** Read while nothing is on its way: an undo leads to its passage when its answer comes. */
async function stored(): Promise<StoredPassage[]> {
	await desk.saved();
	const passages = await storedPassages(owner, documentId);
	await desk.saved();
	return passages;
}

/** The first passage from a number on that the claim holds for. */
async function find(claim: (row: StoredPassage, next: StoredPassage) => boolean, from = 1): Promise<number> {
	const rows = await stored();
	const none: StoredPassage = { source: [], target: [], state: "", link: "", withoutSource: false };
	const index = rows.findIndex((row, i) => i + 1 >= from && claim(row, rows[i + 1] ?? none));
	expect(index).toBeGreaterThanOrEqual(0);
	return index + 1;
}

const plain = (row: StoredPassage) => row.source.length === 1 && row.target.length === 1;
const texts = (rows: readonly StoredPassage[]) => rows.map(({ source, target }) => ({ source, target }));

/** Presses a key that changes passages, then takes it back, and makes it again, and takes it back. */
async function thereAndBack(
	id: KeyActionId,
	name: string,
	changed: (before: StoredPassage[]) => object[],
): Promise<void> {
	const before = await stored();
	const wanted = changed(before);
	for (const [key, after, told] of [
		[id, wanted, null],
		["undo", texts(before), "Undone: "],
		["redo", wanted, "Done again: "],
		["undo", texts(before), "Undone: "],
	] as const) {
		await press(key);
		if (told) await desk.says(told + name);
		await soon(async () => texts(await stored())).toEqual(after);
	}
	expect((await stored()).map(({ link, state }) => [link, state])).toEqual(
		before.map(({ link, state }) => [link, state]),
	);
}

describe("moving about", () => {
	test("the demo opens where nobody has been, ready to type", async () => {
		await desk.at(await find(({ state }) => state === "draft"));
		await desk.mode("Review");
	});

	test("Esc leads to aligning and Enter back to the text, with the caret where it was", async () => {
		const text = await desk.text();
		await page.keyboard.press("Control+Home");
		for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowRight");
		await press("toAlign");
		await desk.mode("Align");
		expect(await desk.editor.count()).toBe(0);
		await press("toReview");
		await desk.mode("Review");
		await desk.focused();
		await page.keyboard.type("~");
		await desk.reads(`${text.slice(0, 3)}~${text.slice(3)}`);
		await press("undo");
		await desk.reads(text);
		await press("redo");
		await desk.reads(`${text.slice(0, 3)}~${text.slice(3)}`);
		await press("undo");
		await desk.reads(text);
	});

	test("Alt with the arrows goes to the neighbours, the ends are ends", async () => {
		await desk.goTo(2);
		await press("previous");
		await desk.at(1);
		await press("previous");
		await desk.at(1);
		await desk.focused();
		await press("next");
		await desk.at(2);
		await desk.goTo((await stored()).length);
		await press("next");
		await desk.focused();
		await desk.at((await stored()).length);
	});

	test("while aligning the bare arrows do it, and change the side", async () => {
		await desk.goTo(await find(plain, 5));
		const number = await desk.activeNumber();
		await press("toAlign");
		await desk.mode("Align");
		await press("rowDown");
		await desk.at(number + 1);
		await press("rowUp");
		await desk.at(number);
		const chosen = (side: "left" | "right") => desk.cell(number, side).locator("p.bg-accent-wash");
		await chosen("right").waitFor();
		await press("otherSide");
		await chosen("left").waitFor();
		await press("otherSide", 1);
		await chosen("right").waitFor();
		await press("toReview");
		await desk.focused();
	});

	test("F8 and Shift+F8 go through what needs attention, and through nothing else", async () => {
		const rows = await stored();
		const open = rows.flatMap(({ link, state }, i) =>
			link !== "confirmed" || state === "draft" ? [i + 1] : [],
		);
		expect(open.length).toBeGreaterThan(3);
		expect(open.length).toBeLessThan(rows.length);
		await desk.goTo(open[0] ?? 1);
		for (const number of open.slice(1, 4)) {
			await press("nextAttention");
			await desk.at(number);
		}
		for (const number of open.slice(0, 3).reverse()) {
			await press("previousAttention");
			await desk.at(number);
		}
		await press("previousAttention");
		await desk.at(open.at(-1) ?? 0);
	});

	test("Ctrl+G asks for a number, and says when there is no such passage", async () => {
		await press("goTo");
		await page.getByRole("dialog", { name: "Go to passage" }).waitFor();
		await page.keyboard.type("9999");
		await page.keyboard.press("Enter");
		await page.getByText("There is no passage 9999.").waitFor();
		await page.keyboard.press("Control+KeyA");
		await page.keyboard.type("3");
		await page.keyboard.press("Enter");
		await desk.at(3);
		await desk.focused();
	});

	test("Ctrl+F asks for a text, Enter goes to it, and Esc leads back to where one has come to", async () => {
		const [first = ""] = (await stored())[4]?.target ?? [];
		await press("find");
		await page.keyboard.type(first);
		await page.keyboard.press("Enter");
		await desk.at(5);
		await page.keyboard.press("Escape");
		await desk.focused();
	});

	test("Ctrl+K opens the palette, which does what is chosen there and goes back to the text", async () => {
		await desk.goTo(4);
		await press("palette");
		await page.keyboard.type("next pass");
		await page.keyboard.press("Enter");
		await desk.at(5);
		await desk.focused();
	});

	test("F1 lists every key that works here, by its name", async () => {
		await press("help");
		const dialog = page.getByRole("dialog", { name: "What the keys do" });
		await dialog.waitFor();
		for (const { id, keys } of keyActions) {
			if (keys.windows.length === 0) continue;
			await dialog.getByText(english.workbench.action[id], { exact: true }).waitFor();
		}
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		await desk.mode("Review");
		await desk.focused();
	});
});

describe("in the text", () => {
	test("F9 shows the difference from the draft beneath the editor, and is remembered", async () => {
		const number = await find(({ state, target }) => state === "reviewed" && target.length === 1);
		await desk.goTo(number);
		await press("draftChanges");
		const strip = desk.row(number).getByText("Changes from the draft");
		await strip.waitFor();
		await desk.row(number).locator("del").first().waitFor();
		await desk.open(address);
		await desk.goTo(number);
		await strip.waitFor();
		await press("draftChanges");
		await strip.waitFor({ state: "detached" });
	});

	test("Shift+F3 looks the source up in the dictionary, and Alt+Enter mends what is marked", async () => {
		await desk.goTo(await find(plain));
		await press("lookUp");
		await page.getByRole("region", { name: "In the dictionary" }).waitFor();
		await page.keyboard.press("Control+Home");
		await page.keyboard.type("The goverment ");
		await desk.editor.locator(".fault", { hasText: "goverment" }).waitFor();
		await page.keyboard.press("Control+Home");
		await press("showFault");
		await page.getByRole("dialog", { name: "“goverment”" }).waitFor();
		await page.keyboard.press("Escape");
		await press("undo");
	});

	test("F2 opens the source text for correction, which makes the link stale; F2 leads back", async () => {
		const number = await find((row) => plain(row) && row.link === "confirmed", 5);
		await desk.goTo(number);
		const before = (await stored())[number - 1];
		await press("editSource");
		await desk.reads(before?.source[0] ?? "");
		await page.keyboard.press("Control+End");
		await page.keyboard.type("（校）");
		await press("editSource");
		await desk.reads(before?.target[0] ?? "");
		await soon(async () => (await stored())[number - 1]).toMatchObject({
			source: [`${before?.source[0]}（校）`],
			link: "stale",
		});
		await press("undo");
		await soon(async () => (await stored())[number - 1]).toEqual(before);
	});

	test("Ctrl+Enter confirms and goes on; Ctrl+Alt+Enter approves and goes on", async () => {
		const number = await find((row) => plain(row) && row.state === "draft");
		await desk.goTo(number);
		await press("confirm");
		await desk.state(number, "reviewed, confirmed link");
		await desk.at(number + 1);
		await press("previous");
		await desk.at(number);
		await press("approve");
		await desk.state(number, "approved, confirmed link");
		await desk.at(number + 1);
		expect((await stored())[number - 1]).toMatchObject({ state: "approved", link: "confirmed" });
		for (const wanted of ["reviewed", "draft"]) {
			await press("undo");
			await soon(async () => (await stored())[number - 1]?.state).toBe(wanted);
		}
	});
});

describe("aligning by single keys, each taken back and made again", () => {
	/** In align mode, on the rendering of a passage. */
	async function alignAt(number: number): Promise<void> {
		await desk.goTo(number);
		await press("toAlign");
		await desk.mode("Align");
	}

	/** What the passages are with those from `number` on, `count` of them, replaced. */
	const replaced = (
		rows: readonly StoredPassage[],
		number: number,
		count: number,
		...others: { source: readonly string[]; target: readonly string[] }[]
	) => texts(rows).toSpliced(number - 1, count, ...others);
	const joined = (first?: StoredPassage, second?: StoredPassage) => ({
		source: [...(first?.source ?? []), ...(second?.source ?? [])],
		target: [...(first?.target ?? []), ...(second?.target ?? [])],
	});

	let number: number;

	test("M merges with the next", async () => {
		number = await find((row, next) => plain(row) && plain(next) && row.link !== "stale", 10);
		await alignAt(number);
		await thereAndBack("merge", "merge of two passages", (rows) =>
			replaced(rows, number, 2, joined(rows[number - 1], rows[number])),
		);
	});

	test("D moves the last sentence down and U the first one up", async () => {
		await press("merge");
		await soon(async () => (await stored())[number - 1]?.target.length).toBe(2);
		await thereAndBack("moveDown", "move of a sentence", (rows) => {
			const [row, next] = [rows[number - 1], rows[number]];
			return replaced(
				rows,
				number,
				2,
				{ source: row?.source ?? [], target: row?.target.slice(0, 1) ?? [] },
				{ source: next?.source ?? [], target: [...(row?.target.slice(1) ?? []), ...(next?.target ?? [])] },
			);
		});
		await press("rowDown");
		await desk.at(number + 1);
		await thereAndBack("moveUp", "move of a sentence", (rows) => {
			const [row, next] = [rows[number - 1], rows[number]];
			return replaced(
				rows,
				number,
				2,
				{ source: row?.source ?? [], target: [...(row?.target ?? []), ...(next?.target.slice(0, 1) ?? [])] },
				{ source: next?.source ?? [], target: next?.target.slice(1) ?? [] },
			);
		});
	});

	test("J makes one sentence of two, and S cuts between sentences", async () => {
		await desk.goTo(number);
		await thereAndBack("join", "join of two sentences", (rows) => {
			const row = rows[number - 1];
			return replaced(rows, number, 1, { source: row?.source ?? [], target: [row?.target.join(" ") ?? ""] });
		});
		await thereAndBack("split", "division of a passage", (rows) => {
			const row = rows[number - 1];
			return replaced(
				rows,
				number,
				1,
				{ source: row?.source.slice(0, 1) ?? [], target: row?.target.slice(0, 1) ?? [] },
				{ source: row?.source.slice(1) ?? [], target: row?.target.slice(1) ?? [] },
			);
		});
	});

	test("] and [ shift one side from here on; the toast names side and passages and takes it back", async () => {
		const before = await stored();
		const below = before.length - number + 1;
		await press("shiftDown");
		await desk.says(`Shifted down by one: the rendering side of ${below} passages.`);
		await soon(async () => (await stored())[number - 1]?.target).toEqual([]);
		expect((await stored()).slice(number, number + 3).map(({ target }) => target)).toEqual(
			before.slice(number - 1, number + 2).map(({ target }) => target),
		);
		await page
			.getByRole("region", { name: /^Notifications/ })
			.getByRole("button", { name: "Undo" })
			.click();
		await soon(stored).toEqual(before);
		await desk.goTo(number);
		await press("shiftUp");
		await desk.says(`Shifted up by one: the rendering side of ${below} passages.`);
		const wanted = [...(before[number - 2]?.target ?? []), ...(before[number - 1]?.target ?? [])];
		await soon(async () => (await stored())[number - 2]?.target).toEqual(wanted);
		await page
			.getByRole("region", { name: /^Notifications/ })
			.getByRole("button", { name: "Undo" })
			.click();
		await soon(stored).toEqual(before);
	});

	test("C confirms the link, and N goes to the next that is not", async () => {
		const open = await find(({ link }) => link !== "confirmed", number);
		await desk.goTo(open);
		await press("confirmLink");
		await soon(async () => (await stored())[open - 1]?.link).toBe("confirmed");
		await desk.goTo(open);
		const next = await find(({ link }) => link !== "confirmed", open + 1);
		await press("nextUnconfirmed");
		await desk.at(next);
	});

	test("Shift+N goes to the link that the aligner is least sure of", async () => {
		const links = [...(await readWindow(owner, documentId, { limit: 500 })).rows].filter(
			({ link }) => link !== "confirmed",
		);
		const step = (sure: number | null) => (sure === null ? 51 : Math.floor(sure * 50));
		const doubts = links.map(({ link, confidence }) => (link === "stale" ? -1 : step(confidence)));
		const least = links[doubts.indexOf(Math.min(...doubts))];
		await press("nextUncertain");
		await desk.at((least?.index ?? -1) + 1);
	});

	test.each([
		"mergePrevious",
		"takeApart",
		"swap",
		"paragraph",
		"moveParagraphUp",
		"moveParagraphDown",
		"confirmAbove",
	] as const)("%s does one thing, which is taken back", async (id) => {
		await desk.goTo(number);
		const before = await stored();
		const { length } = await storedTypes(documentId);
		await press(id);
		await soon(async () => (await storedTypes(documentId)).length).toBe(length + 1);
		await press("undo");
		await soon(async () => (await storedTypes(documentId)).length).toBe(length + 2);
		await soon(stored).toEqual(before);
	});

	test("E and Shift+E go to the passages that are empty or lopsided, and back", async () => {
		await desk.goTo(1);
		await press("nextLopsided");
		await soon(() => desk.activeNumber()).toBeGreaterThan(1);
		const first = await desk.activeNumber();
		await press("nextLopsided");
		await soon(() => desk.activeNumber()).not.toBe(first);
		await press("previousLopsided");
		await desk.at(first);
	});

	test("R shows what realigning would change; Esc leaves it at that", async () => {
		const before = await stored();
		await press("realign");
		const dialog = page.getByRole("dialog", { name: "Realign what is not confirmed" });
		await dialog.getByText(/paired otherwise|would change/).waitFor();
		await page.keyboard.press("Escape");
		await dialog.waitFor({ state: "detached" });
		expect(await stored()).toEqual(before);
		await press("toReview");
		await desk.focused();
	});
});

describe("an input method in the middle of a word", () => {
	let method: CDPSession;

	beforeAll(async () => {
		method = await page.context().newCDPSession(page);
	});

	const compose = (text: string) =>
		method.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
	const settle = (text: string) => method.send("Input.insertText", { text });

	test.each(["Control+Enter", "Escape", "Alt+ArrowDown", "F8", "Control+KeyZ"])(
		"%s pressed then loses no character, confirms nothing and goes nowhere",
		async (key) => {
			const number = await find((row) => plain(row) && row.state !== "approved", 20);
			await desk.goTo(number);
			const text = await desk.text();
			const revisions = await storedTypes(documentId);
			await page.keyboard.press("Control+End");
			await compose("zhong");
			await desk.reads(`${text}zhong`);
			await page.keyboard.press(key);
			await desk.at(number);
			await desk.mode("Review");
			await compose("zhongwen");
			await settle("中文");
			await desk.reads(`${text}中文`);
			expect((await storedTypes(documentId)).slice(revisions.length)).not.toContain("confirm");
			await page.keyboard.press("Alt+ArrowDown");
			await desk.at(number + 1);
			await soon(async () => (await stored())[number - 1]?.target).toEqual([`${text}中文`]);
			await press("undo");
			await soon(async () => (await stored())[number - 1]?.target).toEqual([text]);
		},
	);
});
