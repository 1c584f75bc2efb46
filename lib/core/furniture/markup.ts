import type { SegmentKind } from "../document/model.ts";
import type { ReadLine } from "../formats/reader.ts";
import type { Mark } from "./evidence.ts";

type Region = NonNullable<NonNullable<ReadLine["hint"]>["region"]>;

const furnitureWords = new Set(
	"nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs share sharing social toolbar print footer foot copyright related relevant recommend recommended recommendations sidebar aside comment comments respond reply cookie cookies consent banner advert advertisement ads promo newsletter subscribe pagination pager pagenum skip login search hot rank ranking tags qrcode ewm weizhi dqwz position".split(
		" ",
	),
);
const creditsWords = new Set(
	"byline author dateline pubdate pubtime publishdate published source laiyuan editor bianji zebian subinfo articleinfo".split(
		" ",
	),
);
const captionWords = new Set("caption figcaption".split(" "));
const titleWords = new Set("headline title biaoti".split(" "));
/** Around the text itself; what is further out says nothing of one line of it. */
const container =
	/^(?:content|main|article|post|entry|hentry|page|body|text|wrapper|container|detail)$|(?:article|entry|post|news|page|main)[-_]*(?:body|content|text|wrap|detail)|trs_editor|content$/iu;
/** Classes that say which page it is, not which part of it. */
const ofPage =
	/^(?:tag|category|post|page|type|status|format|has|with|no|is|js|template|single|wp|col|row)-/iu;

/** Share of a line inside links from which it is a link and not a sentence with one. */
const linkShare = 0.85;
/** Longer lines, and whole sentences, are text whatever their class says. */
const shortClass = 160;

/** What the markup says of a line; null where it says nothing, and the words decide. */
export function hintedMark(
	{ hint }: ReadLine,
	width: number,
	ended: boolean,
	untold: ReadonlySet<Region>,
): { mark: Mark; settled: SegmentKind | null } | null {
	if (!hint) return null;
	if (hint.margin) return { mark: "furniture", settled: "furniture" };
	if (isTitleHint(hint)) return { mark: "short", settled: null };
	if (hint.footnote) return { mark: "text", settled: "footnote" };
	if (hint.caption) return { mark: "caption", settled: "caption" };
	const { linked = 0 } = hint;
	const isSentence = ended && width > 60 && linked < 0.5;
	if (isBeside(hint, untold, isSentence)) return { mark: "furniture", settled: null };
	const words = ownClasses(hint.classes ?? "");
	if (!isSentence && width <= shortClass && words.some((word) => furnitureWords.has(word)))
		return { mark: "furniture", settled: null };
	if (width <= 400 && words.some((word) => captionWords.has(word))) return { mark: "caption", settled: null };
	const isCredits = hint.date !== undefined || hint.byline || words.some((word) => creditsWords.has(word));
	if (isCredits && width <= shortClass && !isSentence && !hint.heading)
		return { mark: "meta", settled: null };
	if (linked >= linkShare && width <= shortClass && !hint.heading) return { mark: "entry", settled: null };
	return hint.cell ? { mark: "text", settled: "cell" } : null;
}

function isBeside(
	{ region, linked = 0 }: NonNullable<ReadLine["hint"]>,
	untold: ReadonlySet<Region>,
	isSentence: boolean,
): boolean {
	if (region === undefined || untold.has(region)) return false;
	if (region === "navigation" || region === "footer") return true;
	return region === "form" || region === "aside" ? linked >= 0.5 || !isSentence : false;
}

/** The words of the classes between a line and the container of the text it is in. */
function ownClasses(classes: string): string[] {
	const words: string[] = [];
	for (const name of classes.split(/\s+/u)) {
		if (container.test(name)) break;
		if (!ofPage.test(name)) words.push(...name.toLowerCase().split(/[-_]+|(?<=[a-z])(?=\d)/u));
	}
	return words;
}

/**
 * Regions that say nothing on this page because most of its text is in them: a form around the whole page, an article
 * in what calls itself an aside.
 */
export function untoldRegions(lines: readonly ReadLine[]): ReadonlySet<Region> {
	const sizes = new Map<Region, number>();
	let all = 0;
	for (const { hint, text } of lines) {
		const size = text.length > sentenceLength && (hint?.linked ?? 0) < 0.5 ? text.length : 0;
		all += size;
		if (hint?.region) sizes.set(hint.region, (sizes.get(hint.region) ?? 0) + size);
	}
	return new Set([...sizes].filter(([, size]) => size * 2 > all).map(([region]) => region));
}

/** Characters from which a line counts as text here. */
const sentenceLength = 40;

/** Declared a title, or a heading of the first rank. */
export function isTitleHint(hint: ReadLine["hint"]): boolean {
	if (hint === undefined) return false;
	if (hint.title === true || hint.heading === 1) return true;
	return hint.heading !== undefined && ownClasses(hint.classes ?? "").some((word) => titleWords.has(word));
}
