import type { SegmentKind } from "../document/model.ts";
import { columns } from "./paragraphs.ts";

/** Headings, bylines and captions of one line; Chinese characters are two columns wide. */
const shortLine = 200;
const shortCaption = 400;
/** Title, byline and date are looked for in so many first paragraphs. */
const headParagraphs = 12;

const ended = /[.!?:;,。！？：；，、…][\p{Pe}\p{Pf}"'”’」』]*$/u;
const date =
	/\d{4}[-/.年]\s?\d{1,2}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,? \d{4}/iu;
const metaLabel =
	/^[\s(（•*-]*(?:(?:source|author|by|editor|edited by|signed by|published|pub(?:lication)? ?date|release time|date|time|来源|來源|作者|编辑|編輯|责编|責編|责任编辑|責任編輯|记者|記者|发布时间|發布時間|日期|时间|時間)\s*[:：]|reprinted from\b)/iu;
const furniture =
	/>>|^[^«]*»[^«]*$|\s>\s.*\s>\s|\s\|\s.*\s\|\s|©|^copyright\b|all rights reserved|\bICP\b|版权所有|版權所有|^[\s•*-]*(?:share to|text zoom|font size|submission email|on[- ]site search|search|print|contact us|分享(?:到)?|字号|字號|文字缩放|文字縮放|站内搜索|站內搜索|投稿邮箱|投稿郵箱|打印|列印|联系我们|聯繫我們)\s*(?:[:：]|$)|[\w.-]+@[\w-]+\.\w/iu;
const relatedList =
	/^\W*(?:related (?:news|articles|reading|links)|相关(?:新闻|阅读|报道)|相關(?:新聞|閱讀|報道))\W*$/iu;
const caption = /^(?:图为|圖為|图[:：]|圖[:：]|photo:|picture:)|\bthe (?:picture|photo) shows\b/iu;
const bullet = /^[-–•*·●■◆]\s/u;

/**
 * A first guess of what each paragraph is, for a person to correct: title, byline and date at the top, short lines
 * without an end mark as headings, and the plainest page furniture. Everything in doubt is body or heading, never furniture.
 */
export function guessKinds(paragraphs: readonly string[]): SegmentKind[] {
	const kinds = paragraphs.map(guessAlone);
	setAsideRelated(paragraphs, kinds);
	const headings = kinds.filter((kind) => kind === "heading").length;
	// A list or a conversation without punctuation, not an article of headings
	if (headings * 2 > paragraphs.length) return kinds.map((kind) => (kind === "heading" ? "body" : kind));
	nameHead(paragraphs, kinds);
	return kinds;
}

function guessAlone(paragraph: string, index: number): SegmentKind {
	const width = columns(paragraph);
	if (width <= shortCaption && caption.test(paragraph)) return "caption";
	if (width > shortLine) return "body";
	if (furniture.test(paragraph)) return "furniture";
	if (metaLabel.test(paragraph)) return "meta";
	if (ended.test(paragraph) || !/\p{L}/u.test(paragraph)) return "body";
	if (index < headParagraphs && date.test(paragraph)) return "meta";
	return bullet.test(paragraph) ? "item" : "heading";
}

/** From "Related news" on, short lines belong to the page. */
function setAsideRelated(paragraphs: readonly string[], kinds: SegmentKind[]): void {
	const from = paragraphs.findIndex((paragraph) => relatedList.test(paragraph));
	if (from === -1) return;
	for (let index = from; index < kinds.length; index += 1) {
		if (columns(paragraphs[index] ?? "") > shortLine) return;
		kinds[index] = "furniture";
	}
}

/** The longest heading above the date line (or above the first text) is the title; short lines between it and the date are bylines. */
function nameHead(paragraphs: readonly string[], kinds: SegmentKind[]): void {
	const candidates: number[] = [];
	let dated = false;
	for (const [index, kind] of kinds.slice(0, headParagraphs).entries()) {
		if (kind === "heading") candidates.push(index);
		const isText = kind === "body" && (candidates.length > 0 || columns(paragraphs[index] ?? "") > shortLine);
		dated = kind === "meta" && candidates.length > 0;
		if (isText || dated) break;
	}
	const widths = candidates.map((index) => columns(paragraphs[index] ?? ""));
	const title = candidates[widths.indexOf(Math.max(...widths))];
	if (title === undefined || kinds.indexOf("body", title) === -1) return;
	kinds[title] = "title";
	for (const index of candidates) if (dated && index > title) kinds[index] = "meta";
}
