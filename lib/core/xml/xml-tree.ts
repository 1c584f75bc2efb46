import { ReadRefusal } from "../formats/reader.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import type { XmlElement, XmlHandler } from "./xml-events.ts";

export interface XmlTree extends XmlElement {
	readonly children: readonly (XmlTree | string)[];
}

interface Growing extends XmlElement {
	readonly children: (Growing | string)[];
}

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
	const path: Growing[] = [];
	let nodes = 0;
	let characters = 0;
	return {
		open(element) {
			const parent = path.at(-1);
			if (parent === undefined) {
				const answer = handler.open(element);
				if (answer !== "tree") return answer;
				nodes = 0;
				characters = 0;
			}
			nodes += 1;
			if (nodes > maxNodes) throw tooLarge(path[0] ?? element, element.line);
			const tree: Growing = { ...element, children: [] };
			parent?.children.push(tree);
			path.push(tree);
			return undefined;
		},
		close(element) {
			const tree = path.pop();
			if (tree === undefined) handler.close?.(element);
			else if (path.length === 0) handler.tree(tree);
		},
		text(text) {
			const children = path.at(-1)?.children;
			if (children === undefined) {
				handler.text?.(text);
				return;
			}
			characters += text.length;
			if (characters > maxCharacters) throw tooLarge(path[0], path.at(-1)?.line ?? 1);
			const last = children.length - 1;
			const before = children[last];
			if (typeof before === "string") children[last] = before + text;
			else children.push(text);
		},
	};
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
	const inside = tree.children.map((child) =>
		typeof child === "string" ? escapeText(child) : writeXml(child),
	);
	return `${startTag(tree)}${inside.join("")}</${tree.name}>`;
}

export function startTag({ name, attributes }: XmlElement, end: ">" | "/>" = ">"): string {
	const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
	return `<${name}${written.join("")}${end}`;
}
