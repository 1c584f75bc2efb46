import { startTag, textOf, writeXml, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import type { CodePart } from "../../marked-text.ts";
import type { InlineText } from "../inline/inline-text.ts";
import { type CodeMeaning, meaningOf } from "../inline/native-code.ts";

/** What stands inside `<source>` and `<target>` of XLIFF 2; `data` is the unit's original data by id. */
export class Inline2 {
	readonly #data: ReadonlyMap<string, string>;
	readonly #begun = new Map<string, CodeMeaning>();

	constructor(data: ReadonlyMap<string, string>) {
		this.#data = data;
	}

	read(tree: XmlTree, text: InlineText): void {
		for (const child of tree.children) {
			if (typeof child === "string") text.text(child);
			else this.#element(child, text);
		}
	}

	#element(element: XmlTree, text: InlineText): void {
		const { attributes } = element;
		const { id = "", startRef = id } = attributes;
		switch (element.local) {
			case "cp":
				this.#character(element, text);
				break;
			case "ph":
				this.#code(element, this.#meaning(element, "dataRef"), "alone", text);
				break;
			case "sc":
			case "sm": {
				const meaning = this.#meaning(element, "dataRef");
				this.#begun.set(id, meaning);
				this.#code(element, meaning, "start", text, id);
				break;
			}
			case "ec":
			case "em": {
				const kind = (this.#begun.get(startRef) ?? this.#meaning(element, "dataRef")).kind;
				this.#code(element, { kind }, "end", text, startRef);
				break;
			}
			default:
				this.#around(element, id, text);
		}
	}

	/** `<cp hex="001F"/>`: a character that XML cannot hold. */
	#character(element: XmlTree, text: InlineText): void {
		const point = Number.parseInt(element.attributes["hex"] ?? "", 16);
		const storable = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
		if (storable) text.text(String.fromCodePoint(point));
		else this.#code(element, { kind: "other" }, "alone", text);
	}

	/** `<pc>`, `<mrk>`. */
	#around(element: XmlTree, id: string, text: InlineText): void {
		const meaning = this.#meaning(element, "dataRefStart");
		const pair = `${element.local}${id}`;
		text.code({ ...meaning, part: "start", pair, original: startTag(element) });
		this.read(element, text);
		text.code({ kind: meaning.kind, part: "end", pair, original: `</${element.name}>` });
	}

	#meaning({ attributes, local }: XmlTree, reference: "dataRef" | "dataRefStart"): CodeMeaning {
		const { subType, type, disp, equiv } = attributes;
		const displayed = attributes["dispStart"] ?? disp;
		const native = this.#data.get(attributes[reference] ?? "") ?? displayed ?? "";
		const meaning =
			local === "mrk" || local === "sm" ? { kind: "other" as const } : meaningOf([subType, type], native);
		const named = meaning.kind === "image" || meaning.kind === "footnote";
		return named && meaning.value === undefined && equiv ? { ...meaning, value: equiv } : meaning;
	}

	#code(element: XmlTree, meaning: CodeMeaning, part: CodePart, text: InlineText, pair?: string): void {
		text.code({ ...meaning, part, ...(pair === undefined ? {} : { pair }), original: writeXml(element) });
	}
}

/** `<originalData>` of a unit. */
export function originalData(data: XmlTree | undefined): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const child of data?.children ?? [])
		if (typeof child !== "string" && child.local === "data")
			found.set(child.attributes["id"] ?? "", textOf(child));
	return found;
}
