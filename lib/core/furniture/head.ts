/** The lines above the text: which is the title, and what the others are. */
import type { SegmentKind } from "../document/model.ts";
import type { Span } from "./article-span.ts";
import { type Evidence, isCredit, isFurniture, shortLine } from "./evidence.ts";
import { canEndTitle, deckLines, findTitle, type Known, longestTitle } from "./find-title.ts";
import { isTitleHint } from "./markup.ts";
import { firstMatch, matchesAny, namesOrganisation } from "./rules/compiled.ts";

export interface Head {
	/** Null where nothing looks like one. */
	readonly title: number | null;
	/** The first line of the text; all lines above are in `kinds`. */
	readonly to: number;
	readonly kinds: readonly SegmentKind[];
	/** Lines that name the author or the issuing body without saying so. */
	readonly bylines: readonly number[];
}

const longestByline = 64;
const longestOffice = 90;
const severalSentences = /\p{Ll}[.!?][”"]? \p{Lu}.{20}|[。！？].{10}/u;
/** Of comments or likes, copied without its label; one figure can be the number of a chapter. */
const counter = /^(?:0|[1-9]\d{1,4})$/u;
const bracketed = /^(?:[（(][^（()）]*[）)]|【[^【】]*】|\[[^[\]]*\])$/u;
/** So many lines between the furniture and the title belong to the title. */
const kickerLines = 2;
const shortestKicker = 6;
export function readHead(lines: readonly Evidence[], span: Span, known: Known): Head {
	const { siteNames } = known;
	const solid = firstSolid(lines, span);
	const top = topOf(lines, solid);
	const title = findTitle(lines, { top, solid, span }, known);
	const to = title === null ? firstText(lines, top, span) : textFrom(lines, title, solid);
	const bylines: number[] = [];
	const lastCredit = lines.slice(0, to).findLastIndex(isCredit);
	const above = aboveTitle(lines.slice(0, title ?? to), top, siteNames);
	const kinds = lines.slice(0, to).map((line, index): SegmentKind => {
		if (line.settled) return line.settled;
		if (index === title) return "title";
		if (isFurniture(line)) return "furniture";
		if (isCredit(line)) return index >= top ? "meta" : "furniture";
		if (line.mark === "caption") return "caption";
		if (!/\p{L}/u.test(line.text) && title !== null) return "furniture";
		const kind = above[index];
		if (kind) return kind;
		if (title !== null && index > title && isAside(line)) return "meta";
		if (isOfficeBelow(lines, index) && index >= lastCredit) return "meta";
		if (!isByline(line, index < lastCredit))
			return (line.ended && index > lastCredit) || severalSentences.test(line.text) ? "body" : "heading";
		bylines.push(index);
		return "meta";
	});
	return { title, to, kinds, bylines };
}

/** The first line that can only be text: a sentence that is no title. */
function firstSolid(lines: readonly Evidence[], span: Span): number {
	const from = Math.min(span.from, lines.length);
	for (let index = from; index < span.to; index += 1) {
		const line = lines[index];
		if (!line || isTitleHint(line.line.hint) || line.settled === "title") continue;
		if (line.mark === "text" || line.mark === "item") return index;
		if (line.mark !== "prose") continue;
		if (line.width > longestTitle || !canEndTitle(line.text)) return index;
		if (index > from + 1) return index;
	}
	return Math.max(span.from, span.to);
}

/** Below the last breadcrumb or menu above the text, where there is one. */
function topOf(lines: readonly Evidence[], solid: number): number {
	const trail = lines.slice(0, solid).findLastIndex((line) => line.mark === "trail" && line.settled === null);
	return trail + 1;
}

/** The text begins below the credits under a title, a standfirst and pictures between them included. */
function textFrom(lines: readonly Evidence[], title: number, solid: number): number {
	let to = title + 1;
	let decks = 0;
	for (let index = to; index < lines.length && decks <= deckLines; index += 1) {
		const line = lines[index];
		if (!line || line.width > shortLine) break;
		if (index === to && isBelowCredits(lines, index)) to = index + 1;
		else if (isCredit(line) && (index < solid || isHeadCredit(line))) to = index + 1;
		else if (isFurniture(line) && index <= Math.max(to, solid))
			to = index === to || index < solid ? index + 1 : to;
		else if (isByline(line, false) && index < solid) to = index + 1;
		else decks += line.mark === "prose" || line.mark === "caption" ? 1.5 : 1;
	}
	return to;
}

/** Credits as they stand under a title: who wrote it, or when. */
function isHeadCredit({ labelled, text }: Evidence): boolean {
	const roles = labelled?.values.map((value) => value.role) ?? [];
	if (roles.includes("credit") && !roles.includes("byline")) return false;
	return (
		roles.includes("byline") ||
		roles.includes("published") ||
		(labelled?.dates.length ?? 0) > 0 ||
		firstMatch("credits", text)?.["byline"] !== undefined
	);
}

/** Without a title: the first line that is neither furniture nor credits. */
function firstText(lines: readonly Evidence[], top: number, { from }: Span): number {
	let to = 0;
	for (let index = 0; index < from; index += 1) {
		const line = lines[index];
		if (line && (isFurniture(line) || isCredit(line) || index < top)) to = index + 1;
	}
	return to;
}

/** A short line between the title and its date is a name; elsewhere it has to look like one. */
function isByline(line: Evidence, beforeCredits: boolean): boolean {
	if (line.mark !== "short" || line.line.hint?.heading) return false;
	if (line.width > longestOffice || (line.width > longestByline && !namesOrganisation(line.text)))
		return false;
	if (/^[-—–]/u.test(line.text)) return false;
	if (firstMatch("creditsInHead", line.text) || firstMatch("credits", line.text)) return true;
	return beforeCredits && (line.width <= 40 || namesOrganisation(line.text));
}

/** "(As prepared for delivery)", "Project number: WL-2023": of the article, though no heading of it. */
function isAside({ mark, text, width, line }: Evidence): boolean {
	if (mark !== "short" || line.hint?.heading || width > longestByline) return false;
	return bracketed.test(text) || /^\p{Lu}[\p{L} ]{2,24}: .*\d/u.test(text);
}

/** What stands between the credits and the text without being either. */
function isBelowCredits(lines: readonly Evidence[], index: number): boolean {
	const line = lines[index];
	if (!line || !lines[index - 1] || line.settled !== null) return false;
	return isAside(line) || isOfficeBelow(lines, index) || counter.test(line.text);
}

/** The name of an office right under the date. */
function isOfficeBelow(lines: readonly Evidence[], index: number): boolean {
	const above = lines[index - 1];
	const line = lines[index];
	if (!above || !line || line.mark !== "short" || line.ended || line.line.hint?.heading) return false;
	return isCredit(above) && line.width <= longestOffice && namesOrganisation(line.text);
}

/** Above the title: names of the site and menus; a line or two right above it belong to it. */
function aboveTitle(lines: readonly Evidence[], top: number, siteNames: ReadonlySet<string>): SegmentKind[] {
	const last = lines.findLastIndex(isFurniture);
	const isKicker = last >= 0 && lines.length - last - 1 <= kickerLines && lines[last]?.mark !== "menu";
	return lines.map((line, index): SegmentKind => {
		if (siteNames.has(line.text) || matchesAny("home", line.text)) return "furniture";
		if (index < top || index < last) return "furniture";
		if (last >= 0) return isKicker && line.width >= shortestKicker ? "heading" : "furniture";
		return line.ended ? "body" : "heading";
	});
}
