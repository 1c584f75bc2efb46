/** The lines above the text: which is the title, and what the others are. */
import type { SegmentKind } from "../document/model.ts";
import type { Span } from "./article-span.ts";
import { type Evidence, shortLine } from "./evidence.ts";
import { isTitleHint } from "./markup.ts";
import { canBePerson, firstMatch, matchesAny, namesOrganisation } from "./rules/compiled.ts";

export interface Head {
	/** Null where nothing looks like one. */
	readonly title: number | null;
	/** The first line of the text; all lines above are in `kinds`. */
	readonly to: number;
	readonly kinds: readonly SegmentKind[];
	/** Lines that name the author or the issuing body without saying so. */
	readonly bylines: readonly number[];
}

/** Shorter, in columns, is rather a rubric: "Notice", "要闻". */
const shortestTitle = 10;
const longestTitle = 120;
/** What stands above a title is shorter. */
const shortestHeadline = { chinese: 40, other: 28 };
/** What is wider gains nothing by it: a standfirst is wider still. */
const widestTitle = 70;
const longestOffice = 24;
const longestByline = 64;
/** So many lines of a standfirst or a picture may stand between the title and its date. */
const deckLines = 3;
/** So many lines between the furniture and the title belong to the title. */
const kickerLines = 2;
const shortestKicker = 6;
/** A repeated shorter line is an entry of a menu. */
const shortestEcho = 20;
/** So far from a line its date is looked for. */
const nearby = 12;

const furnitureMarks: ReadonlySet<Evidence["mark"]> = new Set([
	"furniture",
	"end",
	"links",
	"trail",
	"menu",
	"control",
	"beside",
	"entry",
]);
const creditMarks: ReadonlySet<Evidence["mark"]> = new Set(["meta", "date", "head-meta", "closing"]);

/** What is known of the page before its head is read. */
export interface Known {
	/** Under these names the site can stand alone on a line above the title. */
	readonly siteNames: ReadonlySet<string>;
	/** What the file calls itself, "" where it does not. */
	readonly declared: string;
}

export function isFurniture(line: Evidence): boolean {
	return line.settled === null ? furnitureMarks.has(line.mark) : line.settled === "furniture";
}

export function isCredit(line: Evidence): boolean {
	return line.settled === null ? creditMarks.has(line.mark) : line.settled === "meta";
}

export function readHead(lines: readonly Evidence[], span: Span, known: Known): Head {
	const { siteNames } = known;
	const solid = firstSolid(lines, span);
	const top = topOf(lines, solid);
	const title = findTitle(lines, top, solid, known);
	const to = title === null ? firstText(lines, top, solid) : textFrom(lines, title, solid);
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
		if (!isByline(line, index < lastCredit)) return line.ended && index > lastCredit ? "body" : "heading";
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
		if (line.width > longestTitle || !/[?？!！”"」…]$/u.test(line.text)) return index;
		if (index > from + 1) return index;
	}
	return Math.max(span.from, span.to);
}

/** Below the last breadcrumb or menu above the text, where there is one. */
function topOf(lines: readonly Evidence[], solid: number): number {
	const trail = lines.slice(0, solid).findLastIndex((line) => line.mark === "trail" && line.settled === null);
	return trail + 1;
}

function findTitle(
	lines: readonly Evidence[],
	top: number,
	solid: number,
	{ siteNames, declared }: Known,
): number | null {
	const taught = lines.findIndex((line) => line.settled === "title");
	if (taught >= 0) return taught;
	const first = lines[solid];
	const repeated = repeatedTexts(lines);
	const hasText = first !== undefined && !isFurniture(first);
	let best: number | null = null;
	let most = 0;
	for (let index = 0; index < Math.min(solid, lines.length); index += 1) {
		const line = lines[index];
		if (!line || !canBeTitle(line)) continue;
		if (line.mark === "prose" && !isTitleHint(line.line.hint) && nearCredits(lines, index, solid) === 0)
			continue;
		const echo = line.width >= shortestEcho && repeated.has(line.text) ? 1.5 : 0;
		const named = siteNames.has(line.text) ? -4 : isDeclared(line, declared) ? 4 : 0;
		const score = echo + named + titleScore(lines, index, solid) - (index < top ? 3 : 0);
		if (score > most) {
			most = score;
			best = index;
		}
	}
	return hasText || best === null || lines.slice(best).some(isCredit) || isTitleHint(lines[best]?.line.hint)
		? best
		: null;
}

/** "Title - Section - Site" declares its first part. */
function isDeclared({ text, width }: Evidence, declared: string): boolean {
	return width >= shortestTitle && declared.includes(text);
}

/** A page repeats its title: in the breadcrumb, in its lists, above its comments. */
function repeatedTexts(lines: readonly Evidence[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const repeated = new Set<string>();
	for (const { text, width } of lines) {
		if (width < shortestEcho || width > shortLine) continue;
		if (seen.has(text)) repeated.add(text);
		seen.add(text);
	}
	for (const { text, mark } of lines) {
		if (mark === "trail")
			for (const crumb of text.split(/\s*[>›»＞]+\s*/u)) if (seen.has(crumb)) repeated.add(crumb);
	}
	return repeated;
}

function canBeTitle(line: Evidence): boolean {
	if (line.settled !== null) return false;
	if (isTitleHint(line.line.hint)) return true;
	if (
		line.mark !== "short" &&
		!(line.mark === "prose" && line.width <= longestTitle && /[?？!！”"」…]$/u.test(line.text))
	)
		return false;
	return (
		line.width <= shortLine &&
		/\p{L}/u.test(line.text) &&
		!/^[（(【[].*[）)\]】]$|^[-—–]{1,2}/u.test(line.text)
	);
}

/** Long, marked up as a heading, close above or below its date. */
function titleScore(lines: readonly Evidence[], index: number, solid: number): number {
	const line = lines[index];
	if (!line) return 0;
	const { hint } = line.line;
	const declared = hint?.title ? 8 : hint?.heading === 1 ? 4 : hint?.heading === 2 ? 1.5 : 0;
	const width = Math.min(line.width, widestTitle) / 40;
	const isTitled = /^[-—–]{1,2}/u.test(lines[index + 1]?.text ?? "");
	return (
		0.5 +
		declared +
		width +
		nearCredits(lines, index, solid) +
		(isTitled || isAboveDeck(lines, index) ? 1.5 : 0) -
		doubts(line)
	);
}

/** The name of an office is rather that of the author; a longer line only ends like one. */
function isOffice({ text, width }: Evidence): boolean {
	return namesOrganisation(text) && (width <= longestOffice || !/\p{Script=Han}/u.test(text));
}

/** What speaks against a title: it looks like a name, a rubric, a sentence. */
function doubts(line: Evidence): number {
	const isNamed =
		firstMatch("creditsInHead", line.text) !== null || firstMatch("credits", line.text) !== null;
	const isSentence = line.ended ? (/[?？!！”"」]$/u.test(line.text) ? 0.2 : 1.5) : 0;
	const isName = isOffice(line) || canBePerson(line.text);
	return (isNamed ? 2.5 : 0) + (line.width < shortestTitle ? 1 : 0) + isSentence + (isName ? 1 : 0);
}

/** A standfirst is longer than the title right above it. */
function isAboveDeck(lines: readonly Evidence[], index: number): boolean {
	const line = lines[index];
	const next = lines[index + 1];
	return (
		line !== undefined &&
		next !== undefined &&
		line.width >= shortestHeadline[/\p{Script=Han}/u.test(line.text) ? "chinese" : "other"] &&
		next.width > line.width &&
		canBeTitle(next)
	);
}

function nearCredits(lines: readonly Evidence[], index: number, solid: number): number {
	let steps = 0;
	for (
		let below = index + 1;
		below <= Math.min(solid + deckLines, lines.length - 1, index + nearby) && steps < 4;
		below += 1
	) {
		const line = lines[below];
		if (!line) break;
		if (isFurniture(line)) continue;
		if (isCredit(line) && isTold(line)) return 3 - steps * 0.5;
		steps += line.width > 30 || line.ended ? 1 : 0.5;
	}
	const above = lines[index - 1];
	return above && isCredit(above) && isTold(above) ? 1.5 : 0;
}

/** Credits that tell something of an article, and not only the day of a visit. */
function isTold(line: Evidence): boolean {
	const { labelled } = line;
	return (labelled?.dates.length ?? 0) > 0 || (labelled?.values.length ?? 0) > 0 || line.mark === "meta";
}

/** The text begins below the credits under a title, a standfirst and pictures between them included. */
function textFrom(lines: readonly Evidence[], title: number, solid: number): number {
	let to = title + 1;
	let decks = 0;
	for (let index = to; index < lines.length && decks <= deckLines; index += 1) {
		const line = lines[index];
		if (!line || line.width > shortLine) break;
		if (isCredit(line) && (index < solid || isHeadCredit(line))) to = index + 1;
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
function firstText(lines: readonly Evidence[], top: number, solid: number): number {
	let to = 0;
	for (let index = 0; index < solid; index += 1) {
		const line = lines[index];
		if (line && (isFurniture(line) || isCredit(line) || index < top)) to = index + 1;
	}
	return Math.min(to, solid);
}

/** A short line between the title and its date is a name; elsewhere it has to look like one. */
function isByline(line: Evidence, beforeCredits: boolean): boolean {
	if (line.mark !== "short" || line.width > longestByline || line.line.hint?.heading) return false;
	if (/^[-—–]/u.test(line.text)) return false;
	if (firstMatch("creditsInHead", line.text) || firstMatch("credits", line.text)) return true;
	return beforeCredits && (line.width <= 40 || namesOrganisation(line.text));
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
