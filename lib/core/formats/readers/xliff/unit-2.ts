import { elementsOf, firstOf, textOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { MarkedText } from "../../marked-text.ts";
import type { ReadUnit } from "../../reader.ts";
import { InlineText } from "../inline/inline-text.ts";
import { Inline2, originalData } from "./inline-2.ts";
import { tidied } from "./space.ts";
import { stateOf2 } from "./states.ts";
import type { Surroundings } from "./surroundings.ts";

interface Side {
	readonly inline: Inline2;
	/** Kept back until there is a segment for it: an ignorable before the first. */
	waiting: XmlTree[];
	last: InlineText | null;
}

const known = new Set(["segment", "ignorable", "originalData", "notes"]);

/**
 * `<unit>` of XLIFF 2 as units: one for each segment, in the order of its source. Ignorables belong to the segment
 * before them. Where the order of targets differs, each stays with its source, and that is told.
 */
export function readUnit(tree: XmlTree, around: Surroundings, losses: Losses): ReadUnit[] {
	const { attributes } = tree;
	countLosses(tree, around, losses);
	const data = originalData(firstOf(tree, "originalData"));
	const sides = { source: side(data), target: side(data) };
	const preserve = spaceOf(tree, around.preserve);
	const parts = elementsOf(tree).filter(({ local }) => local === "segment" || local === "ignorable");
	const found: {
		readonly segment: XmlTree;
		readonly source: InlineText;
		readonly target: InlineText | null;
	}[] = [];
	for (const part of parts) {
		const kept = spaceOf(part, preserve);
		const [source, target] = [firstOf(part, "source"), firstOf(part, "target")];
		if (part.local === "ignorable") {
			// What is between two segments is the same on both sides where the target does not say otherwise.
			set(sides.source, source, kept);
			set(sides.target, target ?? (sides.target.last === null ? undefined : source), kept);
		} else {
			found.push({
				segment: part,
				source: begin(sides.source, source, kept, part.line),
				target: target === undefined ? null : begin(sides.target, target, kept, part.line),
			});
			if (target === undefined) sides.target.last = null;
		}
	}
	const notes = elementsOf(tree, "notes").flatMap((list) =>
		elementsOf(list, "note").map((note) => textOf(note).trim()),
	);
	return found.map(({ segment, source, target }, index): ReadUnit => {
		const text = target?.finish();
		const name = segment.attributes["id"] ?? String(index + 1);
		return {
			line: segment.line,
			...(attributes["id"] === undefined
				? {}
				: { id: found.length === 1 ? attributes["id"] : `${attributes["id"]}#${name}` }),
			variants: [
				{ language: around.source || "source", segments: [source.finish()] },
				{ language: around.target || "target", segments: text === undefined ? [] : [text] },
			],
			state: stateOf2(hasText(text), segment.attributes["state"]),
			...(index === 0 && notes.length > 0 ? { notes } : {}),
			...(found.length > 1 ? { paragraphStart: index === 0 } : {}),
		};
	});
}

function countLosses(tree: XmlTree, around: Surroundings, losses: Losses): void {
	const { translate = around.translate ? "yes" : "no" } = tree.attributes;
	if (translate === "no") losses.add("notTranslated", tree.line);
	for (const child of elementsOf(tree)) {
		if (known.has(child.local)) continue;
		const key = child.local === "matches" ? "alternativesLeftOut" : "detailsLeftOut";
		losses.add(key, child.line, key === "detailsLeftOut" ? child.name : undefined);
	}
	for (const part of elementsOf(tree, "segment")) {
		if (part.attributes["subState"] !== undefined) losses.add("detailsLeftOut", part.line, "subState");
		const order = firstOf(part, "target")?.attributes["order"];
		if (order !== undefined) losses.add("targetOrder", part.line);
	}
}

const side = (data: ReadonlyMap<string, string>): Side => ({
	inline: new Inline2(data),
	waiting: [],
	last: null,
});

/** An ignorable's text: to the segment before, or kept for the first one. */
function set(side: Side, text: XmlTree | undefined, preserve: boolean): void {
	if (text === undefined) return;
	const content = preserve ? text : tidied(text);
	if (side.last === null) side.waiting.push(content);
	else side.inline.read(content, side.last);
}

function begin(side: Side, content: XmlTree | undefined, preserve: boolean, line: number): InlineText {
	const text = new InlineText(line);
	for (const before of side.waiting) side.inline.read(before, text);
	side.waiting = [];
	if (content !== undefined) side.inline.read(spaceOf(content, preserve) ? content : tidied(content), text);
	side.last = text;
	return text;
}

function spaceOf({ attributes }: XmlTree, around: boolean): boolean {
	return attributes["xml:space"] === undefined ? around : attributes["xml:space"] === "preserve";
}

function hasText(text: MarkedText | undefined): boolean {
	return text !== undefined && text.text !== "";
}
