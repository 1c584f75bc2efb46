import { strToU8 } from "fflate";
import { ReadRefusal } from "../../formats/reader.ts";
import { escapeAttribute, escapeText } from "../../xml/escape.ts";
import { readXmlBytes } from "../../xml/read-xml.ts";
import { asTrees } from "../../xml/xml-tree.ts";
import type { RenderingStatus, TermRendering } from "../term.ts";
import type { GlossaryEntry, GlossaryFormat } from "./contract.ts";
import { wrongEverywhere } from "./status.ts";
import { TbxConcepts } from "./tbx-concepts.ts";

const statuses: Readonly<Record<RenderingStatus, string>> = {
	preferred: "preferredTerm-admn-sts",
	allowed: "admittedTerm-admn-sts",
	forbidden: "deprecatedTerm-admn-sts",
};

/**
 * TBX-Basic (ISO 30042:2019), written in the style that names data categories in attributes (DCA); read in either
 * style, and as the MARTIF of 2008 that most programs still write.
 */
export const glossaryTbx = {
	id: "tbx",
	extensions: ["tbx", "xml"],
	mediaType: "application/x-tbx",
	recognises(head, extension) {
		if (extension === "tbx") return true;
		// In UTF-16 every other byte is zero.
		const start = String.fromCharCode(...head.subarray(0, 2048).filter((byte) => byte !== 0));
		return /<(?:\w+:)?(?:tbx|martif)[\s>]/u.test(start);
	},
	async read(bytes, _name, sink, capabilities) {
		const concepts = new TbxConcepts(sink);
		let root = "";
		const handler = asTrees({
			open({ local }) {
				root ||= local;
				return local === "conceptEntry" || local === "termEntry" ? "tree" : undefined;
			},
			tree: (concept) => concepts.read(concept),
		});
		readXmlBytes(bytes, handler, capabilities, { problem: (problem) => sink.remark(problem) });
		if (root !== "tbx" && root !== "martif") throw new ReadRefusal("glossaryNoTbx", { root });
		concepts.end();
	},
	write(terms) {
		const body = terms.length === 0 ? "" : `\t\t<body>\n${terms.map(concept).join("")}\t\t</body>\n`;
		return strToU8(`${opening}\t<text>\n${body}\t</text>\n</tbx>\n`);
	},
} as const satisfies GlossaryFormat;

const opening = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
	<tbxHeader>
		<fileDesc>
			<sourceDesc><p>Glossary of a Duizhao project</p></sourceDesc>
		</fileDesc>
	</tbxHeader>
`;

function concept({ simplified, traditional, domain, note, renderings }: GlossaryEntry, at: number): string {
	const lines = [
		`\t\t\t<conceptEntry id="c${at + 1}">`,
		...(domain === "" ? [] : [`\t\t\t\t<descrip type="subjectField">${escapeText(domain)}</descrip>`]),
		...noteLines(note, "\t\t\t\t"),
		...language("zh-Hans", simplified === "" ? [] : [termSec(simplified)]),
		...language("zh-Hant", traditional === "" ? [] : [termSec(traditional)]),
		...language("en", renderings.map(renderingSec)),
		"\t\t\t</conceptEntry>",
	];
	return `${lines.join("\n")}\n`;
}

const language = (code: string, terms: readonly string[]) =>
	terms.length === 0 ? [] : [`\t\t\t\t<langSec xml:lang="${code}">`, ...terms, "\t\t\t\t</langSec>"];

const indent = "\t\t\t\t\t\t";

function termSec(text: string, lines: readonly string[] = []): string {
	return [
		"\t\t\t\t\t<termSec>",
		`${indent}<term>${escapeText(text)}</term>`,
		...lines,
		"\t\t\t\t\t</termSec>",
	].join("\n");
}

function renderingSec({ text, status, note, authority, alwaysWrong }: TermRendering): string {
	return termSec(text, [
		`${indent}<termNote type="administrativeStatus">${statuses[status]}</termNote>`,
		...(alwaysWrong ? noteLines(wrongEverywhere, indent) : []),
		...noteLines(note, indent),
		...(authority === "" ? [] : [source(authority)]),
	]);
}

const noteLines = (note: string, before: string) =>
	note === "" ? [] : [`${before}<note>${escapeText(note)}</note>`];

/** An address is a reference to elsewhere. */
function source(authority: string): string {
	if (!/^https?:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/u.test(authority))
		return `${indent}<admin type="source">${escapeText(authority)}</admin>`;
	return `${indent}<xref type="externalCrossReference" target="${escapeAttribute(authority)}">${escapeText(authority)}</xref>`;
}
