import type { Paragraph } from "#lib/core/formats/deliverable.ts";
import type { WordStyle } from "./document.ts";

const styles = {
	title: "title",
	meta: "dateline",
	heading: "heading",
	body: "body",
	caption: "caption",
	item: "bullet",
	cell: "body",
	footnote: "footnote",
} as const satisfies Record<Paragraph["kind"], WordStyle>;

/** An item that brings its own mark or number must not get a second one. */
const ownMark = /^\s*(?:[•·▪●◦○*\-–—]|[（(]?(?:\p{N}{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])[.)、．）])/u;

export function wordStyle(kind: Paragraph["kind"], text: string): WordStyle {
	return kind === "item" && ownMark.test(text) ? "item" : styles[kind];
}
