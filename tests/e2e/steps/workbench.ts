/** The workbench as somebody at it sees it: passages by number, the text being edited, what is said. */
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { soon } from "#tests/e2e/steps/soon.ts";

type ShownSide = "left" | "right";

export class Workbench {
	readonly page: Page;
	readonly grid: Locator;
	readonly editor: Locator;

	constructor(page: Page) {
		this.page = page;
		this.grid = page.getByRole("grid");
		this.editor = page.getByRole("textbox", { name: /^(Rendering|Source text)$/ });
	}

	/** Goes on when a passage can be edited. */
	async open(address: string): Promise<void> {
		await this.page.goto(address);
		await this.editor.waitFor();
		await this.focused();
	}

	/** The caret is in the text being edited. */
	async focused(): Promise<void> {
		const focus = this.page.locator(":focus");
		await this.editor
			.and(focus)
			.waitFor()
			.catch(async (error: Error) => {
				const at = await focus.evaluate((element) => element.outerHTML.slice(0, 300), null, { timeout: 500 });
				throw new Error(`The focus is on ${at}`, { cause: error });
			});
	}

	row(number: number): Locator {
		return this.grid.getByRole("row", { name: new RegExp(`^Passage ${number},`) });
	}

	cell(number: number, side: ShownSide): Locator {
		return this.row(number).locator(`[role=gridcell][aria-colindex="${side === "left" ? 3 : 5}"]`);
	}

	/** The number of the passage whose text holds these words. */
	async numberOf(words: string): Promise<number> {
		const row = this.grid.getByRole("row").filter({ hasText: words });
		return Number(await row.first().getAttribute("aria-rowindex"));
	}

	async activeNumber(): Promise<number> {
		return Number(await this.grid.getByRole("row", { selected: true }).getAttribute("aria-rowindex"));
	}

	async at(number: number): Promise<void> {
		await this.#when(() => this.activeNumber(), number);
	}

	async passages(count: number): Promise<void> {
		await this.#when(async () => Number(await this.grid.getAttribute("aria-rowcount")), count);
	}

	/** By keys, wherever the passage is. */
	async goTo(number: number): Promise<void> {
		await this.page.keyboard.press("Control+KeyG");
		await this.page.getByRole("dialog", { name: "Go to passage" }).waitFor();
		await this.page.keyboard.type(String(number));
		await this.page.keyboard.press("Enter");
		await this.page.getByRole("dialog").waitFor({ state: "detached" });
		await this.at(number);
		await this.grid.locator(":focus").waitFor();
	}

	async text(): Promise<string> {
		return (await this.editor.textContent()) ?? "";
	}

	async reads(text: string): Promise<void> {
		await this.#when(() => this.text(), text);
	}

	/** Puts the caret before these words of the text being edited, by arrow keys. */
	async caretBefore(words: string): Promise<void> {
		const text = await this.text();
		const at = text.indexOf(words);
		expect(at, `“${words}” in “${text}”`).toBeGreaterThanOrEqual(0);
		const fromEnd = text.length - at < at;
		await this.page.keyboard.press(fromEnd ? "Control+End" : "Control+Home");
		for (let steps = fromEnd ? text.length - at : at; steps > 0; steps--) {
			await this.page.keyboard.press(fromEnd ? "ArrowLeft" : "ArrowRight");
		}
	}

	/** Chooses words of the text being edited and types others over them. */
	async retype(words: string, others: string): Promise<void> {
		const after = (await this.text()).replace(words, others);
		await this.caretBefore(words);
		for (const _ of words) await this.page.keyboard.press("Shift+ArrowRight");
		if (others === "") await this.page.keyboard.press("Delete");
		else await this.page.keyboard.type(others);
		await this.reads(after);
	}

	async align(): Promise<void> {
		await this.page.keyboard.press("Escape");
		await this.mode("Align");
	}

	async review(): Promise<void> {
		await this.page.keyboard.press("Enter");
		await this.mode("Review");
		await this.focused();
	}

	async mode(name: "Review" | "Align"): Promise<void> {
		await this.page
			.getByRole("group", { name: "Mode" })
			.getByRole("button", { name, pressed: true })
			.waitFor();
	}

	/** Everything typed is on the server. */
	async saved(): Promise<void> {
		await this.status("Saved");
	}

	async status(sentence: string): Promise<void> {
		await this.page.locator("header").getByText(sentence, { exact: true }).waitFor();
	}

	async says(sentence: string | RegExp): Promise<void> {
		await this.page
			.getByRole("region", { name: /^Notifications/ })
			.getByText(sentence)
			.last()
			.waitFor();
	}

	async state(number: number, words: string): Promise<void> {
		const said = async () =>
			(await this.row(number).getAttribute("aria-label"))?.replace(/, \d+ findings?$/, "");
		await this.#when(said, `Passage ${number}, ${words}`);
	}

	async #when(read: () => Promise<unknown>, wanted: unknown): Promise<void> {
		await soon(read).toEqual(wanted);
	}
}
