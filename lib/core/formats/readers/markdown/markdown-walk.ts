import type { Definition, Html, Nodes, Parent, Root, RootContent } from "mdast";
import type { HiddenCharacters } from "../../hidden-characters.ts";
import type { Losses } from "../../losses.ts";
import type { InlineCode } from "../../marked-text.ts";
import { ParagraphBuilder } from "../../paragraph-builder.ts";
import type { LineHint, ReadLine, ReadSink } from "../../reader.ts";
import { PageWalk } from "../html/page-walk.ts";
import { parsePage } from "../html/tree.ts";
import type { Piece } from "./pieces.ts";

interface Frame {
	readonly node: Parent;
	readonly hint: LineHint;
	readonly lists: number;
	readonly ends: "paragraph" | "code" | "nothing";
	next: number;
}

/** Kinds of HTML tags that stand alone among words of Markdown. */
const tagKinds: Readonly<Record<string, InlineCode["kind"]>> = {
	b: "bold",
	strong: "bold",
	i: "italic",
	em: "italic",
	u: "underline",
	ins: "underline",
	sup: "superscript",
	sub: "subscript",
	s: "strike",
	del: "strike",
	a: "link",
};

/** Within these HTML stands by itself. */
const flow = new Set(["root", "blockquote", "listItem", "footnoteDefinition"]);
const textBlocks = new Set(["paragraph", "heading", "tableCell"]);

/** Sends the paragraphs of parsed Markdown in their order. */
export class MarkdownWalk {
	readonly #sink: Pick<ReadSink, "line">;
	readonly #losses: Losses;
	readonly #hidden: HiddenCharacters;
	readonly #paragraph = new ParagraphBuilder();
	/** Names of the tags in HTML that are open in the paragraph. */
	#tags: string[] = [];
	#hint: LineHint = {};
	#images: number[] = [];
	#piece: Piece;
	#addresses: ReadonlyMap<string, Definition> = new Map();

	constructor(sink: Pick<ReadSink, "line">, losses: Losses, hidden: HiddenCharacters) {
		this.#sink = sink;
		this.#losses = losses;
		this.#hidden = hidden;
		this.#piece = { text: "", line: 1, lines: 0 };
	}

	run(root: Root, piece: Piece): void {
		this.#piece = piece;
		this.#addresses = new Map(
			root.children.flatMap((node) => (node.type === "definition" ? [[node.identifier, node]] : [])),
		);
		const frames: Frame[] = [{ node: root, hint: {}, lists: 0, ends: "nothing", next: 0 }];
		for (let top = frames.at(-1); top !== undefined; top = frames.at(-1)) {
			const node = top.node.children[top.next];
			top.next += 1;
			if (node === undefined) {
				if (top.ends === "paragraph") this.#send();
				else if (top.ends === "code") this.#paragraph.close();
				frames.pop();
			} else if (top.node !== root || (node.position?.start.line ?? 0) <= piece.lines) {
				const below = this.#enter(node, top);
				if (below !== null) frames.push(below);
			}
		}
	}

	#lineOf(node: RootContent): number {
		return this.#piece.line - 1 + (node.position?.start.line ?? 1);
	}

	#enter(node: RootContent, above: Frame): Frame | null {
		if (this.#leaf(node, above)) return null;
		if (!("children" in node)) return null;
		if (node.type === "listItem" && typeof node.checked === "boolean")
			this.#losses.add("markdownTasks", this.#lineOf(node));
		const code = this.#codeAround(node);
		if (code !== null) this.#paragraph.open(code);
		const isText = textBlocks.has(node.type);
		const hint = { ...above.hint, ...hintOf(node, above) };
		if (node.type === "listItem" && hint.list?.ordered) this.#losses.add("listNumbers", this.#lineOf(node));
		if (isText) this.#hint = hint;
		const lists = above.lists + (node.type === "list" ? 1 : 0);
		return { node, hint, lists, ends: isText ? "paragraph" : code ? "code" : "nothing", next: 0 };
	}

	/** Whether a node is done with at once. */
	#leaf(node: RootContent, above: Frame): boolean {
		switch (node.type) {
			case "text":
				this.#paragraph.append(node.value, this.#lineOf(node));
				return true;
			case "inlineCode":
				this.#paragraph.open({ kind: "other", value: "code" });
				this.#paragraph.append(node.value, this.#lineOf(node));
				this.#paragraph.close();
				return true;
			case "break":
				this.#paragraph.breakLine();
				return true;
			case "image":
			case "imageReference":
				this.#images.push(this.#lineOf(node));
				this.#paragraph.alone({ kind: "image", value: node.alt ?? "" });
				return true;
			case "footnoteReference":
				this.#paragraph.alone({ kind: "footnote", value: node.label ?? node.identifier });
				return true;
			case "code":
				this.#code(node.value, this.#lineOf(node) + (this.#isFenced(node) ? 1 : 0));
				return true;
			case "html":
				if (flow.has(above.node.type)) this.#page(node);
				else this.#tag(node);
				return true;
			default:
				return false;
		}
	}

	#codeAround(node: RootContent): Pick<InlineCode, "kind" | "value"> | null {
		switch (node.type) {
			case "strong":
				return { kind: "bold" };
			case "emphasis":
				return { kind: "italic" };
			case "delete":
				return { kind: "strike" };
			case "link":
				return { kind: "link", value: node.url };
			case "linkReference":
				return { kind: "link", value: this.#addresses.get(node.identifier)?.url ?? "" };
			default:
				return null;
		}
	}

	#isFenced(node: RootContent): boolean {
		return /[`~]/u.test(this.#piece.text[node.position?.start.offset ?? 0] ?? "");
	}

	#code(text: string, line: number): void {
		for (const [index, written] of text.split("\n").entries()) {
			this.#hint = {};
			this.#paragraph.append(written, line + index, true);
			this.#send();
		}
	}

	/** HTML by itself is read as a page is. */
	#page(node: Html): void {
		const before = this.#lineOf(node) - 1;
		const lines = { take: (found: ReadLine) => this.#sink.line({ ...found, line: found.line + before }) };
		new PageWalk(lines, this.#losses, this.#hidden).advance(parsePage(node.value));
	}

	/** A tag among words: its emphasis stays. */
	#tag(node: Html): void {
		const [, slash, name = ""] = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(node.value) ?? [];
		const tag = name.toLowerCase();
		const kind = tagKinds[tag];
		if (tag === "br") this.#paragraph.breakLine();
		else if (kind !== undefined && slash === "") {
			this.#tags.push(tag);
			const address = /\shref\s*=\s*["']([^"']*)["']/iu.exec(node.value)?.[1];
			this.#paragraph.open({ kind, ...(address !== undefined && { value: address }) });
		} else if (kind !== undefined && this.#tags.at(-1) === tag) {
			this.#tags.pop();
			this.#paragraph.close();
		} else if (tag !== "") this.#losses.add("markdownTags", this.#lineOf(node), tag);
	}

	#send(): void {
		while (this.#tags.pop() !== undefined) this.#paragraph.close();
		const built = this.#paragraph.take();
		const images = this.#images;
		this.#images = [];
		if (built === null) {
			for (const line of images) this.#losses.add("htmlImages", line);
			return;
		}
		const { linked, lost, ...text } = built;
		for (let code = 0; code < lost; code += 1) this.#losses.add("codesLeftOut", text.line);
		this.#hidden.see(text.text, text.line);
		const hint = linked > 0 ? { ...this.#hint, linked } : this.#hint;
		this.#sink.line(Object.keys(hint).length > 0 ? { ...text, hint } : text);
	}
}

function hintOf(node: Nodes, { node: above, lists, hint, next }: Frame): LineHint {
	switch (node.type) {
		case "heading":
			return { heading: node.depth };
		case "listItem":
			return {
				list: { ordered: "ordered" in above && above.ordered === true, level: Math.max(0, lists - 1) },
			};
		case "footnoteDefinition":
			return { footnote: true };
		case "tableRow":
			return { cell: { row: next - 1, column: 0 } };
		case "tableCell":
			return { cell: { row: hint.cell?.row ?? 0, column: next - 1 } };
		default:
			return {};
	}
}
