import { trimEdges } from "../../text/paragraphs.ts";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { markCharacters } from "../marked-text.ts";
import { type Reader, ReadRefusal } from "../reader.ts";
import { findEncoding, otherKind, textOfFile } from "../text-file.ts";

/** Most UTF-16 units of one line: longer ones are no text, and would have to be held as one string. */
const longestLine = 4 * 1024 * 1024;

/** What ends a line; a form feed ends a page within one. */
const lineEnd = /\r\n|[\n\r\u0085\u2028\u2029\f]/gu;

/** Plain text: a line is a line, whatever ends it. Its edges lose their white space, and nothing else is touched. */
export const txt: Reader = {
	id: "txt",
	extensions: ["txt", "text"],
	messageKey: "formats.txt",
	recognises(file, text) {
		if (text === null) return txt.extensions.includes(extensionOf(file.name)) ? 1 : 0;
		return otherKind(file.head) === null ? 1 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities);
		const hidden = new HiddenCharacters();
		let line = 1;
		let rest = "";
		const send = (written: string) => {
			const text = trimEdges(written);
			if (text === "") return;
			hidden.see(written, line);
			sink.line({ line, ...markCharacters(text) });
		};
		for await (const piece of textOfFile(file, encoding, capabilities)) {
			const text = rest + piece;
			let start = 0;
			for (const { 0: end, index } of text.matchAll(lineEnd)) {
				// A line feed may follow in the next piece
				if (end === "\r" && index === text.length - 1) break;
				send(text.slice(start, index));
				if (end !== "\f") line += 1;
				start = index + end.length;
			}
			rest = text.slice(start);
			if (rest.length > longestLine) throw new ReadRefusal("lineTooLong", { limit: longestLine }, line);
		}
		for (const last of rest.split(lineEnd)) send(last);
		hidden.tell(sink);
		return "text";
	},
};
