/** Breadcrumbs: the way from the home page to the article, written in one line. */
import { columns } from "../text/paragraphs.ts";
import { isMenuBar, matchesAny } from "./rules/compiled.ts";

/** Signs that hardly stand between the words of a text. */
const plainSign = /[>›»＞]/u;
const sign = /\s*(?:>{1,2}|›|»|＞|→|\/|-->|::|‧)\s*|\s[-–—]\s/u;
const leadIn = /^.*[:：]\s*/u;
const widestCrumb = 60;
/** Between rubrics alone; a longer line is a headline that names two of them. */
const widestRubrics = 30;

/** Without what leads in to them: "You are here: Home" is "Home". */
export function crumbsOf(text: string): string[] {
	const crumbs = text.split(sign).map((crumb) => crumb.trim());
	return [(crumbs[0] ?? "").replace(leadIn, ""), ...crumbs.slice(1)];
}

/** "Home > News > Local": two or more short crumbs behind "Home", or behind any name where the signs are plain. */
export function isTrail(text: string): boolean {
	if (!sign.test(text) || /[。！？.!?，,；;]/u.test(text.replace(/\.\w{2,4}\b/gu, ""))) return false;
	const crumbs = crumbsOf(text);
	if (crumbs.some((crumb) => columns(crumb) > widestCrumb)) return false;
	const [first = ""] = crumbs;
	if (matchesAny("home", first)) return crumbs.length > 2 || leadIn.test(text) || !/\s[-–—]\s/u.test(text);
	if (/^[^«]*«[^»]*»/u.test(text)) return false;
	if (plainSign.test(text)) return crumbs.filter((crumb) => crumb !== "").length >= 2;
	return /[‧→]/u.test(text) && columns(text) <= widestRubrics && isMenuBar(first);
}
