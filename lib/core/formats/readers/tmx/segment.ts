import { elementsOf, startTag, textOf, writeXml, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { MarkedText } from "../../marked-text.ts";
import { InlineText, mayHaveMarks } from "../inline/inline-text.ts";
import { type CodeMeaning, meaningOf } from "../inline/native-code.ts";

/** A `<seg>` with its codes, each as the file writes it. */
export function readSegment(segment: XmlTree, losses: Losses): MarkedText {
	const only = segment.children.length > 1 ? null : (segment.children[0] ?? "");
	if (typeof only === "string" && !mayHaveMarks(only)) return { text: only };
	const text = new InlineText(segment.line);
	new SegmentReading(text, losses).inside(segment);
	return text.finish();
}

class SegmentReading {
	readonly #text: InlineText;
	readonly #losses: Losses;
	/** What began under which number, for the end of it. */
	readonly #begun = new Map<string, CodeMeaning>();
	#pairs = 0;

	constructor(text: InlineText, losses: Losses) {
		this.#text = text;
		this.#losses = losses;
	}

	inside(tree: XmlTree): void {
		for (const child of tree.children) {
			if (typeof child === "string") this.#text.text(child);
			else this.#element(child);
		}
	}

	#element(element: XmlTree): void {
		const { type, i: number = "" } = element.attributes;
		switch (element.local) {
			case "bpt": {
				const meaning = this.#meaning(element, type);
				this.#begun.set(number, meaning);
				this.#code(element, { ...meaning, part: "start", pair: number });
				break;
			}
			case "ept": {
				const meaning: CodeMeaning = this.#begun.get(number) ?? this.#meaning(element, type);
				this.#code(element, { kind: meaning.kind, part: "end", pair: number });
				break;
			}
			case "ph":
			case "it":
			case "ut":
				this.#code(element, { ...this.#meaning(element, type), part: "alone" });
				break;
			// Not a code of TMX: tags of HTML that were not escaped, text within.
			default:
				this.#around(element, meaningOf([type, element.local], startTag(element)));
				break;
		}
	}

	#meaning(element: XmlTree, type: string | undefined): CodeMeaning {
		return meaningOf([type], textOf(element));
	}

	#code(
		element: XmlTree,
		code: CodeMeaning & ({ part: "start" | "end"; pair: string } | { part: "alone" }),
	): void {
		if (elementsOf(element, "sub").length > 0) this.#losses.add("textInCodes", element.line);
		this.#text.code({ ...code, original: writeXml(element) });
	}

	/** `<hi>`: a pair of codes around text. */
	#around(element: XmlTree, meaning: CodeMeaning): void {
		if (element.children.length === 0) {
			this.#text.code({ ...meaning, part: "alone", original: writeXml(element) });
			return;
		}
		this.#pairs += 1;
		const pair = `${element.local}${this.#pairs}`;
		this.#text.code({ ...meaning, part: "start", pair, original: startTag(element) });
		this.inside(element);
		this.#text.code({ kind: meaning.kind, part: "end", pair, original: `</${element.name}>` });
	}
}

/**
 * A segment that stands on lines of its own, indented more than its tag and ended by a line that is indented like it,
 * was set so by whoever made the file look tidy. Elsewhere white space is text.
 * `before` is the white space before the segment's tag.
 */
export function withoutTidying(segment: XmlTree, before: string | undefined): XmlTree {
	const indent = /\n([ \t]*)$/u.exec(before ?? "")?.[1];
	const first = segment.children[0];
	const last = segment.children.at(-1);
	if (indent === undefined || typeof first !== "string" || typeof last !== "string") return segment;
	const begun = /^\s*?\n([ \t]+)(?=[^ \t]|$)/u.exec(first);
	const ended = /\n([ \t]*)$/u.exec(last);
	const tidy = begun !== null && (begun[1]?.length ?? 0) > indent.length && ended?.[1] === indent;
	if (!tidy) return segment;
	const children = [...segment.children];
	children[children.length - 1] = last.slice(0, -indent.length - 1);
	const text = children[0];
	if (typeof text === "string") children[0] = text.slice(begun[0].length);
	return { ...segment, children };
}
