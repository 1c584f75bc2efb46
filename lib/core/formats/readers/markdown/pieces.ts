import { ReadRefusal } from "../../reader.ts";

/** UTF-16 units. Parsing takes some 400 bytes for each, so a book is parsed piece by piece. */
const pieceLength = 32 * 1024;
/** Quotes and lists within each other in one line; parsing is worse than quadratic in this. */
const deepest = 50;
const deepestIndent = 200;
/** Signs of emphasis, links and code in one paragraph; parsing is quadratic in these. */
const mostSigns = 20_000;

export interface Piece {
	readonly text: string;
	/** Line of the file where it begins, from 1. */
	readonly line: number;
	/** Lines that are its own: behind them stand definitions from elsewhere in the file. */
	readonly lines: number;
}

const fence = /^ {0,3}(`{3,}|~{3,})/u;
/** After a blank line this ends every list and quote: a paragraph or a heading at the margin. */
const freeStart = /^(?:#{1,6}\s|[\p{L}\p{N}“‘「『《（【])/u;
const orderedItem = /^\d{1,9}[.)]/u;
const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:\s*\S/u;
const noteDefinition = /^ {0,3}(\[\^[^\]\s]+\]:)/u;
const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u;

/** Cuts a long text where no construct goes on, and gives every piece what its references need. */
export function cutMarkdown(text: string): Piece[] {
	const lines = text.split(/\r\n|[\n\r]/u);
	refuseDepth(lines);
	if (text.length <= pieceLength) return [{ text, line: 1, lines: lines.length }];
	const needed = definitions(lines);
	const pieces: Piece[] = [];
	const wanted = Math.max(pieceLength, needed.length * 4);
	let start = 0;
	let length = 0;
	let measured = 0;
	for (const end of [...boundaries(lines), lines.length]) {
		for (; measured < end; measured += 1) length += (lines[measured] ?? "").length + 1;
		if (length < wanted && end < lines.length) continue;
		const own = lines.slice(start, end).join("\n");
		pieces.push({ text: `${own}\n\n${needed}`, line: start + 1, lines: end - start });
		[start, length] = [end, 0];
	}
	return pieces;
}

/** Numbers of lines, from 0, before which the text may be cut. */
function* boundaries(lines: readonly string[]): Generator<number> {
	let open: string | null = null;
	let comment = false;
	for (const [index, line] of lines.entries()) {
		const mark = fence.exec(line)?.[1];
		if (open !== null) {
			if (mark?.startsWith(open)) open = null;
			continue;
		}
		if (mark !== undefined && !comment) open = mark;
		const wasComment = comment;
		if (line.includes("<!--")) comment = true;
		if (line.lastIndexOf("-->") > line.lastIndexOf("<!--")) comment = false;
		const free = freeStart.test(line) && !orderedItem.test(line);
		if (free && !wasComment && (lines[index - 1] ?? "").trim() === "" && index > 0) yield index;
	}
}

/** Addresses of links, and stand-ins of footnotes, that any piece may refer to. */
function definitions(lines: readonly string[]): string {
	const links = lines.filter((line) => definition.test(line));
	const notes = lines.flatMap((line) => noteDefinition.exec(line)?.[1] ?? []).map((start) => `${start} …`);
	return [...links, "", ...notes].join("\n");
}

function refuseDepth(lines: readonly string[]): void {
	let signs = 0;
	for (const [index, line] of lines.entries()) {
		const prefix = containers.exec(line)?.[0] ?? "";
		const depth = prefix.match(/>|[-+*]|\d[.)]/gu)?.length ?? 0;
		const indent = prefix === "" ? 0 : prefix.length - prefix.trimStart().length;
		if (depth > deepest || indent > deepestIndent)
			throw new ReadRefusal("markdownTooDeep", { limit: deepest }, index + 1);
		signs = line.trim() === "" ? 0 : signs + (line.match(/[*_~`[\]<]+/gu)?.length ?? 0);
		if (signs > mostSigns) throw new ReadRefusal("markdownTooDense", { limit: mostSigns }, index + 1);
	}
}
