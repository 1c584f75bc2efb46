/** The lines of the article itself: headings, items, captions, and what was set between them. */
import type { SegmentKind } from "../document/model.ts";
import { type Evidence, shortLine } from "./evidence.ts";
import { matchesAny } from "./rules/compiled.ts";

/** A run of more short lines is a list, a table or a poem. */
const mostHeadings = 3;
/** So many characters are no chance repetition. */
const echo = 30;
const longestEcho = 420;
/** Enough for the captions of an article; a catalogue of thousands takes no more memory than that. */
const mostPieces = 20_000;
/** "附件：1.…", "Enclosures: 1. …": a list that goes on below. */
const listBegun =
	/^(?:附件?|附[录錄]|annex(?:es)?|attachments?|enclosures?|[(（]?[1一①])\s*[:：.、)）]\s*\S*[^。.]$/iu;
const dated = /^(?:\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|(?:On|In) \p{Lu}\p{Ll}+\.? \d)/u;

/** Kinds of the lines `from` to `to`, end exclusive. `mayHead` is false where short lines are the text. */
export function readBody(
	lines: readonly Evidence[],
	from: number,
	to: number,
	mayHead: boolean,
): SegmentKind[] {
	const kinds: SegmentKind[] = [];
	const captions = piecesOfCaptions(lines, from, to);
	let inLinks = false;
	for (let index = from; index < to; index += 1) {
		const line = lines[index];
		if (!line) break;
		inLinks = line.mark === "links" || (inLinks && isLink(line));
		kinds.push(line.settled ?? (inLinks ? "furniture" : kindInText(lines, index, captions)));
	}
	nameHeadings(lines, from, kinds, mayHead);
	return kinds;
}

function kindInText(lines: readonly Evidence[], index: number, captions: ReadonlySet<string>): SegmentKind {
	const line = lines[index];
	switch (line?.mark) {
		case "furniture":
		case "control":
		case "end":
		case "trail":
			return "furniture";
		case "meta":
		case "closing":
			return "meta";
		case "caption":
			return "caption";
		case "item":
			return "item";
		case "entry":
			return line.line.hint?.list ? "item" : "body";
		default:
			return isLikeCaption(lines, index, captions) ? "caption" : "body";
	}
}

/** What the captions of a page say, in pieces of `echo` characters. */
function piecesOfCaptions(lines: readonly Evidence[], from: number, to: number): ReadonlySet<string> {
	const pieces = new Set<string>();
	for (const { mark, text } of lines.slice(from, to)) {
		if (mark !== "caption") continue;
		if (pieces.size > mostPieces) break;
		const plain = text.toLowerCase();
		for (let at = 0; at + echo <= plain.length; at += 1) pieces.add(plain.slice(at, at + echo));
	}
	return pieces;
}

/**
 * Captions of one page are made alike, and a copied page keeps no other trace of them: a sentence or two that begins as
 * a caption does, most of it in the words of captions, or a dated sentence beside a dated caption.
 */
function isLikeCaption(lines: readonly Evidence[], index: number, pieces: ReadonlySet<string>): boolean {
	const line = lines[index];
	if (line?.mark !== "prose" || line.width > longestEcho || pieces.size === 0) return false;
	const beside = [lines[index - 1], lines[index + 1]];
	if (
		dated.test(line.text) &&
		isOneSentence(line.text) &&
		beside.some((other) => other?.mark === "caption" && dated.test(other.text))
	)
		return true;
	const plain = line.text.toLowerCase();
	let echoed = 0;
	for (let at = 0; at + echo <= plain.length && pieces.has(plain.slice(at, at + echo)); at += 1)
		echoed = at + echo;
	return echoed * 2 > plain.length;
}

function isOneSentence(text: string): boolean {
	return !/[。！？!?]|\.\s/u.test(text.slice(0, -1));
}

/** In a box of links in the middle of the text; a heading in the markup or a sentence ends it. */
function isLink(line: Evidence): boolean {
	if (line.line.hint?.heading || line.settled !== null) return false;
	if (line.mark === "item" && line.ended) return false;
	return line.width <= shortLine && line.mark !== "prose" && line.mark !== "text" && line.mark !== "caption";
}

/** A short line above text is a heading; a run of them is one only as far as a chapter and its section go. */
function nameHeadings(
	lines: readonly Evidence[],
	from: number,
	kinds: SegmentKind[],
	mayHead: boolean,
): void {
	for (let index = 0; index < kinds.length; index += 1) {
		const run = runOfShort(lines, from, kinds, index);
		if (run === 0) continue;
		const next = lines[from + index + run];
		const isFollowed = next !== undefined && index + run < kinds.length && kinds[index + run] !== "meta";
		const above = kinds[index - 1] === "body" ? (lines[from + index - 1]?.text ?? "") : "";
		const introduced = (run > 1 && /[:：]$/u.test(above)) || listBegun.test(above);
		const isHeading = mayHead && isFollowed && run <= mostHeadings && !introduced;
		for (let at = index; at < index + run; at += 1) {
			const line = lines[from + at];
			if (
				line?.line.hint?.heading ||
				(isHeading && line && looksLikeHeading(line, run, at === index + run - 1))
			)
				kinds[at] = "heading";
			else if (line?.mark === "item") kinds[at] = "item";
		}
		index += run - 1;
	}
}

function runOfShort(
	lines: readonly Evidence[],
	from: number,
	kinds: readonly SegmentKind[],
	index: number,
): number {
	let run = 0;
	while (index + run < kinds.length && isShort(lines[from + index + run], kinds[index + run])) run += 1;
	return run;
}

function isShort(line: Evidence | undefined, kind: SegmentKind | undefined): boolean {
	if (!line || line.settled !== null || (kind !== "body" && kind !== "item")) return false;
	if (line.line.hint?.heading) return true;
	return (
		!line.ended &&
		(line.mark === "short" ||
			line.mark === "date" ||
			line.mark === "item" ||
			line.mark === "menu" ||
			line.mark === "beside")
	);
}

function looksLikeHeading(line: Evidence, run: number, isLast: boolean): boolean {
	if (/^(?:[（(][^（()）]*[）)]|【[^【】]*】|\[[^[\]]*\])$/u.test(line.text)) return false;
	if (matchesAny("text", line.text) || line.mark === "beside" || line.line.hint?.list) return false;
	if (line.mark === "item") return isLast && !/^[-–•*·●■◆▪○□※►▶]/u.test(line.text);
	return /\p{L}/u.test(line.text) || (run > 1 && /^\d{1,2}$/u.test(line.text));
}
