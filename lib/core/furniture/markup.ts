import type { SegmentKind } from "../document/model.ts";
import type { ReadLine } from "../formats/reader.ts";
import type { Mark } from "./evidence.ts";

const furnitureClass =
	/(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|bread-?crumbs?|crumbs?|share|sharing|social|toolbar|tools|print|footer|foot|bottom|copyright|related|relevant|recommend(?:ed|ations)?|sidebar|side|aside|comments?|respond|reply|cookies?|consent|banner|advert(?:isement)?|ads?|promo|newsletter|subscribe|pagination|pager|page-?num|skip-?links?|login|search|hot|rank(?:ing)?|tags?|qr-?code|ewm|weizhi|location|dqwz|path|position|sr-only|visually-hidden)(?=$|[\s_-])/iu;
const creditsClass =
	/(?:^|[\s_-])(?:byline|author|date(?:line)?|time|pub-?(?:date|time)|published|source|ly|info|meta|editor|bianji|zebian|sub-?info|article-?info)(?=$|[\s_-])/iu;
const captionClass =
	/(?:^|[\s_-])(?:caption|figcaption|pic-?(?:text|desc|info)|img-?(?:text|desc))(?=$|[\s_-])/iu;
const titleClass =
	/(?:^|[\s_-])(?:headline|title|h1|article-?title|post-?title|entry-?title|biaoti|bt)(?=$|[\s_-])/iu;

/** Share of a line inside links from which it is a link and not a sentence with one. */
const linkShare = 0.85;
/** Longer lines are text whatever their class says. */
const shortClass = 160;

/** What the markup says of a line; null where it says nothing, and the words decide. */
export function hintedMark(
	{ hint }: ReadLine,
	width: number,
	ended: boolean,
): { mark: Mark; settled: SegmentKind | null } | null {
	if (!hint) return null;
	if (hint.margin) return { mark: "furniture", settled: "furniture" };
	if (isTitleHint(hint)) return { mark: "short", settled: null };
	if (hint.footnote) return { mark: "text", settled: "footnote" };
	if (hint.caption) return { mark: "caption", settled: "caption" };
	const { region, classes = "", linked = 0 } = hint;
	if (region === "navigation" || region === "footer" || region === "form")
		return { mark: "furniture", settled: null };
	if (region === "aside" && (linked >= 0.5 || !ended)) return { mark: "furniture", settled: null };
	if (furnitureClass.test(classes) && (width <= shortClass || linked >= 0.5))
		return { mark: "furniture", settled: null };
	if (captionClass.test(classes) && width <= 400) return { mark: "caption", settled: null };
	if ((hint.date !== undefined || hint.byline) && width <= shortClass) return { mark: "meta", settled: null };
	if (creditsClass.test(classes) && width <= shortClass && !ended) return { mark: "meta", settled: null };
	if (linked >= linkShare && width <= shortClass) return { mark: "entry", settled: null };
	return hint.cell ? { mark: "text", settled: "cell" } : null;
}

/** Declared a title, or a heading of the first rank. */
export function isTitleHint(hint: ReadLine["hint"]): boolean {
	return (
		hint !== undefined &&
		(hint.title === true ||
			hint.heading === 1 ||
			(hint.heading !== undefined && titleClass.test(hint.classes ?? "")))
	);
}
