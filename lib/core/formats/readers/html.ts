import { encodingName, encodingOfLabel } from "../../text/encoding.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import {
	type FileSource,
	type Reader,
	type ReaderCapabilities,
	ReadRefusal,
	type ReadSink,
} from "../reader.ts";
import { findEncoding, textOfFile, wholeText } from "../text-file.ts";
import { declaredCharset } from "./html/charset.ts";
import { PageLines } from "./html/page-lines.ts";
import { PageWalk } from "./html/page-walk.ts";
import { PageParser } from "./html/tree.ts";

/** Bytes. A page is read as it is parsed, but one large table takes twenty-five times its size in memory. */
const largestPage = 64 * 1024 * 1024;

const beforeMarkup = String.raw`^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*`;
const page = new RegExp(`${beforeMarkup}<(?:!doctype\\s+html|html[\\s>])`, "iu");
const fragment = new RegExp(
	`${beforeMarkup}<(?:head|body|meta|title|div|p|span|table|article|section|main|header|nav|h[1-6]|ul|ol|b|strong|font|center|a\\s)[\\s>/]`,
	"iu",
);
const anyTag = /<\/?(?:p|div|br|span|table|h[1-6]|a|b|font|ul|li|body)(?:\s[^<>]*)?\/?>/iu;
/** What Windows puts before HTML on the clipboard; the article is between the comments. */
const clipboard = /^Version:\d\.\d\s[\s\S]{0,400}?StartHTML:/u;
/** A page with its pictures in one file, as browsers save it on request. */
const archive = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}content-type:\s*multipart\/related/iu;

/** Web pages as they were saved or copied: text, or pairs where they are mostly a table of two languages. */
export const html: Reader = {
	id: "html",
	extensions: ["html", "htm", "xhtml", "shtml", "mhtml", "mht"],
	messageKey: "formats.html",
	recognises(file, text) {
		const extension = extensionOf(file.name);
		const named = html.extensions.includes(extension);
		if (text === null) return named ? 1 : 0;
		if (page.test(text) || clipboard.test(text) || archive.test(text)) return 3;
		// Markdown may begin with a piece of HTML
		if (fragment.test(text)) return /^(?:md|markdown|mkd|mdown)$/u.test(extension) ? 1 : 2;
		return named && anyTag.test(text) ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const declared = declaredCharset(file.head);
		const { encoding, bom } = await findEncoding(file, sink, capabilities, declared ?? undefined);
		if (archive.test(asciiOf(file.head))) throw new ReadRefusal("htmlArchive");
		if (file.size > largestPage) throw new ReadRefusal("tooLarge", { limit: largestPage });
		const losses = new Losses();
		const hidden = new HiddenCharacters();
		const parser = new PageParser();
		const lines = new PageLines(sink, losses);
		const walk = new PageWalk(lines, losses, hidden);
		let ascii = true;
		for await (const piece of markupOf(file, encoding, capabilities)) {
			ascii &&= !/[^\0-\x7f]/u.test(piece);
			parser.write(piece);
			walk.advance(parser);
		}
		parser.end();
		walk.advance(parser);
		sink.about(walk.about());
		const shape = lines.end();
		if (declared !== null && !bom && !ascii) tellWrongDeclaration(declared, encoding, sink);
		losses.tell(sink);
		hidden.tell(sink);
		return shape;
	},
};

/** The text of a page; of a piece of the clipboard only what was copied. */
async function* markupOf(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
): AsyncGenerator<string> {
	if (clipboard.test(asciiOf(file.head))) {
		yield copiedPart(await wholeText(file, encoding, capabilities, largestPage));
	} else yield* textOfFile(file, encoding, capabilities);
}

/** The beginning of a file, as far as it is ASCII. */
function asciiOf(head: Uint8Array): string {
	return String.fromCharCode(...head.subarray(0, 4096)).replaceAll(/[^\0-\x7f]/gu, "");
}

function tellWrongDeclaration(declared: string, encoding: string, sink: ReadSink): void {
	if (encodingOfLabel(declared) === encoding) return;
	const values = { declared, encoding: encodingName(encoding) };
	sink.problem({ line: 1, column: null, key: "encodingDeclaredWrong", values });
}

/** Everything else becomes blank, so that lines keep their numbers. */
function copiedPart(text: string): string {
	const start = text.indexOf("<!--StartFragment-->");
	const end = text.lastIndexOf("<!--EndFragment-->");
	const from = start === -1 ? text.indexOf("<") : start;
	return text.slice(0, from).replaceAll(/[^\n]/gu, "") + text.slice(from, end === -1 ? undefined : end);
}
