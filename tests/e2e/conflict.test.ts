/** Two people in one sentence: nothing is overwritten unseen, and nothing typed is lost. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { soon } from "#tests/e2e/steps/soon.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, type RowTexts } from "#tests/factories.ts";

const sentence = "The port handled ten ships and nine barges on Monday morning.";
const rows: RowTexts[] = Array.from({ length: 6 }, () => [
	["周一上午，港口接卸了十艘船和九艘驳船。"],
	[sentence],
]);

const site = Site.forThisFile();
let amara: Actor;
let documentId: string;
let hers: Workbench;
let his: Workbench;
let hisPage: Page;

beforeAll(async () => {
	amara = await makePerson("Amara Lindqvist");
	const bo = await makePerson("Bo Hartigan");
	const projectId = await makeProject([amara, "reviewer"], [bo, "reviewer"]);
	documentId = await makeDocument(amara, projectId, rows);
	const address = site.at(`/projects/${projectId}/documents/${documentId}`);
	hers = new Workbench(await site.pageFor(amara));
	hisPage = await site.pageFor(bo);
	// He is not told of what she does before he saves: the moment that a slow network makes long.
	await hisPage.addInitScript(() => Reflect.deleteProperty(window, "SharedWorker"));
	await hisPage.route(/\/(revisions|live)\?/, (route) => route.abort());
	his = new Workbench(hisPage);
	await hers.open(address);
	await his.open(address);
});

const stored = async (number: number) => (await storedPassages(amara, documentId))[number - 1]?.target[0];

/** She saves first; he has begun from the same text and saves after. */
async function both(
	number: number,
	her: readonly [string, string],
	his_: readonly [string, string],
): Promise<void> {
	await his.goTo(number);
	await hers.goTo(number);
	await hers.retype(...her);
	await hers.page.keyboard.press("Alt+ArrowDown");
	await soon(() => stored(number)).toBe(sentence.replace(...her));
	await his.retype(...his_);
}

const conflict = () => hisPage.getByRole("region", { name: "Somebody else changed the same words" });

describe("touching edits: the second save shows both texts", () => {
	const her = ["ten ships", "a dozen ships"] as const;
	const him = ["ten ships", "twelve ships"] as const;
	const herText = sentence.replace(...her);
	const hisText = sentence.replace(...him);

	async function collide(number: number): Promise<void> {
		await both(number, her, him);
		await conflict().getByText("Amara Lindqvist’s, against the text you began with").waitFor();
		const shown = (await conflict().textContent()) ?? "";
		for (const word of ["a dozen", "twelve"]) expect(shown).toContain(word);
		await his.reads(hisText);
		expect(await stored(number)).toBe(herText);
	}

	test("his own is kept", async () => {
		await collide(1);
		await hisPage.getByRole("button", { name: "Save the text above" }).click();
		await conflict().waitFor({ state: "detached" });
		await soon(() => stored(1)).toBe(hisText);
		await his.saved();
	});

	test("hers is taken, and his can still be brought back", async () => {
		await collide(2);
		await hisPage.getByRole("button", { name: "Take theirs" }).click();
		await his.reads(herText);
		expect(await stored(2)).toBe(herText);
		await hisPage.getByRole("button", { name: "Bring mine back" }).click();
		await his.reads(hisText);
		await soon(() => stored(2)).toBe(hisText);
	});

	test("both are combined by typing on", async () => {
		await collide(3);
		await his.retype("twelve ships", "twelve (a dozen) ships");
		await hisPage.getByRole("button", { name: "Save the text above" }).click();
		await soon(() => stored(3)).toBe(sentence.replace("ten ships", "twelve (a dozen) ships"));
		await his.saved();
	});

	test("nothing is confirmed, and nothing is lost by going away, while the choice is open", async () => {
		await collide(4);
		await hisPage.keyboard.press("Control+Enter");
		await his.says("Two texts are waiting for your choice in this passage.");
		await hisPage.keyboard.press("Alt+ArrowDown");
		await his.at(5);
		await his.row(4).getByText("Two texts").waitFor();
		await hisPage.keyboard.press("Alt+ArrowUp");
		await his.at(4);
		await conflict().waitFor();
		await his.reads(hisText);
		expect(await stored(4)).toBe(herText);
		await hisPage.getByRole("button", { name: "Save the text above" }).click();
		await soon(() => stored(4)).toBe(hisText);
	});
});

test("edits that do not touch are merged, and he is told", async () => {
	await both(5, ["ten ships", "a dozen ships"], ["Monday morning", "Tuesday evening"]);
	const merged = sentence.replace("ten ships", "a dozen ships").replace("Monday morning", "Tuesday evening");
	await his.says("Somebody else changed other words of this sentence. Both changes are in it now.");
	await his.reads(merged);
	await soon(() => stored(5)).toBe(merged);
	await his.saved();
	await hers.row(5).getByText(merged).waitFor();
});
