import { readXml } from "#lib/core/xml/read-xml.ts";
import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import { asTrees, elementsOf, type XmlTree } from "#lib/core/xml/xml-tree.ts";
import { Losses } from "../../losses.ts";
import type { MarkedText } from "../../marked-text.ts";
import type { FileSource, ReaderCapabilities, ReadSink } from "../../reader.ts";
import { elementText } from "./element-text.ts";

/** An element of a text that links can name: a sentence, or a paragraph that is not cut into sentences. */
export interface NamedPart extends MarkedText {
	readonly line: number;
	/** "" where it has none. */
	readonly id: string;
	/** First of its paragraph. */
	readonly paragraphStart: boolean;
	readonly heading: boolean;
}

/** Elements that are one paragraph each. */
const paragraphs = new Set([
	"p",
	"head",
	"l",
	"item",
	"note",
	"ab",
	"u",
	"cell",
	"opener",
	"closer",
	"byline",
	"dateline",
]);
/** What a paragraph is cut into: TEI, XCES. */
const sentences = new Set(["s", "seg", "phr", "cl"]);

/**
 * Streams a TEI or InterText text; `take` gets its parts in order. Header and notes on the edition are left out; text
 * outside of paragraphs is told. Throws `ReadRefusal`.
 */
export async function readNamedText(
	file: FileSource,
	take: (parts: readonly NamedPart[]) => void,
	sink: Pick<ReadSink, "about" | "problem">,
	capabilities: ReaderCapabilities,
): Promise<void> {
	const losses = new Losses();
	let inmost: XmlElement | null = null;
	const handler = {
		open(element: XmlElement): "tree" | "skip" | undefined {
			const { local, attributes } = element;
			if (inmost === null) {
				const language = attributes["xml:lang"] ?? attributes["lang"] ?? attributes["language"];
				if (language) sink.about({ language });
			}
			inmost = element;
			if (local === "teiHeader" || local === "header" || local === "standOff" || local === "linkGrp")
				return "skip";
			return paragraphs.has(local) || sentences.has(local) ? "tree" : undefined;
		},
		tree(tree: XmlTree) {
			take(partsOf(tree, losses));
		},
		text(text: string) {
			if (text.trim() !== "") losses.add("textOutside", inmost?.line ?? 1);
		},
	};
	await readXml(file, asTrees(handler), sink, capabilities);
	losses.tell(sink);
}

/** A paragraph's sentences, also inside of other elements; the paragraph itself where it has none. */
function partsOf(tree: XmlTree, losses: Losses): NamedPart[] {
	const heading = tree.local === "head";
	const cut = sentences.has(tree.local) ? [tree] : sentencesIn(tree);
	const parts = cut.length > 0 ? cut : [tree];
	if (cut.length > 0 && !sentences.has(tree.local) && hasTextBeside(tree, new Set(cut)))
		losses.add("textBeside", tree.line);
	return parts.map((part, index) => ({
		...elementText(part),
		line: part.line,
		id: part.attributes["xml:id"] ?? part.attributes["id"] ?? "",
		paragraphStart: index === 0 && !sentences.has(tree.local),
		heading,
	}));
}

function sentencesIn(tree: XmlTree): XmlTree[] {
	return elementsOf(tree).flatMap((child) => (sentences.has(child.local) ? [child] : sentencesIn(child)));
}

function hasTextBeside(tree: XmlTree, cut: ReadonlySet<XmlTree>): boolean {
	return tree.children.some((child) =>
		typeof child === "string" ? child.trim() !== "" : !cut.has(child) && hasTextBeside(child, cut),
	);
}
