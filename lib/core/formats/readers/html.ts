import { encodingName, encodingOfLabel } from "../../text/encoding.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import { type Reader, ReadRefusal, type ReadSink } from "../reader.ts";
import { findEncoding, wholeText } from "../text-file.ts";
import { declaredCharset } from "./html/charset.ts";
import { aboutPage } from "./html/metadata.ts";
import { PageWalk } from "./html/page-walk.ts";
import { parsePage } from "./html/tree.ts";

/** Bytes. A page is parsed as a whole, and takes about ten times its size in memory. */
const largestPage = 24 * 1024 * 1024;

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

/** Web pages as they were saved or copied. */
export const html: Reader = {
	id: "html",
	extensions: ["html", "htm", "xhtml", "shtml", "mhtml", "mht"],
	messageKey: "formats.html",
	recognises(file, text) {
		const named = html.extensions.includes(extensionOf(file.name));
		if (text === null) return named ? 1 : 0;
		if (page.test(text) || clipboard.test(text) || archive.test(text)) return 3;
		if (fragment.test(text)) return 2;
		return named && anyTag.test(text) ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const declared = declaredCharset(file.head);
		const { encoding, bom } = await findEncoding(file, sink, capabilities, declared ?? undefined);
		const text = await wholeText(file, encoding, capabilities, largestPage);
		if (archive.test(text)) throw new ReadRefusal("htmlArchive");
		if (declared !== null && !bom) tellWrongDeclaration(declared, encoding, text, sink);
		const document = parsePage(clipboard.test(text) ? copiedPart(text) : text);
		sink.about(aboutPage(document));
		const losses = new Losses();
		const hidden = new HiddenCharacters();
		new PageWalk(sink, losses, hidden).run(document);
		losses.tell(sink);
		hidden.tell(sink);
		capabilities.progress(file.size, file.size);
		return "text";
	},
};

function tellWrongDeclaration(declared: string, encoding: string, text: string, sink: ReadSink): void {
	if (encodingOfLabel(declared) === encoding || !/[^\0-\x7f]/u.test(text)) return;
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
