/** Reading a comparison: side by side and in one text, what moved, small marks, the source, and on paper. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { newId } from "#lib/server/new-id.ts";
import { performOperation } from "#lib/server/operations.ts";
import { readWindow } from "#lib/server/passages.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

/** What the machine wrote, what people made of it, and the source corrected where it says so. */
const passages: readonly [source: string, draft: string, final?: string, corrected?: string][] = [
	[
		"春天，渡口重新开放，港务局批示恢复夜航。",
		"In the spring of this year, the ferry opened again and the harbour office allowed night trips.",
		"The ferry opened again and the harbour office allowed night trips in the spring of this year.",
		"春天，渡口重新开放，港务局指示恢复夜航。",
	],
	[
		"老船长每天写日志。",
		"The old captain writes the log‘s  pages every day.",
		"The old captain writes the log's pages every day.",
	],
	["雾散了。", "The fog dispersed away of the island quickly.", "By noon it had cleared."],
	["码头上没有人。", "Nobody was on the wharf."],
	[
		"三位青年接过灯塔的钥匙。",
		"Three youths and youths took over the key and key of the tower.",
		"Three young people took over the key of the lighthouse.",
	],
	["船来了。", "The boat came.", "The boat came at last.", "船来了"],
	["风很大。", "The wind was big."],
	["浪也很大。", "The waves were also big."],
];

const site = Site.forThisFile();
let page: Page;
let address: string;

beforeAll(async () => {
	const [owner, colleague] = [await makePerson("Ines Okoye"), await makePerson("林晓")];
	const projectId = await makeProject([owner, "owner"], [colleague, "owner"]);
	const rows = passages.map(([source, draft]): RowTexts => [[source], [draft]]);
	const documentId = await makeDocument(owner, projectId, rows);
	const before = (await readWindow(owner, documentId, {})).rows;
	const edit = async (who: Actor, side: "source" | "target", index: number, text: string) => {
		const { id: segment = "", version = 0 } = before[index]?.[side][0] ?? {};
		const operation = { type: "edit", v: 1, segment, version, text, as: null } as const;
		await performOperation(who, documentId, { key: newId(), operation });
	};
	for (const [index, [, , final, corrected]] of passages.entries()) {
		if (final !== undefined) await edit(index % 2 ? colleague : owner, "target", index, final);
		if (corrected !== undefined) await edit(colleague, "source", index, corrected);
	}
	const shape = ({ id, source, target }: (typeof before)[number]) => ({
		id,
		source: source.map((segment) => segment.id),
		target: target.map((segment) => segment.id),
	});
	const [first, second] = before.slice(-2).map(shape);
	if (!first || !second) throw new Error("the document has too few passages");
	await performOperation(owner, documentId, {
		key: newId(),
		operation: { type: "merge", v: 1, rows: [first, second], order: null },
	});
	page = await site.pageFor(owner);
	address = site.at(`/projects/${projectId}/documents/${documentId}/compare?from=1`);
	await page.goto(address);
	await page.getByText("6 passages changed").waitFor();
});

const line = (words: string) => page.getByRole("row").filter({ hasText: words });
test("side by side, a phrase that moved has one number in both columns", async () => {
	const ferry = line("allowed night trips");
	await expect(ferry.locator("del[data-moved='1']").textContent()).resolves.toBe(
		"In the spring of this year",
	);
	await expect(ferry.locator("ins[data-moved='1']").textContent()).resolves.toBe(
		"in the spring of this year",
	);
});

test("the source shows what was corrected in it, to the sign", async () => {
	const source = line("allowed night trips").locator("[lang=zh-Hans]");
	await expect(source.locator("del, ins").allTextContents()).resolves.toEqual(["批", "指"]);
});

test("in one text the address says so, and most of a sentence rewritten stands whole, before and after", async () => {
	await page.getByRole("button", { name: "In one text" }).click();
	await page.waitForURL(/view=inline/);
	await page.reload();
	const captain = line("old captain");
	await captain.waitFor();
	await expect(captain.locator("del, ins").allTextContents()).resolves.toEqual(["‘", "'", "  ", " "]);
	await expect(captain.locator(".blank").first().getAttribute("data-glyph")).resolves.toBe("␣");
	await expect(line("fog dispersed").locator("dd").allTextContents()).resolves.toEqual(
		passages[2]?.slice(1, 3),
	);
	await expect(line("wind was big").getByText("Merged into one").count()).resolves.toBe(1);
});

test("F8 goes from change to change, and punctuation alone can be left out", async () => {
	await page.getByRole("checkbox", { name: "Hide 1 punctuation-only change" }).check();
	await soon(() => line("old captain").count()).toBe(0);
	for (const words of ["allowed night trips", "fog dispersed"]) {
		await page.keyboard.press("F8");
		await soon(async () => (await page.locator("tr[aria-current]").textContent())?.includes(words)).toBe(
			true,
		);
	}
});

test("on paper it is black on white, struck and underlined", async () => {
	await page.goto(address);
	await line("old captain").waitFor();
	await page.emulateMedia({ media: "print", colorScheme: "dark" });
	const drawn = await line("came at last")
		.locator("td")
		.last()
		.locator("ins")
		.evaluate((mark) => {
			const { textDecorationLine, color, backgroundColor } = getComputedStyle(mark);
			return { textDecorationLine, color, backgroundColor };
		});
	expect(drawn).toEqual({
		textDecorationLine: "underline",
		color: "rgb(0, 0, 0)",
		backgroundColor: "rgba(0, 0, 0, 0)",
	});
	await expect(page.getByRole("button", { name: "In one text" }).isVisible()).resolves.toBe(false);
});
