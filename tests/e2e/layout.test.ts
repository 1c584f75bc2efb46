/** Where things stand: nothing jumps while somebody types, breaks apart, or leans that should not. */
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { localeCookie } from "#lib/messages/locale.ts";
import chinese from "#lib/messages/zh-Hans/workbench.json" with { type: "json" };
import { sizes } from "#tests/e2e/steps/accessible.ts";
import { demoSurroundings, type Surroundings } from "#tests/e2e/steps/screens.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";

const site = Site.forThisFile();
let places: Surroundings["places"];
let page: Page;
let desk: Workbench;

beforeAll(async () => {
	const demo = await demoSurroundings();
	places = demo.places;
	page = await site.pageFor(demo.people.owner, { reducedMotion: "reduce" });
	desk = new Workbench(page);
});

const heightOf = async (part: string) => (await page.locator(part).first().boundingBox())?.height;

test("the header of a telephone is as high while a text is not saved yet", async () => {
	await page.setViewportSize(sizes.telephone);
	await desk.open(site.at(places.document));
	await desk.saved();
	const height = await heightOf("header");
	await page.keyboard.type("Well. ");
	await desk.status("Kept on this device, not saved yet");
	expect(await heightOf("header")).toBe(height);
	await desk.saved();
});

test("an English caption leans, a Chinese one stands upright", async () => {
	await page.setViewportSize(sizes.wide);
	await desk.goTo(await desk.numberOf("leaving Yunting Port"));
	await page.keyboard.press("Alt+ArrowDown");
	const styleOf = async (text: string) =>
		await page.getByText(text).evaluate((element) => getComputedStyle(element).fontStyle);
	expect(await styleOf("leaving Yunting Port")).toBe("italic");
	expect(await styleOf("号货轮驶离云汀港")).toBe("normal");
});

test("a short sentence of success stands in one line with its sign and its button", async () => {
	await page.context().addCookies([{ name: localeCookie, value: "zh-Hans", url: site.server.url }]);
	await page.goto(site.at(places.document));
	await page
		.getByRole("textbox", { name: chinese.editor.renderingLabel })
		.and(page.locator(":focus"))
		.waitFor();
	await page.keyboard.press("Control+KeyK");
	await page.getByRole("dialog").waitFor();
	await page.keyboard.type(chinese.action.suggestInstead);
	await page.getByRole("option", { name: chinese.action.suggestInstead }).click();
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await page.keyboard.type("So. ");
	await page.keyboard.press("Alt+ArrowDown");
	const toast = page.locator(".toasts li", { hasText: chinese.say.suggestionSent });
	await toast.waitFor();
	const middles = await toast.evaluate((element) =>
		[...element.querySelectorAll("svg, p")].map((child) => {
			const { top, height } = child.getBoundingClientRect();
			return top + height / 2;
		}),
	);
	expect(middles.length).toBe(3);
	expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(1);
});

test("words that only tell where end in three dots, not in the middle of a word", async () => {
	await page.goto(site.at(`${places.document}/timeline`));
	const quote = page.getByText(/^Xu Guizhen, who runs/).first();
	await quote.waitFor();
	expect(await quote.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
});

test("on a telephone a side of an import has its language and its file in one line", async () => {
	await page.context().clearCookies({ name: localeCookie });
	await page.setViewportSize(sizes.telephone);
	await page.goto(site.at(`${places.project}/import`));
	const side = page.getByRole("region", { name: "Source text" });
	const middleOf = async (part: string) => {
		const box = await side.locator(part).first().boundingBox();
		return box ? Math.round(box.y + box.height / 2) : null;
	};
	await side.getByRole("textbox").waitFor();
	expect(await middleOf("button")).toBe(await middleOf("select"));
});
