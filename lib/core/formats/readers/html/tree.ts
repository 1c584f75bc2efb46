import {
	type DefaultTreeAdapterMap,
	type DefaultTreeAdapterTypes,
	defaultTreeAdapter,
	Parser,
	type TreeAdapter,
} from "parse5";
import { ReadRefusal } from "../../reader.ts";
import { TagGuard } from "./tag-guard.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Elements within elements. Pages have a few dozen; browsers stop at 512. Parsing is quadratic in this. */
const deepest = 2_000;
/** Elements of one page; unclosed tags can make many of few bytes. */
const mostElements = 5_000_000;
/** Texts moved out of tables they may not stand in; each costs a search among its siblings. */
const mostMisplaced = 20_000;

const unread = new Set(["script", "style"]);

/**
 * Parses a page as browsers do, piece by piece, so that what is settled can be read and forgotten while the rest is
 * still to come. Throws `ReadRefusal` for pages that only exist to do harm.
 */
export class PageParser {
	readonly #parser: Parser<DefaultTreeAdapterMap>;
	readonly #open = new Set<HtmlParent>();
	readonly #guard = new TagGuard();
	#elements = 0;
	#misplaced = 0;
	#ended = false;

	constructor() {
		this.#parser = new Parser({
			sourceCodeLocationInfo: true,
			scriptingEnabled: false,
			treeAdapter: this.#treeAdapter(),
		});
	}

	get document(): DefaultTreeAdapterTypes.Document {
		return this.#parser.document;
	}

	write(text: string): void {
		this.#guard.look(text);
		this.#parser.tokenizer.write(text, false);
	}

	end(): void {
		this.#parser.tokenizer.write("", true);
		this.#ended = true;
	}

	/** More may still come into this element. */
	isOpen(element: HtmlParent): boolean {
		return !this.#ended && (element === this.document || this.#open.has(element));
	}

	#treeAdapter(): TreeAdapter<DefaultTreeAdapterMap> {
		return {
			...defaultTreeAdapter,
			createElement: (...element) => {
				this.#elements += 1;
				if (this.#elements > mostElements) throw new ReadRefusal("htmlTooLarge", { limit: mostElements });
				return defaultTreeAdapter.createElement(...element);
			},
			createCommentNode: () => defaultTreeAdapter.createCommentNode(""),
			insertText: (parent, text) => {
				// An empty text all the same: the parser looks for the node
				defaultTreeAdapter.insertText(parent, unread.has(parent.nodeName) ? "" : text);
			},
			insertTextBefore: (...place) => {
				this.#misplace();
				defaultTreeAdapter.insertTextBefore(...place);
			},
			insertBefore: (...place) => {
				this.#misplace();
				defaultTreeAdapter.insertBefore(...place);
			},
			onItemPush: (element) => {
				this.#open.add(element);
				const line = element.sourceCodeLocation?.startLine ?? 1;
				if (this.#open.size > deepest) throw new ReadRefusal("htmlTooDeep", { limit: deepest }, line);
			},
			onItemPop: (element) => {
				this.#open.delete(element);
			},
		};
	}

	#misplace(): void {
		this.#misplaced += 1;
		if (this.#misplaced > mostMisplaced) throw new ReadRefusal("htmlTangled");
	}
}

/** A whole page at once. */
export function parsePage(html: string): PageParser {
	const parser = new PageParser();
	parser.write(html);
	parser.end();
	return parser;
}

export function attributeOf(element: HtmlElement, name: string): string | undefined {
	return element.attrs.find((attribute) => attribute.name === name)?.value;
}

export function isElement(node: HtmlNode): node is HtmlElement {
	return "tagName" in node;
}

export function isText(node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode {
	return node.nodeName === "#text";
}

/** Every node below a node in document order; return false from `enter` to pass over what is within. */
export function walkBelow(root: HtmlParent, enter: (node: HtmlNode) => boolean): void {
	const stack: { readonly nodes: readonly HtmlNode[]; next: number }[] = [
		{ nodes: root.childNodes, next: 0 },
	];
	for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
		const node = top.nodes[top.next];
		top.next += 1;
		if (node === undefined) stack.pop();
		else if (enter(node) && isElement(node)) stack.push({ nodes: node.childNodes, next: 0 });
	}
}

/** All text below an element, up to `most` UTF-16 units. */
export function textBelow(element: HtmlElement, most = 4_096): string {
	let text = "";
	walkBelow(element, (node) => {
		if (isText(node) && text.length < most) text += node.value.slice(0, most);
		return text.length < most;
	});
	return text;
}
