import { elementsOf, startTag, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { MarkedText } from "../../marked-text.ts";
import { InlineText } from "../inline/inline-text.ts";
import { Inline1 } from "./inline-1.ts";
import { tidied } from "./space.ts";

/** One segment of a text, and how its file names it; null where the text is not cut. */
export interface Part {
	readonly mid: string | null;
	readonly text: MarkedText;
}

/**
 * The segments of a text (`<mrk mtype="seg">`, also inside other codes), or the text as one. What stands between two
 * segments belongs to the one before, what stands before the first one to it.
 */
export function partsOf(
	tree: XmlTree,
	preserve: boolean,
	losses: Losses,
	written = new Map<XmlTree, string>(),
): Part[] {
	const set = preserve || tree.attributes["xml:space"] === "preserve" ? tree : tidied(tree);
	const inline = new Inline1(losses, written);
	if (!elementsOf(set, "mrk").some(isSegment)) {
		const inside = segmentsInside(set, written);
		if (inside.length === 0) {
			const text = new InlineText(tree.line);
			inline.read(set, text);
			return [{ mid: null, text: text.finish() }];
		}
		// Trados cuts inside of <g>: the codes around all segments are the unit's, not theirs.
		return partsOf({ ...set, children: inside }, true, losses, written);
	}
	const parts: { mid: string; text: InlineText }[] = [];
	let before: (XmlTree | string)[] = [];
	for (const child of set.children) {
		const last = parts.at(-1);
		if (typeof child === "string" || !isSegment(child)) {
			if (last === undefined) before.push(child);
			else inline.read({ ...set, children: [child] }, last.text);
			continue;
		}
		const text = new InlineText(child.line);
		inline.read({ ...set, children: before }, text);
		before = [];
		inline.read(child, text);
		parts.push({ mid: child.attributes["mid"] ?? "", text });
	}
	return parts.map(({ mid, text }) => ({ mid, text: text.finish() }));
}

const isSegment = ({ local, attributes }: XmlTree) => local === "mrk" && attributes["mtype"] === "seg";

/** The content with the codes opened that have segments inside. */
function segmentsInside(tree: XmlTree, written: Map<XmlTree, string>): (XmlTree | string)[] {
	const holder = (child: XmlTree | string): boolean =>
		typeof child !== "string" && elementsOf(child).some((inner) => isSegment(inner) || holder(inner));
	if (!tree.children.some(holder)) return [];
	const open = (child: XmlTree | string): (XmlTree | string)[] =>
		typeof child !== "string" && holder(child)
			? opened(child, child.children.flatMap(open), written)
			: [child];
	return tree.children.flatMap(open);
}

/** A code that has segments inside, as the codes of its two ends around them. */
function opened(
	code: XmlTree,
	inside: (XmlTree | string)[],
	written: Map<XmlTree, string>,
): (XmlTree | string)[] {
	const { id = "", ctype } = code.attributes;
	const attributes = { id: `${code.local}${id}`, ...(ctype === undefined ? {} : { ctype }) };
	const begin: XmlTree = { ...code, local: "bx", attributes, children: [] };
	const end: XmlTree = { ...code, local: "ex", attributes, children: [] };
	written.set(begin, startTag(code)).set(end, `</${code.name}>`);
	return [begin, ...inside, end];
}
