/** Realigning by hand and by R: confirmed pairs stay, the rest is shown before it is done, and one undo takes it back. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { idIn, type StoredPassage, storedPassages, storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson, makeProject } from "#tests/factories.ts";

const pairs = [
	["山谷里的图书馆", "A Library in the Valley"],
	["1998年，村民们把旧磨坊改成了图书馆。", "In 1998 the villagers turned the old mill into a library."],
	["起初只有四十本书。", "At first it had only forty books."],
	[
		"如今架子上有一万二千册，其中三分之一是孩子们亲手写的，封面也是他们自己画的。",
		"Today there are 12,000 volumes on its shelves, a third of them written by the children with their own hands, and the covers are painted by them as well.",
	],
	["馆长姓何，今年七十一岁。", "The librarian, Mr. He, is seventy-one this year."],
	[
		"他每天清晨六点沿着河边走来，开门以后先给炉子生火，再把夜里还回来的书放回原处。",
		"Every morning at six he walks along the river, and once the door is open he first lights the stove and then puts back the books that were returned at night.",
	],
	["冬天读者最多。", "Most readers come in winter."],
	[
		"大雪封山的那几个星期，邻村的人也会带着干粮来，在窗边一直读到天黑。",
		"In the weeks when snow closes the mountain roads, people from the next village come too, with food in their bags, and read at the window until it is dark.",
	],
	["“书不怕旧，”何馆长说。", "“Books do not mind being old,” says Mr. He."],
	["“怕的是没有人翻开。”", "“What they mind is that nobody opens them.”"],
] as const;
const side = (which: 0 | 1) => pairs.map((pair) => pair[which]).join("\n");

const site = Site.forThisFile();
let owner: Actor;
let page: Page;
let desk: Workbench;
let documentId: string;

const stored = () => storedPassages(owner, documentId);
const grouping = (passages: readonly StoredPassage[]) =>
	passages.map(({ source, target }) => [source, target]);
const dialog = () => page.getByRole("dialog", { name: "Realign what is not confirmed" });

beforeAll(async () => {
	owner = await makePerson("Ines Okoye");
	const projectId = await makeProject([owner, "owner"]);
	page = await site.pageFor(owner);
	desk = new Workbench(page);
	await page.goto(site.at(`/projects/${projectId}/import`));
	const screen = new ImportScreen(page);
	await screen.paste("Source text", side(0));
	await screen.paste("Translation", side(1));
	await screen.madeByMachine("Harbour MT");
	await screen.import();
	await desk.editor.waitFor();
	await desk.focused();
	documentId = idIn(page.url());
});

test("an article is aligned as it is imported, each pair with its confidence in the gutter", async () => {
	expect(grouping(await stored())).toEqual(pairs.map(([source, target]) => [[source], [target]]));
	await desk.passages(pairs.length);
	await desk
		.row(2)
		.getByRole("img", { name: /^automatic link, \d+% sure$/ })
		.waitFor();
});

describe("after a slip, with two passages confirmed", () => {
	let slipped: StoredPassage[];

	test("R shows what would change, and what stays", async () => {
		await desk.goTo(3);
		await desk.align();
		await page.keyboard.press("KeyC");
		await desk.goTo(9);
		await page.keyboard.press("KeyC");
		await desk.goTo(6);
		await page.keyboard.press("BracketRight"); // the renderings from here on stand one too low
		await desk.saved();
		await desk.goTo(10);
		await desk.saved();
		slipped = await stored();
		expect(slipped.map(({ target }) => target[0] ?? null).slice(5, 8)).toEqual([
			null,
			pairs[5][1],
			pairs[6][1],
		]);
		await page.keyboard.press("KeyR");
		await dialog()
			.getByText(/^\d passages are paired otherwise/)
			.waitFor();
		const shift = page.getByRole("region", { name: /^Notifications/ }).getByText(/^Shifted/);
		expect(await shift.count(), "the offer to undo the shift lies over no button").toBe(0);
		await dialog().getByRole("list", { name: "What would change" }).getByText(pairs[6][1]).first().waitFor();
		expect(await stored()).toEqual(slipped);
	});

	test("Esc leaves everything as it is; R and Enter realign it in one revision", async () => {
		await page.keyboard.press("Escape");
		await dialog().waitFor({ state: "detached" });
		expect(await stored()).toEqual(slipped);
		await page.keyboard.press("KeyR");
		await dialog().getByRole("button", { name: "Realign" }).and(page.locator(":focus")).waitFor();
		await page.keyboard.press("Enter");
		await dialog().waitFor({ state: "detached" });
		await desk.says(/^\d+ passages realigned\.$/);
		await desk.passages(pairs.length);
		const now = await stored();
		expect(grouping(now)).toEqual(pairs.map(([source, target]) => [[source], [target]]));
		expect(now[2]?.link).toBe("confirmed");
		expect((await storedTypes(documentId)).at(-1)).toBe("realign");
		await desk.row(7).getByText(pairs[6][1]).waitFor();
	});

	test("there is nothing left to realign", async () => {
		await page.keyboard.press("KeyR");
		await dialog()
			.getByText(/^Nothing would change/)
			.waitFor();
		await page.keyboard.press("Escape");
		await dialog().waitFor({ state: "detached" });
	});

	test("undo brings the former pairs back, and redo the new ones", async () => {
		await page.keyboard.press("Control+KeyZ");
		await desk.says(/^Undone: realignment/);
		await soon(stored).toEqual(slipped);
		await desk.passages(slipped.length);
		await page.keyboard.press("Control+KeyY");
		await desk.passages(pairs.length);
		await soon(async () => grouping(await stored())).toEqual(pairs.map(([s, t]) => [[s], [t]]));
	});
});

test("Shift+N goes from the least sure link on, past what is confirmed, and C confirms on the way", async () => {
	const sure = async (number: number) => {
		const name = await desk.row(number).getByRole("img", { name: /link/ }).getAttribute("aria-label");
		return Number(/(\d+)%/.exec(name ?? "")?.[1] ?? 101);
	};
	await desk.goTo(3);
	const seen = [3];
	for (let i = 0; i < 3; i++) {
		await page.keyboard.press("Shift+KeyN");
		await soon(() => desk.activeNumber()).not.toBe(seen.at(-1));
		const number = await desk.activeNumber();
		expect((await stored())[number - 1]?.link).not.toBe("confirmed");
		seen.push(number);
		if (i === 1) {
			await page.keyboard.press("KeyC");
			await desk.state(number, "untouched machine draft, confirmed link");
		}
	}
	const confidences = await Promise.all([seen[1] ?? 0, seen[3] ?? 0].map(sure));
	expect(confidences[0]).toBeLessThanOrEqual((confidences[1] ?? 0) + 2); // the walk goes in steps of 2 %
	expect(new Set(seen).size).toBe(4);
});
