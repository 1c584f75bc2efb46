import type { LineHint } from "../../reader.ts";
import { isoDate } from "./metadata.ts";
import { isDataTable, type PageCell, TablePlace } from "./tables.ts";
import { attributeOf, type HtmlElement } from "./tree.ts";

/** What the elements around a text say of it. Shared by all that stands within the same element. */
export interface Surroundings {
	readonly hint: LineHint;
	/** White space counts. */
	readonly verbatim: boolean;
	readonly lists: number;
	readonly table: TablePlace | null;
	readonly cell: PageCell | null;
}

export const outermost: Surroundings = { hint: {}, verbatim: false, lists: 0, table: null, cell: null };

/** Class names of outer elements beyond this length say nothing any more. */
const longestClasses = 300;

const regions: Readonly<Record<string, NonNullable<LineHint["region"]>>> = {
	nav: "navigation",
	header: "header",
	main: "main",
	article: "article",
	aside: "aside",
	footer: "footer",
	form: "form",
	navigation: "navigation",
	banner: "header",
	complementary: "aside",
	contentinfo: "footer",
	search: "form",
};

/** A form around the whole page, as ASP.NET writes it, is no region of it. */
const pageForm = /^(?:aspnetform|form1|mainform|frm\d*|ctl\w*)$/iu;
const bylineClass = /(?:^|[\s_-])(?:byline|author|writer|reporter)(?:$|[\s_-])/iu;
const footnoteId = /^(?:_?ftn|fn|footnote|_?edn|endnote|sdfootnote|sdendnote|cite_note)[-_:]?\w*\d/iu;

/** What stands within `element`, where `around` is what stands around it. */
export function within(element: HtmlElement, around: Surroundings): Surroundings {
	const { tagName } = element;
	const change: { -readonly [Key in keyof LineHint]: LineHint[Key] } = {
		...named(element, around.hint),
		...marked(element),
	};
	let { verbatim, lists, table, cell } = around;
	if (/^h[1-6]$/u.test(tagName)) change.heading = Number(tagName[1]);
	if (tagName === "pre" || tagName === "listing" || tagName === "xmp") verbatim = true;
	if (tagName === "ul" || tagName === "ol" || tagName === "menu") lists += 1;
	if (tagName === "li") change.list = { ordered: ordered(element), level: Math.max(0, lists - 1) };
	if (tagName === "figcaption" || tagName === "caption") change.caption = true;
	if (tagName === "table") [table, cell] = [isDataTable(element) ? new TablePlace() : null, null];
	if (tagName === "tr") table?.nextRow();
	const isCell = tagName === "td" || tagName === "th";
	if (isCell && table !== null) {
		cell = table.nextCell(element);
		change.cell = { row: cell.row, column: cell.column };
	}
	const same = Object.keys(change).length === 0 && lists === around.lists && table === around.table;
	if (same && verbatim === around.verbatim) return around;
	return { hint: { ...around.hint, ...change }, verbatim, lists, table, cell };
}

function named(element: HtmlElement, { classes: outer }: LineHint): Partial<LineHint> {
	const own = [attributeOf(element, "class"), attributeOf(element, "id")]
		.filter((name) => name !== undefined && name.trim() !== "")
		.join(" ");
	if (own === "") return {};
	const classes = [own, outer ?? ""].join(" ").trim().slice(0, longestClasses);
	return { classes, ...(bylineClass.test(own) && { byline: true }) };
}

function marked(element: HtmlElement): Partial<LineHint> {
	const role = attributeOf(element, "role")?.trim().toLowerCase();
	const isPage = element.tagName === "form" && pageForm.test(attributeOf(element, "id") ?? "");
	const region = regions[role ?? ""] ?? (isPage ? undefined : regions[element.tagName]);
	const author =
		attributeOf(element, "rel") === "author" || /\bauthor\b/iu.test(attributeOf(element, "itemprop") ?? "");
	const note =
		role === "doc-footnote" || role === "doc-endnote" || footnoteId.test(attributeOf(element, "id") ?? "");
	return {
		...(region !== undefined && { region }),
		...(author && { byline: true }),
		// A mark in the text has an id too, to come back to
		...(note && element.tagName !== "a" && element.tagName !== "sup" && { footnote: true }),
	};
}

function ordered(item: HtmlElement): boolean {
	const parent = item.parentNode;
	return parent !== null && "tagName" in parent && parent.tagName === "ol";
}

/** The date that an element names in its markup. */
export function dateIn(element: HtmlElement): string | null {
	if (element.tagName === "time") return isoDate(attributeOf(element, "datetime") ?? "");
	return /\bdatePublished\b/u.test(attributeOf(element, "itemprop") ?? "")
		? isoDate(attributeOf(element, "content") ?? "")
		: null;
}
