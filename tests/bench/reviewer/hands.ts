/** Presses the keys of the work, counts them, and holds the document to what the work should have made of it. */
import type { Page } from "playwright-core";
import type { Actor } from "#lib/server/access.ts";
import { storedPassages } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import type { RowTexts } from "#tests/factories.ts";
import { corrections, type Fault, faults, finishedRows } from "./work.ts";

export interface HandsOptions {
	readonly actor: Actor;
	readonly documentId: string;
	readonly right: readonly RowTexts[];
}

export interface Counts {
	/** Strokes for each fault, the way to it included. */
	readonly tasks: readonly number[];
	/** Strokes for all of the pairing, and the way back to the first passage. */
	readonly pairing: number;
	/** Strokes for the words, and for confirming. */
	readonly wording: number;
	readonly confirming: number;
}

const patience = 10_000; // ms

/** What mends each fault, once one is there. */
const mending: Readonly<Record<Fault["id"], string>> = {
	doubled: "KeyS",
	halved: "Shift+KeyM",
	strayed: "KeyD",
	exchanged: "KeyX",
	slipped: "BracketLeft",
};

export class Hands {
	readonly #page: Page;
	readonly #desk: Workbench;
	readonly #options: HandsOptions;
	#strokes = 0;

	constructor(page: Page, options: HandsOptions) {
		this.#page = page;
		this.#desk = new Workbench(page);
		this.#options = options;
	}

	/** Does all of it; throws where the document is not what it should be afterwards. */
	async work(): Promise<{ counts: Counts; milliseconds: number }> {
		const begin = await this.#begin();
		const tasks = await this.#mendAll();
		await this.#goTo(1);
		await this.#press("Enter");
		await this.#desk.focused();
		const pairing = this.#strokes;
		const wording = await this.#correctAndConfirm();
		await this.#desk.saved();
		const milliseconds = performance.now() - begin;
		await this.#hold();
		return {
			counts: { tasks, pairing, wording, confirming: this.#strokes - pairing - wording },
			milliseconds,
		};
	}

	/** Pairs everything anew; answers the strokes, and how many of the right passages are not there afterwards. */
	async pairAnew(): Promise<{ strokes: number; left: number }> {
		await this.#begin();
		await this.#press("KeyR");
		const dialog = this.#page.getByRole("dialog");
		const apply = dialog.getByRole("button", { name: "Realign" });
		await apply.and(this.#page.locator(":focus")).waitFor();
		await this.#press("Enter");
		await dialog.waitFor({ state: "detached" });
		await this.#desk.saved();
		const stored = await storedPassages(this.#options.actor, this.#options.documentId);
		const known = new Set(stored.map(({ source, target }) => JSON.stringify([source, target])));
		return {
			strokes: this.#strokes,
			left: this.#options.right.filter((row) => !known.has(JSON.stringify(row))).length,
		};
	}

	async #begin(): Promise<number> {
		await this.#desk.editor.waitFor();
		await this.#desk.focused();
		await this.#page.getByRole("navigation", { name: "Outline" }).getByRole("combobox").first().waitFor();
		const begin = performance.now();
		await this.#press("Escape");
		return begin;
	}

	async #mendAll(): Promise<number[]> {
		const tasks: number[] = [];
		let total = this.#options.right.length + 1;
		for (const { id, at } of faults) {
			const before = this.#strokes;
			// Of a sentence rendered by two, the second stands alone; of two rendered by one, the first.
			const secondAlone = id === "strayed" || (id === "halved" && this.#options.right[at]?.[0].length === 1);
			const arrived = secondAlone ? at + 2 : at + 1;
			if (id === "exchanged") await this.#goTo(arrived);
			else await this.#seek(arrived);
			if (id === "strayed") await this.#press("ArrowUp");
			await this.#press(id === "halved" && !secondAlone ? "KeyM" : mending[id]);
			total += { doubled: 1, halved: -1, strayed: 0, exchanged: 0, slipped: -1 }[id];
			await this.#until(async () => Number(await this.#desk.grid.getAttribute("aria-rowcount")) === total);
			tasks.push(this.#strokes - before);
		}
		return tasks;
	}

	/** From one passage that looks wrong to the next, past those that are so in truth. */
	async #seek(number: number): Promise<void> {
		for (let at = -1; at !== number; ) {
			const before = await this.#desk.activeNumber();
			await this.#press("KeyE");
			await this.#until(async () => (await this.#desk.activeNumber()) !== before);
			at = await this.#desk.activeNumber();
			if (at > number) throw new Error(`E went past passage ${number} to ${at}`);
		}
	}

	async #correctAndConfirm(): Promise<number> {
		let wording = 0;
		for (let number = 1; number <= this.#options.right.length; number++) {
			await this.#at(number);
			await this.#desk.focused();
			const before = this.#strokes;
			const [, sentences = []] = this.#options.right[number - 1] ?? [];
			let at = 0;
			for (const [i, sentence] of sentences.entries()) {
				for (const { words, better } of corrections) {
					if (!sentence.includes(words)) continue;
					for (; at < i; at++) await this.#press("Tab");
					await this.#retype(words, better);
				}
			}
			wording += this.#strokes - before;
			await this.#press("Control+Enter");
		}
		return wording;
	}

	/** By words to where they end, by words over them, and others typed. */
	async #retype(words: string, better: string): Promise<void> {
		const text = await this.#desk.text();
		const [start, end] = [text.indexOf(words), text.indexOf(words) + words.length];
		await this.#move(end, "");
		await this.#move(start, "Shift+");
		for (const letter of better) {
			await this.#page.keyboard.type(letter);
			this.#strokes += 1;
		}
		await this.#until(async () => (await this.#desk.text()) === text.replace(words, better));
	}

	async #move(to: number, held: "" | "Shift+"): Promise<void> {
		for (let at = await this.#caret(); at !== to; at = await this.#caret()) {
			if (at > to) await this.#press(`${held}Control+ArrowLeft`);
			else await this.#press(`${held}ArrowRight`);
		}
	}

	async #caret(): Promise<number> {
		return await this.#desk.editor.evaluate((element) => {
			const selection = getSelection();
			if (!selection?.focusNode) return 0;
			const range = document.createRange();
			range.setStart(element, 0);
			range.setEnd(selection.focusNode, selection.focusOffset);
			return range.toString().length;
		});
	}

	async #goTo(number: number): Promise<void> {
		await this.#press("Control+KeyG");
		await this.#page.getByRole("dialog", { name: "Go to passage" }).waitFor();
		for (const digit of String(number)) await this.#press(`Digit${digit}`);
		await this.#press("Enter");
		await this.#page.getByRole("dialog").waitFor({ state: "detached" });
		await this.#at(number);
	}

	async #at(number: number): Promise<void> {
		await this.#until(async () => (await this.#desk.activeNumber()) === number);
	}

	async #until(holds: () => Promise<boolean>): Promise<void> {
		for (const end = Date.now() + patience; !(await holds()); ) {
			if (Date.now() > end)
				throw new Error(`waited ${patience} ms in vain at passage ${await this.#desk.activeNumber()}`);
			await new Promise((resolve) => setTimeout(resolve, 5));
		}
	}

	async #press(key: string): Promise<void> {
		this.#strokes += 1;
		await this.#page.keyboard.press(key);
	}

	async #hold(): Promise<void> {
		const { actor, documentId, right } = this.#options;
		const stored = await storedPassages(actor, documentId);
		for (const [i, [source, target]] of finishedRows(right).entries()) {
			const row = stored[i];
			const same = JSON.stringify([row?.source, row?.target]) === JSON.stringify([source, target]);
			if (!same)
				throw new Error(
					`passage ${i + 1} is ${JSON.stringify(row)} and not ${JSON.stringify([source, target])}`,
				);
			const done = row?.link === "confirmed" && (row.state === "reviewed" || row.state === "empty");
			if (!done) throw new Error(`passage ${i + 1} is ${row?.link} and ${row?.state}`);
		}
		if (stored.length !== right.length) throw new Error(`there are ${stored.length} passages`);
	}
}
