import type { XmlTree } from "#lib/core/xml/xml-tree.ts";

/**
 * A text whose file does not say that white space is text. Where it stands on lines of its own, begun and ended by a
 * line break with its indentation, a program set it so to look tidy: these go. All other white space is text.
 */
export function tidied(tree: XmlTree): XmlTree {
	const { children } = tree;
	const first = children[0];
	const last = children.at(-1);
	if (typeof first !== "string" || typeof last !== "string") return tree;
	const begun = /^[ \t]*\n[ \t]+/u.exec(first)?.[0];
	const ended = last.lastIndexOf("\n");
	if (begun === undefined || ended === -1 || last.slice(ended).trim() !== "") return tree;
	const kept = [...children];
	kept[kept.length - 1] = last.slice(0, Math.max(ended, kept.length === 1 ? begun.length : 0));
	const start = kept[0];
	if (typeof start === "string") kept[0] = start.slice(begun.length);
	return { ...tree, children: kept.filter((child) => child !== "") };
}
