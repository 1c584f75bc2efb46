import { checkText } from "../../../text/wellformed.ts";
import type { Losses } from "../../losses.ts";
import { type ReaderCapabilities, ReadRefusal, type ReadRow } from "../../reader.ts";
import { type PartTag, readPart } from "../office/read-part.ts";
import { StringText, unescaped } from "./strings.ts";
import { isTrue, type Sheet, type Workbook } from "./workbook.ts";

/** A table of texts has a handful of columns; a worksheet can claim 16,384 in each of a million rows. */
const maxColumns = 100;

/** Pushes the rows of one sheet that hold anything, as they are read. */
export function readSheet(
	bytes: Uint8Array,
	sheet: Sheet,
	workbook: Workbook,
	take: (row: Omit<ReadRow, "sheet">) => void,
	losses: Losses,
	capabilities: ReaderCapabilities,
): void {
	const reader = new SheetReader(workbook, take, losses);
	readPart(
		bytes,
		sheet.part,
		{
			open: (tag) => reader.open(tag),
			text: (value) => reader.text(value),
			close: (name) => reader.close(name),
		},
		capabilities,
	);
}

class SheetReader {
	readonly #workbook: Workbook;
	readonly #take: (row: Omit<ReadRow, "sheet">) => void;
	readonly #losses: Losses;
	readonly #inline = new StringText();
	#row = 0;
	#cells: string[] = [];
	#column = -1;
	#type = "n";
	#style = 0;
	#value = "";
	#inValue = false;
	#formula = false;

	constructor(workbook: Workbook, take: (row: Omit<ReadRow, "sheet">) => void, losses: Losses) {
		this.#workbook = workbook;
		this.#take = take;
		this.#losses = losses;
	}

	open(tag: PartTag): void {
		if (tag.name === "x:row") this.#openRow(tag);
		else if (tag.name === "x:c") this.#openCell(tag);
		else if (tag.name === "x:v") this.#inValue = true;
		else if (tag.name === "x:f") this.#formula = true;
		else if (tag.name === "x:mergeCell") this.#losses.add("xlsxMerged", 1);
		else if (tag.name === "x:col" && isTrue(tag.attribute("hidden")))
			this.#losses.add("xlsxHiddenColumns", 1);
		else this.#inline.open(tag);
	}

	text(value: string): void {
		if (this.#inValue) this.#value += value;
		else this.#inline.add(value);
	}

	close(name: string): void {
		if (name === "x:v") this.#inValue = false;
		else if (name === "x:c") this.#closeCell();
		else if (name === "x:row") {
			if (this.#cells.some((cell) => cell.trim() !== "")) this.#take({ line: this.#row, cells: this.#cells });
		} else this.#inline.close(name);
	}

	#openRow(tag: PartTag): void {
		const number = Number(tag.attribute("r"));
		this.#row = Number.isInteger(number) && number > 0 ? number : this.#row + 1;
		this.#cells = [];
		this.#column = -1;
		if (isTrue(tag.attribute("hidden"))) this.#losses.add("xlsxHiddenRows", this.#row);
	}

	#openCell(tag: PartTag): void {
		this.#column = columnOf(tag.attribute("r") ?? "") ?? this.#column + 1;
		this.#type = tag.attribute("t") ?? "n";
		this.#style = Number(tag.attribute("s") ?? 0);
		this.#value = "";
		this.#formula = false;
		this.#inline.start();
	}

	#closeCell(): void {
		const text = this.#cellText();
		if (this.#formula && text === "") this.#losses.add("xlsxFormulas", this.#row);
		if (text === "") return;
		if (this.#column >= maxColumns) {
			this.#losses.add("xlsxColumns", this.#row);
			return;
		}
		const check = checkText(text);
		if (!check.ok) throw new ReadRefusal(check.key, {}, this.#row, this.#column + 1);
		while (this.#cells.length < this.#column) this.#cells.push("");
		this.#cells[this.#column] = text;
	}

	#cellText(): string {
		const value = this.#value;
		if (this.#type === "inlineStr") {
			if (this.#inline.formatted) this.#losses.add("xlsxFormatting", this.#row);
			return this.#inline.text;
		}
		if (value === "") return "";
		if (this.#type === "s") return this.#workbook.strings[Number(value)] ?? "";
		if (this.#type === "b") return isTrue(value) ? "TRUE" : "FALSE";
		if (this.#type !== "n") return unescaped(value);
		const number = Number(value);
		return Number.isFinite(number) ? this.#workbook.numberTextOf(this.#style)(number) : value;
	}
}

/** The column in a reference such as "AB12", from 0. */
function columnOf(reference: string): number | null {
	const letters = /^([A-Z]{1,3})\d/u.exec(reference)?.[1];
	if (letters === undefined) return null;
	return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
