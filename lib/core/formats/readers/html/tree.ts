import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import { ReadRefusal } from "../../reader.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** Elements within elements. Pages have a few dozen; browsers stop at 512. Parsing is quadratic in this. */
const deepest = 2_000;
/** Elements of one page; unclosed tags can make many of few bytes. */
const mostElements = 2_000_000;
/** Texts moved out of tables they may not stand in; each costs a search among its siblings. */
const mostMisplaced = 20_000;
/** Attributes of one tag: parsing is quadratic in them. */
const mostAttributes = 2_000;
const longTag = 16 * 1024;

const unread = new Set(["script", "style"]);

/** Parses a page as browsers do. Throws `ReadRefusal` for pages that only exist to do harm. */
export function parsePage(html: string): DefaultTreeAdapterTypes.Document {
	refuseLongTags(html);
	let [depth, elements, misplaced] = [0, 0, 0];
	return parse(html, {
		sourceCodeLocationInfo: true,
		scriptingEnabled: false,
		treeAdapter: {
			...defaultTreeAdapter,
			createElement(...element) {
				elements += 1;
				if (elements > mostElements) throw new ReadRefusal("htmlTooLarge", { limit: mostElements });
				return defaultTreeAdapter.createElement(...element);
			},
			createCommentNode: () => defaultTreeAdapter.createCommentNode(""),
			insertText(parent, text) {
				// An empty text all the same: the parser looks for the node
				defaultTreeAdapter.insertText(parent, unread.has(parent.nodeName) ? "" : text);
			},
			insertTextBefore(...place) {
				misplaced += 1;
				if (misplaced > mostMisplaced) throw new ReadRefusal("htmlTangled");
				defaultTreeAdapter.insertTextBefore(...place);
			},
			insertBefore(...place) {
				misplaced += 1;
				if (misplaced > mostMisplaced) throw new ReadRefusal("htmlTangled");
				defaultTreeAdapter.insertBefore(...place);
			},
			onItemPush(element) {
				depth += 1;
				const line = element.sourceCodeLocation?.startLine ?? 1;
				if (depth > deepest) throw new ReadRefusal("htmlTooDeep", { limit: deepest }, line);
			},
			onItemPop() {
				depth -= 1;
			},
		},
	});
}

function refuseLongTags(html: string): void {
	for (let start = html.indexOf("<"); start !== -1; ) {
		const found = html.indexOf(">", start);
		const end = found === -1 ? html.length : found;
		if (end - start > longTag && /[a-z]/iu.test(html[start + 1] ?? "")) {
			const bare = html.slice(start, end).replaceAll(/"[^"]*"|'[^']*'/gu, "");
			if ((bare.match(/\s\S/gu)?.length ?? 0) > mostAttributes)
				throw new ReadRefusal("htmlTangled", {}, html.slice(0, start).split("\n").length);
		}
		start = html.indexOf("<", end);
	}
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
