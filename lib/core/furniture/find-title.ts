/** Which line is the title. */
import type { Span } from "./article-span.ts";
import { type Evidence, isCredit, isFurniture, shortLine } from "./evidence.ts";
import { isTitleHint } from "./markup.ts";
import { canBePerson, firstMatch, namesOrganisation } from "./rules/compiled.ts";

/** Shorter, in columns, is rather a rubric: "Notice", "要闻". */
const shortestTitle = 10;
export const longestTitle = 120;
/** What stands above a title is shorter. */
const shortestHeadline = { chinese: 40, other: 28 };
/** What is wider gains nothing by it: a standfirst is wider still. */
const widestTitle = 70;
const longestOffice = 24;
/** So many lines of a standfirst or a picture may stand between the title and its date. */
export const deckLines = 3;
/** A repeated shorter line is an entry of a menu. */
const shortestEcho = 20;
/** So far from a line its date is looked for. */
const nearby = 12;
/** What a line loses with every short line of text above it: the first is the title. */
const depth = 0.6;

/** What is known of the page before its head is read. */
export interface Known {
	/** Under these names the site can stand alone on a line above the title. */
	readonly siteNames: ReadonlySet<string>;
	/** What the file calls itself, "" where it does not. */
	readonly declared: string;
}

/** Null where no line looks like one. `top` is below the last breadcrumb, `solid` the first line that is surely text. */
export function findTitle(
	lines: readonly Evidence[],
	{ top, solid, span }: { readonly top: number; readonly solid: number; readonly span: Span },
	{ siteNames, declared }: Known,
): number | null {
	const taught = lines.findIndex((line) => line.settled === "title");
	if (taught >= 0) return taught;
	const first = lines[solid];
	const repeated = repeatedTexts(lines);
	const hasText = first !== undefined && !isFurniture(first);
	let best: number | null = null;
	let most = 0;
	for (let index = 0; index < Math.min(solid, lines.length, span.from + nearby); index += 1) {
		const line = lines[index];
		if (!line || !canBeTitle(line)) continue;
		if (line.mark === "prose" && !isTitleHint(line.line.hint) && nearCredits(lines, index, solid) === 0)
			continue;
		const echo = line.width >= shortestEcho && repeated.has(line.text) ? 1.5 : 0;
		const named = siteNames.has(line.text) ? -4 : isDeclared(line, declared) ? 4 : 0;
		const score =
			echo +
			named +
			titleScore(lines, index, solid) -
			(index < top ? 3 : 0) -
			(span.scarce ? Math.max(0, index - span.from) * depth : 0);
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

/** A question, an exclamation, a quotation can be a title; a plain sentence is none. */
export function canEndTitle(text: string): boolean {
	return /(?:[?？!！”"」…]|\.{3})$/u.test(text);
}

function canBeTitle(line: Evidence): boolean {
	if (line.settled !== null) return false;
	if (isTitleHint(line.line.hint)) return true;
	if (
		line.mark !== "short" &&
		!(line.mark === "prose" && line.width <= longestTitle && canEndTitle(line.text))
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

/** "Present: Ann Lee", "主持：钱七". */
const entry = /^[^:：]{1,10}[:：]\s*(?=\S)/u;
const widestEntry = 30;

/** A Chinese headline has a colon too: "维港泳者：水凉心热" names nobody. */
function isEntry(text: string): boolean {
	if (!entry.test(text)) return false;
	return !/\p{Script=Han}/u.test(text) || canBePerson(text.replace(entry, ""));
}

/** What speaks against a title: it looks like a name, a rubric, a sentence. */
function doubts(line: Evidence): number {
	const isNamed =
		firstMatch("creditsInHead", line.text) !== null || firstMatch("credits", line.text) !== null;
	const isSentence = line.ended ? (/[?？!！”"」]$/u.test(line.text) ? 0.2 : 1.5) : 0;
	const isName = isOffice(line) || canBePerson(line.text) || (line.width < widestEntry && isEntry(line.text));
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
