import type { LineHint, ReaderCapabilities } from "../../reader.ts";
import { type PartTag, readPart } from "../office/read-part.ts";
import { addFormatting, type Formatting } from "./formatting.ts";

/** Where a paragraph stands in a numbering; number 0 takes a style's numbering away. */
export interface ListPlace {
	readonly number: string;
	readonly level: number;
}

export interface Style {
	readonly hint: LineHint;
	readonly formatting: Formatting;
	readonly list: ListPlace | null;
}

interface StyleRecord {
	name: string;
	base: string | null;
	outline: number | null;
	formatting: Formatting;
	number: string | null;
	level: number | null;
}

export interface StyleSheet {
	/** The style with all it inherits; undefined for an id that the file does not define. */
	find(id: string): Style | undefined;
	/** Id of the style of paragraphs that name none. */
	readonly usual: string | null;
}

const noStyle: Style = { hint: {}, formatting: {}, list: null };
/** Styles based on each other in a circle end here. */
const longestChain = 20;

export function readStyles(bytes: Uint8Array | null, capabilities: ReaderCapabilities): StyleSheet {
	const records = new Map<string, StyleRecord>();
	let usual: string | null = null;
	if (bytes !== null) {
		let record: StyleRecord | null = null;
		let outside = 0;
		readPart(
			bytes,
			"word/styles.xml",
			{
				open(tag) {
					if (tag.name === "w:style") {
						const id = tag.attribute("w:styleId") ?? "";
						record = { name: id, base: null, outline: null, formatting: {}, number: null, level: null };
						records.set(id, record);
						const isUsual = ["1", "true", "on"].includes(tag.attribute("w:default") ?? "");
						if (isUsual && tag.attribute("w:type") === "paragraph") usual = id;
					} else if (conditional.has(tag.name)) outside += 1;
					else if (record !== null && outside === 0) describe(record, tag);
				},
				close(name) {
					if (name === "w:style") record = null;
					else if (conditional.has(name)) outside -= 1;
				},
			},
			capabilities,
		);
	}
	return sheetOf(records, usual);
}

/** Formatting of parts of tables, and former formatting: not the style's own. */
const conditional: ReadonlySet<string> = new Set(["w:tblStylePr", "w:rPrChange", "w:pPrChange"]);

function describe(record: StyleRecord, tag: PartTag): void {
	const value = tag.attribute("w:val") ?? "";
	if (tag.name === "w:name") record.name = value;
	else if (tag.name === "w:basedOn") record.base = value;
	else if (tag.name === "w:outlineLvl") record.outline = Number(value);
	else if (tag.name === "w:numId") record.number = value;
	else if (tag.name === "w:ilvl") record.level = Number(value);
	else addFormatting(record.formatting, tag);
}

function sheetOf(records: ReadonlyMap<string, StyleRecord>, usual: string | null): StyleSheet {
	const known = new Map<string, Style>();
	const resolve = (id: string, left: number): Style => {
		const found = known.get(id);
		if (found) return found;
		const record = records.get(id);
		if (record === undefined || left === 0) return noStyle;
		const base = record.base === null ? noStyle : resolve(record.base, left - 1);
		const style = inherit(base, record, id === usual);
		known.set(id, style);
		return style;
	};
	return { find: (id) => (records.has(id) ? resolve(id, longestChain) : undefined), usual };
}

function inherit(base: Style, record: StyleRecord, usual: boolean): Style {
	const own = hintOfName(record.name);
	const outlined = record.outline === null ? {} : headingHint(record.outline);
	const named = usual || own !== null || plainNames.test(record.name) ? {} : { classes: record.name };
	const number = record.number ?? base.list?.number;
	return {
		hint: { ...base.hint, ...named, ...(own ?? outlined) },
		formatting: { ...base.formatting, ...record.formatting },
		list: number === undefined ? null : { number, level: record.level ?? base.list?.level ?? 0 },
	};
}

export const plainNames =
	/^(?:normal(?: \(web\))?|standard|body text|text body|default paragraph style|table contents|first paragraph|compact|list paragraph|正文|內文|本文)$/iu;

/** Outline levels count from 0; 9 is text. Deeper headings than six are headings of level six. */
export function headingHint(outline: number): LineHint {
	return outline >= 0 && outline < 9 ? { heading: Math.min(outline + 1, 6) } : {};
}

const names: readonly (readonly [RegExp, (found: RegExpExecArray) => LineHint])[] = [
	[/^(?:heading|标题|標題|berschrift|titre)\s*([1-9])$/iu, (found) => headingHint(Number(found[1]) - 1)],
	[/^(?:title|标题|標題)$/iu, () => ({ title: true })],
	[/^(?:subtitle|副标题|副標題)$/iu, () => ({ heading: 2, classes: "Subtitle" })],
	[/^(?:.*\bcaption|题注|圖說|标号|標號|illustration|table|figure)$/iu, () => ({ caption: true })],
	[
		/^(?:(?:foot|end)note(?: text)?|source note|脚注文本|尾注文本|註腳文字|章節附註文字)$/iu,
		() => ({ footnote: true }),
	],
	[/^(?:toc\b.*|contents \d+|目录 ?\d+|目錄 ?\d+)$/iu, () => ({ region: "navigation" })],
];

/** What the name of a built-in style says. Word writes English names, other programs those of their own language. */
export function hintOfName(name: string): LineHint | null {
	for (const [pattern, hint] of names) {
		const found = pattern.exec(name.trim());
		if (found) return hint(found);
	}
	return null;
}

/** A style that the file names but does not define is still known by its id. */
export function styleOf(sheet: StyleSheet, id: string | null): Style {
	if (id === null) return (sheet.usual === null ? undefined : sheet.find(sheet.usual)) ?? noStyle;
	const spelled = id.replace(/^(Heading|标题)(\d)$/u, "$1 $2");
	return sheet.find(id) ?? { ...noStyle, hint: hintOfName(spelled) ?? { classes: id } };
}
