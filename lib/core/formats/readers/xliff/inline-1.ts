import { elementsOf, startTag, textOf, writeXml, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { Losses } from "../../losses.ts";
import type { CodePart } from "../../marked-text.ts";
import type { InlineText } from "../inline/inline-text.ts";
import { type CodeMeaning, meaningOf } from "../inline/native-code.ts";

/** What stands inside `<source>`, `<target>` or a segment of XLIFF 1.2. One for each text: pairs are told by `rid`. */
export class Inline1 {
	readonly #losses: Losses;
	readonly #written: ReadonlyMap<XmlTree, string>;
	readonly #begun = new Map<string, CodeMeaning>();

	/** `written`: how codes are written that stand for the ends of another one. */
	constructor(losses: Losses, written: ReadonlyMap<XmlTree, string>) {
		this.#losses = losses;
		this.#written = written;
	}

	read(tree: XmlTree, text: InlineText): void {
		for (const child of tree.children) {
			if (typeof child === "string") text.text(child);
			else this.#element(child, text);
		}
	}

	#element(element: XmlTree, text: InlineText): void {
		const { ctype, id = "", rid = id } = element.attributes;
		switch (element.local) {
			case "bpt":
			case "bx": {
				const meaning = this.#meaning(element);
				this.#begun.set(rid, meaning);
				this.#code(element, meaning, "start", text, rid);
				break;
			}
			case "ept":
			case "ex": {
				const kind = (this.#begun.get(rid) ?? this.#meaning(element)).kind;
				this.#code(element, { kind }, "end", text, rid);
				break;
			}
			case "x":
			case "ph":
			case "it":
				this.#code(element, this.#meaning(element), "alone", text);
				break;
			default:
				// <g>, <mrk>, and tags that are no part of XLIFF: a pair around text.
				this.#around(element, meaningOf([ctype, mrkType(element)], startTag(element)), text);
		}
	}

	#meaning(element: XmlTree): CodeMeaning {
		const { ctype, "equiv-text": equivalent } = element.attributes;
		const meaning = meaningOf([ctype], textOf(element));
		const named = meaning.kind === "image" || meaning.kind === "link" || meaning.kind === "footnote";
		return named && meaning.value === undefined && equivalent ? { ...meaning, value: equivalent } : meaning;
	}

	#code(element: XmlTree, meaning: CodeMeaning, part: CodePart, text: InlineText, pair?: string): void {
		if (elementsOf(element, "sub").length > 0) this.#losses.add("textInCodes", element.line);
		const original = this.#written.get(element) ?? writeXml(element);
		text.code({ ...meaning, part, ...(pair === undefined ? {} : { pair }), original });
	}

	#around(element: XmlTree, meaning: CodeMeaning, text: InlineText): void {
		const { id, mid = id ?? "" } = element.attributes;
		const pair = `${element.local}${mid}`;
		text.code({ ...meaning, part: "start", pair, original: startTag(element) });
		this.read(element, text);
		text.code({ kind: meaning.kind, part: "end", pair, original: `</${element.name}>` });
	}
}

/** A `<g>` without a type may still be named like the tag it stands for; a mark is only ever itself. */
function mrkType({ local }: XmlTree): string | undefined {
	return local === "g" || local === "mrk" ? undefined : local;
}
