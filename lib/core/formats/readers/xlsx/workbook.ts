import { type ReaderCapabilities, ReadRefusal } from "../../reader.ts";
import type { OfficePackage } from "../office/package.ts";
import { readPart } from "../office/read-part.ts";
import { generalText, type NumberText, numberText } from "./number-text.ts";
import { StringText } from "./strings.ts";

/** As many as a document holds: the strings of a workbook are in memory all at once. UTF-16 units. */
const maxCharacters = 32 * 1024 * 1024;

export interface Sheet {
	readonly name: string;
	readonly hidden: boolean;
	/** Name of its part. */
	readonly part: string;
}

export interface Workbook {
	readonly sheets: readonly Sheet[];
	readonly strings: readonly string[];
	/** How many of the strings are partly bold, italic or underlined. */
	readonly formattedStrings: number;
	/** How a cell of a style shows its number. */
	readonly numberTextOf: (style: number) => NumberText;
}

export async function readWorkbook(file: OfficePackage, capabilities: ReaderCapabilities): Promise<Workbook> {
	const roots = await file.relationships("");
	const name = roots.find(({ type, external }) => type === "officeDocument" && !external)?.target;
	const main = name ?? "xl/workbook.xml";
	if (main.endsWith(".bin")) throw new ReadRefusal("xlsxBinary");
	const bytes = await file.part(main);
	if (bytes === null) throw new ReadRefusal("xlsxNoWorkbook", { part: main });
	const relationships = await file.relationships(main);
	const targets = new Map(
		relationships.filter(({ external }) => !external).map(({ id, target }) => [id, target]),
	);
	const partOf = async (type: string, usual: string) =>
		await file.part(relationships.find((one) => one.type === type && !one.external)?.target ?? usual);
	const sheets: Sheet[] = [];
	let since1904 = false;
	readPart(
		bytes,
		main,
		{
			open(tag) {
				if (tag.name === "x:workbookPr") since1904 = isTrue(tag.attribute("date1904"));
				if (tag.name !== "x:sheet") return;
				const hidden = (tag.attribute("state") ?? "visible") !== "visible";
				const part =
					targets.get(tag.attribute("r:id") ?? "") ?? `xl/worksheets/sheet${sheets.length + 1}.xml`;
				sheets.push({ name: tag.attribute("name") ?? "", hidden, part });
			},
		},
		capabilities,
	);
	const { strings, formatted } = readStrings(
		await partOf("sharedStrings", "xl/sharedStrings.xml"),
		capabilities,
	);
	const numberTextOf = readFormats(await partOf("styles", "xl/styles.xml"), since1904, capabilities);
	return { sheets, strings, formattedStrings: formatted, numberTextOf };
}

export function isTrue(value: string | undefined): boolean {
	return value === "1" || value === "true";
}

function readStrings(
	bytes: Uint8Array | null,
	capabilities: ReaderCapabilities,
): { strings: string[]; formatted: number } {
	const strings: string[] = [];
	let formatted = 0;
	let characters = 0;
	const current = new StringText();
	if (bytes !== null) {
		const handlers = {
			open: (tag: Parameters<StringText["open"]>[0]) => {
				if (tag.name === "x:si") current.start();
				else current.open(tag);
			},
			text: (value: string) => current.add(value),
			close: (name: string) => {
				current.close(name);
				if (name !== "x:si") return;
				strings.push(current.text);
				characters += current.text.length;
				if (characters > maxCharacters) throw new ReadRefusal("tooManyCharacters", { limit: maxCharacters });
				if (current.formatted) formatted += 1;
			},
		};
		readPart(bytes, "xl/sharedStrings.xml", handlers, capabilities);
	}
	return { strings, formatted };
}

function readFormats(
	bytes: Uint8Array | null,
	since1904: boolean,
	capabilities: ReaderCapabilities,
): Workbook["numberTextOf"] {
	const custom = new Map<number, string>();
	const formats: number[] = [];
	let inCells = false;
	if (bytes !== null) {
		const handlers = {
			open: (tag: Parameters<StringText["open"]>[0]) => {
				if (tag.name === "x:cellXfs") inCells = true;
				else if (tag.name === "x:numFmt")
					custom.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
				else if (tag.name === "x:xf" && inCells) formats.push(Number(tag.attribute("numFmtId") ?? 0));
			},
			close: (name: string) => {
				if (name === "x:cellXfs") inCells = false;
			},
		};
		readPart(bytes, "xl/styles.xml", handlers, capabilities);
	}
	const texts = new Map<number, NumberText>();
	return (style) => {
		const format = formats[style];
		if (format === undefined) return generalText;
		const known = texts.get(format) ?? numberText(format, custom, since1904);
		texts.set(format, known);
		return known;
	};
}
