import type { XmlTree } from "#lib/core/xml/xml-tree.ts";

/** `<b0>`, `</b0>`, `<br1/>`: how OmegaT writes the codes of a document in its texts. */
const tag = /<(\/?)([a-z]{1,20})(\d{1,5})(\/?)>/gu;

/** Programs whose files have codes as text in this shorthand. */
export function writesShorthand(header: XmlTree): boolean {
	return header.attributes["creationtool"] === "OmegaT";
}

/** The unit with the shorthand in its segments as the elements that TMX has for codes. */
export function withCodes(unit: XmlTree): XmlTree {
	const within = (tree: XmlTree): XmlTree => ({
		...tree,
		children: tree.children.flatMap((child) => {
			if (typeof child === "string") return tree.local === "seg" ? codesIn(child, tree) : [child];
			return child.local === "tuv" || child.local === "seg" ? [within(child)] : [child];
		}),
	});
	return within(unit);
}

/** A tag without its partner in the same text stands alone. */
function codesIn(text: string, segment: XmlTree): (XmlTree | string)[] {
	const written = new Set(text.match(tag));
	const children: (XmlTree | string)[] = [];
	let from = 0;
	for (const found of text.matchAll(tag)) {
		const [whole, slash, name = "", number = "", empty] = found;
		const paired = empty === "" && written.has(`<${name}${number}>`) && written.has(`</${name}${number}>`);
		const local = paired ? (slash === "" ? "bpt" : "ept") : "ph";
		if (found.index > from) children.push(text.slice(from, found.index));
		children.push({
			...segment,
			name: local,
			local,
			attributes: paired ? { i: number } : {},
			children: [whole],
		});
		from = found.index + whole.length;
	}
	if (from < text.length || children.length === 0) children.push(text.slice(from));
	return children;
}
