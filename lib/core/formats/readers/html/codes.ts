import type { CodeKind, InlineCode } from "../../marked-text.ts";
import { attributeOf, type HtmlElement, textBelow } from "./tree.ts";

const emphasis: Readonly<Record<string, CodeKind>> = {
	b: "bold",
	strong: "bold",
	i: "italic",
	em: "italic",
	cite: "italic",
	dfn: "italic",
	var: "italic",
	u: "underline",
	ins: "underline",
	sup: "superscript",
	sub: "subscript",
	s: "strike",
	strike: "strike",
	del: "strike",
};

export type ElementCode = Pick<InlineCode, "kind" | "value">;

/** What word processors and editors on the web write instead of elements. */
const styled: readonly (readonly [kind: CodeKind, style: RegExp])[] = [
	["bold", /(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/iu],
	["italic", /(?:^|;)\s*font-style\s*:\s*(?:italic|oblique)\b/iu],
	["underline", /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bunderline\b/iu],
	["strike", /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/iu],
	["superscript", /(?:^|;)\s*vertical-align\s*:\s*super\b/iu],
	["subscript", /(?:^|;)\s*vertical-align\s*:\s*sub\b/iu],
];
const upright: Partial<Record<CodeKind, RegExp>> = {
	bold: /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-5]00)\b/iu,
	italic: /(?:^|;)\s*font-style\s*:\s*normal\b/iu,
};
const styledElements = new Set(["span", "font", "b", "strong", "i", "em"]);
/** A longer style is no word processor's. */
const longestStyle = 2_000;

/** The codes that an element puts around its text, the outer one first; none for elements that only arrange it. */
export function codesAround(element: HtmlElement): readonly ElementCode[] {
	const { tagName } = element;
	const kind = emphasis[tagName];
	const style = styledElements.has(tagName)
		? (attributeOf(element, "style") ?? "").slice(0, longestStyle)
		: "";
	if (style !== "") {
		const kinds = new Set(styled.flatMap(([kind, pattern]) => (pattern.test(style) ? [kind] : [])));
		if (kind !== undefined && !upright[kind]?.test(style)) kinds.add(kind);
		return [...kinds].map((kind) => ({ kind }));
	}
	if (kind !== undefined) return [{ kind }];
	const href = tagName === "a" ? attributeOf(element, "href")?.trim() : undefined;
	return href === undefined || href === "" ? [] : [{ kind: "link", value: href }];
}

const noteAddress = /#(?:_?ftn|fn|footnote|_?edn|endnote|note|cite_note|sdfootnote|sdendnote)[\w:.-]*$/iu;
const noteMark = /^[[(（［〔]?\s*(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|[①-⑳]|注\d*)\s*[\])）］〕]?$/iu;
const longestMark = 12;

/** The mark of a footnote, as it is written; null for every other element. */
export function footnoteMark(element: HtmlElement): string | null {
	if (element.tagName !== "a") return null;
	const says =
		attributeOf(element, "role") === "doc-noteref" || attributeOf(element, "epub:type") === "noteref";
	if (!says && !noteAddress.test(attributeOf(element, "href") ?? "")) return null;
	const mark = textBelow(element, longestMark + 1).trim();
	return mark.length <= longestMark && noteMark.test(mark) ? mark : null;
}

/** The way back from a footnote to its mark: what stands there for people to click; null for every other element. */
export function backlink(element: HtmlElement): string | null {
	if (element.tagName !== "a") return null;
	const says = attributeOf(element, "role") === "doc-backlink" || attributeOf(element, "rev") === "footnote";
	const text = textBelow(element, longestMark + 1).trim();
	return says || /^[↩↑^⏎]\uFE0E?$/u.test(text) ? text : null;
}

/** What a picture is called: its text for those who do not see it, or else its file. */
export function imageName(element: HtmlElement): string {
	const said = attributeOf(element, "alt")?.trim() || attributeOf(element, "title")?.trim();
	if (said) return said;
	const address = attributeOf(element, "src") ?? "";
	return address.startsWith("data:") ? "" : (/([^/\\?#]+)(?:[?#].*)?$/u.exec(address)?.[1] ?? "");
}
