import { readXml } from "#lib/core/xml/read-xml.ts";
import { rootOf } from "#lib/core/xml/root-of.ts";
import type { XmlElement } from "#lib/core/xml/xml-events.ts";
import { Losses } from "../losses.ts";
import {
	type FileSource,
	type Reader,
	type ReaderCapabilities,
	ReadRefusal,
	type ReadSink,
} from "../reader.ts";
import { type NamedLink, namedLink, resolveLinks } from "./intertext/links.ts";

/** Most links of one file. */
const mostLinks = 1_000_000;

/**
 * Link files of InterText and TEI. They name the elements of two other files; by themselves they are numbered in the
 * order in which they appear, which is right where every element of both texts is in some link, as InterText writes
 * it. With the texts at hand, `readNamedLinks`, `readNamedText` and `resolveLinks` are exact.
 */
export const intertext = {
	id: "intertext",
	extensions: ["xml"],
	messageKey: "formats.intertext",
	recognises(_file, text) {
		return text !== null && rootOf(text)?.local === "linkGrp" ? 3 : 0;
	},
	async read(file, sink, capabilities) {
		const named = await readNamedLinks(file, sink, capabilities);
		const { links, problems } = resolveLinks(named, namesIn(named, "source"), namesIn(named, "target"));
		for (const problem of problems) sink.problem(problem);
		for (const link of links) sink.link(link);
		return "links";
	},
} as const satisfies Reader;

/** The links of a file by name, in its order; the sink is told which texts they are about. Throws `ReadRefusal`. */
export async function readNamedLinks(
	file: FileSource,
	sink: Pick<ReadSink, "about" | "problem">,
	capabilities: ReaderCapabilities,
): Promise<NamedLink[]> {
	const links: NamedLink[] = [];
	const losses = new Losses();
	const handler = {
		open(element: XmlElement): undefined {
			const { toDoc, fromDoc } = element.attributes;
			if (element.local === "linkGrp" && toDoc !== undefined && fromDoc !== undefined)
				sink.about({ texts: [fromDoc, toDoc] });
			if (element.local !== "link") return;
			const link = namedLink(element, losses);
			if (link !== null) links.push(link);
			if (links.length > mostLinks) throw new ReadRefusal("tooManyLinks", { limit: mostLinks }, element.line);
		},
		close: () => undefined,
		text: () => undefined,
	};
	await readXml(file, handler, sink, capabilities);
	losses.tell(sink);
	return links;
}

function namesIn(links: readonly NamedLink[], side: "source" | "target"): string[] {
	return [...new Set(links.flatMap((link) => link[side]))];
}
