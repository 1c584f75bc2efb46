/** The import screen, by its labels. */
import type { Locator, Page } from "playwright-core";

export class ImportScreen {
	readonly page: Page;
	readonly preview: Locator;

	constructor(page: Page) {
		this.page = page;
		this.preview = page.getByRole("region", { name: "As it will be imported" });
	}

	async paste(side: "Source text" | "Translation", text: string): Promise<void> {
		await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
		await this.page.getByRole("textbox", { name: side, exact: true }).click();
		await this.page.keyboard.press("Control+KeyV");
	}

	async chooseFile(side: "source text" | "translation", path: string): Promise<void> {
		const chooser = this.page.waitForEvent("filechooser");
		await this.page.getByRole("button", { name: `Choose a file with the ${side}` }).click();
		await (await chooser).setFiles(path);
	}

	async choosePairing(how: string): Promise<void> {
		await this.page
			.getByRole("combobox", { name: "Put sentences side by side" })
			.selectOption({ label: how });
	}

	async madeByMachine(engine: string): Promise<void> {
		await this.page.getByRole("radio", { name: "a machine" }).check();
		await this.page.getByRole("combobox", { name: "Which engine?" }).click();
		await this.page.keyboard.type(engine);
	}

	/** Changes what a paragraph is, or sets a run of them aside. */
	async choose(paragraph: number, choice: string): Promise<void> {
		await this.preview.getByRole("button", { name: new RegExp(`^Paragraph ${paragraph}:`) }).click();
		const menu = this.page.getByRole("menu");
		await menu
			.getByRole(/^Set aside all/.test(choice) ? "menuitem" : "menuitemradio", { name: choice })
			.click();
		await menu.waitFor({ state: "detached" });
	}

	/** Presses Import and waits for the workbench. */
	async import(): Promise<void> {
		await this.page.getByRole("button", { name: "Import", exact: true }).click();
		await this.page.waitForURL(/\/documents\/[0-9A-Za-z]+/);
	}
}
