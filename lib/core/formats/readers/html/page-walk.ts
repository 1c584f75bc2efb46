import { trimEdges } from "../../../text/paragraphs.ts";
import type { HiddenCharacters } from "../../hidden-characters.ts";
import type { Losses } from "../../losses.ts";
import { ParagraphBuilder } from "../../paragraph-builder.ts";
import type { ReadAbout } from "../../reader.ts";
import { backlink, codesAround, footnoteMark, imageName } from "./codes.ts";
import { PageDescription } from "./metadata.ts";
import type { PageLines } from "./page-lines.ts";
import { dateIn, outermost, type Surroundings, within } from "./surroundings.ts";
import {
	attributeOf,
	type HtmlElement,
	type HtmlNode,
	type HtmlParent,
	isElement,
	isText,
	type PageParser,
	textBelow,
} from "./tree.ts";

const blocks = new Set(
	(
		"address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure " +
		"footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p plaintext " +
		"pre search section summary table tbody td tfoot th thead tr ul xmp"
	).split(" "),
);
/** Never text, and nobody misses it. */
const noText = new Set([
	"script",
	"style",
	"template",
	"link",
	"meta",
	"title",
	"rp",
	"datalist",
	"noframes",
]);
/** A reader of the page sees something here that is no text. */
const embedded = new Set(["iframe", "object", "embed", "video", "audio", "canvas", "svg"]);
const controls = new Set(["select", "textarea"]);

/** An indent after a line break begins a paragraph on old Chinese pages. */
const indented = /^[ \t\n\f\r]*(?:\u3000{2}|[\u00A0\u2002\u2003]{4}|[\u3000\u00A0 ]{4})/u;

interface Frame {
	readonly element: HtmlParent;
	readonly around: Surroundings;
	/** What to do once everything in it was seen. */
	readonly ends: "block" | "inline";
	/** Codes that end with it. */
	readonly codes: number;
	/** Text that browsers show at its end. */
	readonly closing: string;
	next: number;
}

/** Sends the paragraphs of a page in the order in which they stand. Its depth costs no stack. */
export class PageWalk {
	readonly #lines: Pick<PageLines, "take">;
	readonly #paragraph = new ParagraphBuilder();
	readonly #losses: Losses;
	readonly #hidden: HiddenCharacters;
	readonly #description = new PageDescription();
	/** From the document to where the walk stands; null before it began. */
	#frames: Frame[] | null = null;
	#around = outermost;
	#date: string | null = null;
	/** Something within the paragraph is marked as its author. */
	#byline = false;
	/** Since a paragraph was sent. */
	#images = 0;
	#line = 1;

	constructor(lines: Pick<PageLines, "take">, losses: Losses, hidden: HiddenCharacters) {
		this.#lines = lines;
		this.#losses = losses;
		this.#hidden = hidden;
	}

	/** Reads on as far as the page is settled, and forgets what it has read. */
	advance(parser: PageParser): void {
		if (this.#frames === null) {
			this.#frames = [
				{ element: parser.document, around: outermost, ends: "block", codes: 0, closing: "", next: 0 },
			];
		}
		const frames = this.#frames;
		for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
			const node = top.element.childNodes[top.next];
			if (node === undefined) {
				if (parser.isOpen(top.element)) return;
				this.#leave(top);
				top.element.childNodes.length = 0;
				frames.pop();
				continue;
			}
			if (!isSettled(node, top, parser)) return;
			top.next += 1;
			const below = this.#enter(node, top.around);
			if (below !== null) frames.push(below);
			else forgetRead(top);
		}
		this.#send();
	}

	/** What the page says of itself, as far as it was read. */
	about(): ReadAbout {
		return this.#description.about();
	}

	#leave({ ends, codes, closing, around }: Frame): void {
		if (closing !== "") this.#text(closing, this.#line, around);
		for (let code = 0; code < codes; code += 1) this.#paragraph.close();
		if (ends === "block") this.#send();
	}

	#enter(node: HtmlNode, around: Surroundings): Frame | null {
		if (isText(node)) {
			this.#text(node.value, node.sourceCodeLocation?.startLine ?? this.#line, around);
			return null;
		}
		if (!isElement(node)) return null;
		this.#line = node.sourceCodeLocation?.startLine ?? this.#line;
		this.#description.see(node);
		if (this.#isLeftOut(node)) return null;
		switch (node.tagName) {
			case "br":
				this.#break();
				return null;
			case "img":
				this.#images += 1;
				this.#paragraph.alone({ kind: "image", value: imageName(node) });
				return null;
			case "rt":
				this.#paragraph.alone({ kind: "other", value: trimEdges(textBelow(node)) });
				this.#losses.add("htmlRuby", this.#line);
				return null;
			default:
				return this.#element(node, around);
		}
	}

	#element(node: HtmlElement, around: Surroundings): Frame | null {
		const isBlock = blocks.has(node.tagName);
		if (isBlock) this.#send();
		const inside = within(node, around);
		this.#date ??= dateIn(node);
		const { list, region } = inside.hint;
		if (node.tagName === "li" && list?.ordered && region !== "navigation")
			this.#losses.add("listNumbers", this.#line);
		if (!isBlock && inside.hint.byline) this.#byline = true;
		const mark = footnoteMark(node);
		if (mark !== null) {
			this.#paragraph.alone({ kind: "footnote", value: mark });
			return null;
		}
		const back = backlink(node);
		if (back !== null) {
			this.#paragraph.alone({ kind: "other", value: back });
			return null;
		}
		const codes = codesAround(node);
		for (const code of codes) this.#paragraph.open(code);
		const quoted = node.tagName === "q";
		if (quoted) this.#text("“", this.#line, inside);
		return {
			element: node,
			around: inside,
			ends: isBlock ? "block" : "inline",
			codes: codes.length,
			closing: quoted ? "”" : "",
			next: 0,
		};
	}

	/** Whether nothing of an element is text; what a reader of the page would miss is told. */
	#isLeftOut(node: HtmlElement): boolean {
		if (noText.has(node.tagName)) return true;
		if (isHidden(node) || node.tagName === "noscript") {
			if (trimEdges(textBelow(node)) !== "") this.#losses.add("htmlHidden", this.#line);
			return true;
		}
		if (embedded.has(node.tagName)) {
			if (node.tagName !== "svg") this.#losses.add("htmlEmbedded", this.#line, node.tagName);
			return true;
		}
		if (!controls.has(node.tagName)) return false;
		this.#losses.add("htmlControls", this.#line);
		return true;
	}

	#break(): void {
		if (this.#paragraph.endsInBreak) this.#send();
		else this.#paragraph.breakLine();
	}

	#text(text: string, line: number, around: Surroundings): void {
		if (around.verbatim) {
			this.#verbatim(text, line, around);
			return;
		}
		if (this.#paragraph.endsInBreak && indented.test(text)) this.#send();
		if (this.#paragraph.isEmpty) this.#around = around;
		this.#paragraph.append(text, line);
	}

	/** Every line of text that was set out by hand is a line. */
	#verbatim(text: string, line: number, around: Surroundings): void {
		for (const [index, written] of text.split("\n").entries()) {
			if (index > 0) this.#send();
			if (this.#paragraph.isEmpty) this.#around = around;
			this.#paragraph.append(written, line + index, true);
		}
	}

	#send(): void {
		const built = this.#paragraph.take();
		const [images, date, byline] = [this.#images, this.#date, this.#byline];
		[this.#images, this.#date, this.#byline] = [0, null, false];
		if (built === null) {
			for (let image = 0; image < images; image += 1) this.#losses.add("htmlImages", this.#line);
			this.#date = date;
			return;
		}
		const { linked, lost, ...text } = built;
		for (let code = 0; code < lost; code += 1) this.#losses.add("codesLeftOut", text.line);
		this.#hidden.see(text.text, text.line);
		const more = {
			...(linked > 0 && { linked }),
			...(date !== null && { date }),
			...(byline && { byline }),
		};
		const hint = Object.keys(more).length > 0 ? { ...this.#around.hint, ...more } : this.#around.hint;
		this.#lines.take(Object.keys(hint).length > 0 ? { ...text, hint } : text, this.#around.cell);
	}
}

/** While these are still open, what is in them already can be read. Nothing is ever moved out of or into that. */
const readOpen = new Set(
	(
		"html head body article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header " +
		"li main nav ol p section ul"
	).split(" "),
);

/** Whether nothing that is still to come can change a node. */
function isSettled(node: HtmlNode, { element, next }: Frame, parser: PageParser): boolean {
	if (isElement(node)) return !parser.isOpen(node) || (readOpen.has(node.tagName) && !isHidden(node));
	if (!isText(node) || !parser.isOpen(element)) return true;
	// Text grows at the end of an element, and before a table that is still open
	const following = element.childNodes[next + 1];
	return following !== undefined && !(isElement(following) && parser.isOpen(following));
}

/** Lets go of children that were read, now and then: taking them away costs as much as there are others. */
function forgetRead(frame: Frame): void {
	if (frame.next < 64 || frame.next * 2 < frame.element.childNodes.length) return;
	frame.element.childNodes.splice(0, frame.next);
	frame.next = 0;
}

function isHidden(element: HtmlElement): boolean {
	if (attributeOf(element, "hidden") !== undefined) return true;
	const style = attributeOf(element, "style");
	return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(style);
}
