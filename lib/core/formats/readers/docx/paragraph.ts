import { type InlineCode, type MarkedText, maxCodes } from "../../marked-text.ts";
import { type LineHint, ReadRefusal } from "../../reader.ts";
import type { CellPlace } from "../bilingual/find-tables.ts";
import { effective, type Formatting, type Looks, looksOf, looksSame } from "./formatting.ts";
import type { Piece } from "./marked-pieces.ts";
import { headingHint, type ListPlace, type StyleSheet, styleOf } from "./styles.ts";

export interface StoryParagraph extends MarkedText {
	/** Number of the paragraph in its story, from 1. */
	readonly line: number;
	readonly hint: LineHint;
	readonly list: ListPlace | null;
	/** Of tables within tables the outermost first. */
	readonly cells: readonly CellPlace[];
	/** Ids of the comments in it. */
	readonly comments: readonly string[];
	/** Id of the note or comment that it is part of. */
	readonly owner: string | null;
	readonly margin: boolean;
}

/** A paragraph while it is read: its properties first, then its runs. */
export class OpenParagraph {
	readonly line: number;
	readonly pieces: Piece[] = [];
	readonly comments: string[] = [];
	style: string | null = null;
	outline: number | null = null;
	number: string | null = null;
	level: number | null = null;
	/** Its mark was deleted: it runs on into the next. */
	markGone = false;
	linkOpen = false;
	/** Formatting of the run that is open. */
	own: Formatting = {};
	runStyle: string | null = null;
	hidden = false;
	readonly #sheet: StyleSheet;
	#looks: Looks | null = null;

	constructor(line: number, sheet: StyleSheet) {
		this.line = line;
		this.#sheet = sheet;
	}

	startRun(): void {
		this.own = {};
		this.runStyle = null;
		this.hidden = false;
		this.#looks = null;
	}

	text(text: string): void {
		this.#looks ??= this.#lookUp();
		const last = this.pieces.at(-1);
		if (last?.is === "text" && looksSame(last.on, this.#looks))
			this.pieces[this.pieces.length - 1] = { ...last, text: last.text + text };
		else this.pieces.push({ is: "text", text, on: this.#looks });
	}

	code(code: InlineCode): void {
		if (this.pieces.length > 2 * maxCodes)
			throw new ReadRefusal("tooManyCodes", { limit: maxCodes }, this.line);
		this.pieces.push({ is: "code", code });
	}

	startLink(value: string): void {
		this.pieces.push({ is: "link", value });
		this.linkOpen = true;
		this.#looks = null;
	}

	endLink(): void {
		if (this.linkOpen) this.pieces.push({ is: "linkEnd" });
		this.linkOpen = false;
		this.#looks = null;
	}

	get hint(): LineHint {
		const { hint } = styleOf(this.#sheet, this.style);
		return this.outline === null ? hint : { ...hint, ...headingHint(this.outline) };
	}

	get list(): ListPlace | null {
		const styled = styleOf(this.#sheet, this.style).list;
		const number = this.number ?? styled?.number;
		return number === undefined ? null : { number, level: this.level ?? styled?.level ?? 0 };
	}

	/** Links are underlined because they are links. */
	#lookUp(): Looks {
		const paragraph = styleOf(this.#sheet, this.style).formatting;
		const run = this.runStyle === null ? {} : styleOf(this.#sheet, this.runStyle).formatting;
		const looks = effective(paragraph, run, this.own);
		if (this.linkOpen && looks.has("underline"))
			return looksOf([...looks].filter((format) => format !== "underline"));
		return looks;
	}
}
