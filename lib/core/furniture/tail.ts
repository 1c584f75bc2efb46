/** The lines below the text: signature and credits, then what the page adds. */
import type { SegmentKind } from "../document/model.ts";
import { type Evidence, isCredit, isFurniture, shortLine } from "./evidence.ts";
import { isMenuBar, namesOrganisation } from "./rules/compiled.ts";

/** A list of links that nothing announces has at least so many lines, each of a width in columns as headlines have. */
const unannounced = { lines: 5, from: 14, to: 120 };
const longestFooter = 6;
/** Below a list of links so wide a sentence that no link goes through is text again. */
const solid = 120;

/** Kinds of all lines from `from` on. */
export function readTail(lines: readonly Evidence[], from: number): SegmentKind[] {
	const kinds: SegmentKind[] = [];
	let over = false;
	let furnished = false;
	let linked = false;
	for (let index = from; index < lines.length; index += 1) {
		const line = lines[index];
		if (!line) break;
		const unnamed: number = furnished ? 0 : linksWithoutName(lines, index);
		furnished ||= unnamed > 0 || isPages(lines, index);
		over ||= line.mark === "end" || line.mark === "closing";
		linked ||= line.mark === "links" || unnamed > 0;
		kinds.push(line.settled ?? kindBelow(line, furnished, over || linked));
	}
	return kinds;
}

function kindBelow(line: Evidence, furnished: boolean, over: boolean): SegmentKind {
	if (isUnsure(line) && !furnished && !over) return "body";
	if (isFurniture(line)) return "furniture";
	if (furnished && (tellsOnlyDate(line) || line.mark === "head-meta")) return "furniture";
	if (isCredit(line)) return over && furnished && !isLabelled(line) ? "furniture" : "meta";
	if (line.mark === "prose" && !over && line.width > solid) return "body";
	if (furnished || over) return "furniture";
	return line.mark === "caption" || line.mark === "item" ? line.mark : "body";
}

/** Addresses, and rows that have the shape of a menu without its words: names, a table. */
function isUnsure({ mark, text, settled }: Evidence): boolean {
	return settled === null && (mark === "beside" || (mark === "menu" && !isMenuBar(text)));
}

/** The first line that is surely the page's, or unsure right above such lines. */
function isPages(lines: readonly Evidence[], index: number): boolean {
	const line = lines[index];
	if (!line || !isFurniture(line)) return false;
	if (line.mark === "beside") return isFooter(lines, index);
	const below = lines[index + 1];
	return !isUnsure(line) || (below?.mark === "end" && /[|｜┊丨]/u.test(line.text));
}

/** Below lists of links only what says that it is credits is believed. */
function isLabelled({ labelled, mark }: Evidence): boolean {
	return mark === "closing" || (labelled?.begins === true && labelled.values.length > 0);
}

/** Among furniture a date is that of the page or of its last change. */
function tellsOnlyDate({ mark, labelled }: Evidence): boolean {
	const others =
		labelled?.values.some((value) => value.role !== "updated" && value.role !== "date-in-head") ?? true;
	return mark === "date" || (mark === "meta" && !others && labelled?.rest.length === 0);
}

/**
 * Addresses and telephone numbers right above a copyright line, or several of them above other furniture or the end of
 * the page, are the page's; else a notice can end in them.
 */
function isFooter(lines: readonly Evidence[], index: number): boolean {
	let next = index;
	while (lines[next]?.mark === "beside" && next - index < longestFooter) next += 1;
	const below = lines[next];
	return (
		below?.mark === "end" ||
		(next - index > 1 && (below === undefined || isFurniture(below) || isCredit(below)))
	);
}

/** So many lines from here on are headlines of other pages, with furniture below them. */
function linksWithoutName(lines: readonly Evidence[], index: number): number {
	if (/[:：]$/u.test(lines[index - 1]?.text ?? "")) return 0;
	let run = 0;
	while (isHeadline(lines[index + run])) run += 1;
	const next = lines[index + run];
	return run >= unannounced.lines && next !== undefined && isFurniture(next) ? run : 0;
}

function isHeadline(line: Evidence | undefined): boolean {
	if (line?.mark !== "short" || line.settled !== null) return false;
	return line.width >= unannounced.from && line.width <= unannounced.to;
}

/**
 * The signature of a notice: an office and below it a date, or both on one line. Returns the lines of it, none where
 * there is none. It stands below the text; only "attachments" and the like may follow.
 */
export function signature(
	lines: readonly Evidence[],
	from: number,
	to: number,
): { readonly office: number | null; readonly date: number } | null {
	let last = to;
	while (last < lines.length && isStillText(lines[last])) last += 1;
	for (let index = last - 1; index > from; index -= 1) {
		const line = lines[index];
		if (line === undefined || (line.mark === "prose" && line.width > shortLine)) return null;
		if (line.mark !== "date" || line.settled !== null || (line.labelled?.values.length ?? 0) > 0) continue;
		const office = lines[index - 1];
		const isOffice = office !== undefined && index - 1 >= from && isSignatory(office);
		return { office: isOffice ? index - 1 : null, date: index };
	}
	return null;
}

function isStillText(line: Evidence | undefined): boolean {
	return line !== undefined && (line.mark === "beside" || !isFurniture(line)) && line.mark !== "closing";
}

function isSignatory(line: Evidence): boolean {
	if (line.mark !== "short" || line.ended || line.width > 90) return false;
	return namesOrganisation(line.text) || /^[\p{Script=Han}\s　、（）]{2,40}$/u.test(line.text);
}
