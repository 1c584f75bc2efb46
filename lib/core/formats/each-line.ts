import { type FileSource, type ReaderCapabilities, ReadRefusal } from "./reader.ts";
import { textOfFile } from "./text-file.ts";

/** Most UTF-16 units of one line: longer ones would have to be held as one string. */
const longestLine = 4 * 1024 * 1024;

const lineEnd = /\r\n|[\n\r]/gu;

/** Hands over the lines of a file of text, without their ends, numbered from 1, the first `most` of them. Throws `ReadRefusal`. */
export async function eachLine(
	file: FileSource,
	encoding: string,
	capabilities: ReaderCapabilities,
	take: (text: string, line: number) => void,
	most = Number.POSITIVE_INFINITY,
): Promise<void> {
	let line = 1;
	let rest = "";
	for await (const piece of textOfFile(file, encoding, capabilities)) {
		const text = rest + piece;
		let start = 0;
		for (const { 0: end, index } of text.matchAll(lineEnd)) {
			// A line feed may follow in the next piece.
			if (end === "\r" && index === text.length - 1) break;
			take(text.slice(start, index), line);
			if (line >= most) return;
			line += 1;
			start = index + end.length;
		}
		rest = text.slice(start);
		if (rest.length > longestLine) throw new ReadRefusal("lineTooLong", { limit: longestLine }, line);
	}
	if (rest !== "") take(rest.endsWith("\r") ? rest.slice(0, -1) : rest, line);
}
