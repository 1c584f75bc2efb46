import { ReadRefusal } from "../formats/reader.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import { noChildren, type XmlElement, type XmlHandler } from "./xml-events.ts";

/** An element with all that is in it. */
export type XmlTree = XmlElement;

/** Takes a long document of short records: each of these is handed over whole. */
export interface TreeHandler {
	/** "tree": hand it over when it is complete. "skip": leave out what is inside. */
	open(element: XmlElement): "tree" | "skip" | undefined;
	tree(tree: XmlTree): void;
	/** The end of an element that was neither handed over nor within such a one. */
	close?(element: XmlElement): void;
	/** Text outside of trees. */
	text?(text: string): void;
}

/** Of one tree. Nothing that belongs on one row of a document is larger. */
const maxNodes = 200_000;
const maxCharacters = 16 * 1024 * 1024;

/** Elements as trees, one at a time. Throws `ReadRefusal` "xmlRecordTooLarge" where one is beyond all reason. */
export function asTrees(handler: TreeHandler): XmlHandler {
	/** The tree and what is open in it. */
	const path: XmlElement[] = [];
	let inmost: XmlElement | undefined;
	let nodes = 0;
	let characters = 0;
	return {
		open(element) {
			if (inmost === undefined) {
				const answer = handler.open(element);
				if (answer !== "tree") return answer;
				nodes = 0;
				characters = 0;
			} else addChild(inmost, element);
			nodes += 1;
			if (nodes > maxNodes) throw tooLarge(path[0] ?? element, element.line);
			path.push(element);
			inmost = element;
			return undefined;
		},
		close(element) {
			if (inmost === undefined) {
				handler.close?.(element);
				return;
			}
			path.pop();
			inmost = path[path.length - 1];
			if (inmost === undefined) handler.tree(element);
		},
		text(text) {
			if (inmost === undefined) {
				handler.text?.(text);
				return;
			}
			characters += text.length;
			if (characters > maxCharacters) throw tooLarge(path[0], inmost.line);
			const { children } = inmost;
			const before = children.length === 0 ? undefined : children[children.length - 1];
			if (typeof before === "string") children[children.length - 1] = before + text;
			else addChild(inmost, text);
		},
	};
}

/** Most elements have one child: an array made for it is a tenth of one that grew. */
function addChild(element: XmlElement, child: XmlElement | string): void {
	if (element.children === noChildren) element.children = [child];
	else element.children.push(child);
}

function tooLarge(record: XmlElement | undefined, line: number): ReadRefusal {
	return new ReadRefusal("xmlRecordTooLarge", { name: record?.name ?? "", since: record?.line ?? 1 }, line);
}

export function elementsOf({ children }: XmlTree, local?: string): XmlTree[] {
	const found: XmlTree[] = [];
	for (const child of children)
		if (typeof child !== "string" && (local === undefined || child.local === local)) found.push(child);
	return found;
}

export function firstOf(tree: XmlTree, local: string): XmlTree | undefined {
	return elementsOf(tree, local)[0];
}

/** All text inside, whatever elements it is in. */
export function textOf({ children }: XmlTree): string {
	let text = "";
	for (const child of children) text += typeof child === "string" ? child : textOf(child);
	return text;
}

/** As it was written, but for the order of white space and the kind of quotes in its tags. */
export function writeXml(tree: XmlTree): string {
	if (tree.children.length === 0) return startTag(tree, "/>");
	let inside = "";
	for (const child of tree.children)
		inside += typeof child === "string" ? escapeText(child) : writeXml(child);
	return `${startTag(tree)}${inside}</${tree.name}>`;
}

/** Most attributes of codes are numbers and names, in which nothing has to be escaped. */
const plain = /^[\w.:-]*$/;

export function startTag({ name, attributes }: XmlElement, end: ">" | "/>" = ">"): string {
	let written = `<${name}`;
	for (const key in attributes) {
		const value = attributes[key] ?? "";
		written += ` ${key}="${plain.test(value) ? value : escapeAttribute(value)}"`;
	}
	return written + end;
}
