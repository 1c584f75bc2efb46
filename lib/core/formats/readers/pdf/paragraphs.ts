import { joinerBetween } from "../../../text/paragraphs.ts";
import type { PdfLine } from "./margins.ts";

/** A line of the text itself, with what is around it on the page. */
export interface PlacedLine extends PdfLine {
	readonly page: number;
	/** Edges of the lines that stand together with it. */
	readonly left: number;
	readonly right: number;
}

export interface PdfParagraph {
	readonly text: string;
	readonly page: number;
	/** Size of its font in points. */
	readonly size: number;
}

/** All in units of the font's size. */
const sameSize = 0.12;
const indent = 0.8;
/** From baseline to baseline: what is wider than this times the usual is a gap. */
const gapFactor = 1.35;
const widestPitch = 2.6;
/** What begins further in stands in a column. */
const farthestIndent = 4;

const sentenceEnd = /[.!?。！？…][\p{Pe}\p{Pf}"'”’」』\d]*$/u;
const listMark =
	/^(?:[•·▪●◦○■□◆➢✓–—-]\s|[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[.、)）．]|第[一二三四五六七八九十百\d]+[章节条])/iu;
const fullWidth = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u;

/** A block that reaches no further than this share of its page's text is no full column. */
const narrow = 0.75;
/** So many lines that end at the same place show the edge. */
const justifiedLines = 3;

/** The lines with the edges of their columns: lines one below the other, of one size, that overlap. */
export function placeLines(lines: readonly PdfLine[], page: number, pageWidth: number): PlacedLine[] {
	const placed: PlacedLine[] = [];
	const edge = leftOf(lines);
	const rightmost = rightmostStarts(lines);
	let block: PdfLine[] = [];
	const close = () => {
		const left = leftOf(block);
		const reach = block.reduce((most, { x, width }) => Math.max(most, x + width), 0);
		// Short lines show no right edge: it is taken to be as far from the page's as the left one.
		const mirrored = pageWidth - edge;
		const justified = block.filter(({ x, width }) => reach - x - width < 1).length >= justifiedLines;
		const isFirstColumn = left - edge < (block[0]?.height ?? 0) * farthestIndent;
		const open = isFirstColumn && !justified && reach - left < (mirrored - left) * narrow;
		for (const line of block) {
			const row = rowOf(line);
			const beside = [row - 1, row, row + 1].some((near) => (rightmost.get(near) ?? 0) > line.x + line.width);
			placed.push({ ...line, page, left, right: open && !beside ? mirrored : reach });
		}
		block = [];
	};
	for (const line of lines) {
		const last = block.at(-1);
		if (last && !isBelow(line, last)) close();
		block.push(line);
	}
	if (block.length > 0) close();
	return placed;
}

function leftOf(lines: readonly PdfLine[]): number {
	return lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
}

/** Where the last line begins at each height of a page. */
function rightmostStarts(lines: readonly PdfLine[]): Map<number, number> {
	const starts = new Map<number, number>();
	for (const line of lines) starts.set(rowOf(line), Math.max(starts.get(rowOf(line)) ?? 0, line.x));
	return starts;
}

/** Number of a strip of eight points. */
const rowOf = ({ y, height }: PdfLine) => Math.round((y + height) / 8);

function isBelow(line: PdfLine, above: PdfLine): boolean {
	const pitch = line.y + line.height - above.y - above.height;
	const overlaps = line.x < above.x + above.width && above.x < line.x + line.width;
	return hasSameSize(line, above) && pitch > 0 && pitch < line.height * widestPitch && overlaps;
}

function hasSameSize(one: PdfLine, other: PdfLine): boolean {
	return Math.abs(one.height - other.height) <= Math.max(one.height, other.height) * sameSize;
}

/** Lines of one text in order as paragraphs. */
export function joinLines(lines: readonly PlacedLine[]): PdfParagraph[] {
	const usual = usualPitches(lines);
	const words = wordsOf(lines);
	const paragraphs: { text: string; readonly page: number; readonly size: number }[] = [];
	let marked: PlacedLine | null = null;
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		const open = paragraphs.at(-1);
		if (above && open && goesOn(above, line, usual, marked))
			open.text = join(open.text, line.text.trim(), words);
		else {
			paragraphs.push({ text: line.text.trim(), page: line.page, size: line.height });
			marked = listMark.test(line.text.trim()) ? line : null;
		}
	}
	return paragraphs;
}

/** Whether a line belongs to the paragraph of the line before it. `item` is the first line of a list item. */
function goesOn(
	above: PlacedLine,
	line: PlacedLine,
	usual: ReadonlyMap<number, number>,
	item: PdfLine | null,
): boolean {
	if (!hasSameSize(above, line) || listMark.test(line.text.trim()) || !isFull(above, line)) return false;
	const indented = line.x - line.left > line.height * indent;
	if (line.page !== above.page || !isBelow(line, above)) {
		const nextColumn = line.page !== above.page || line.y < above.y - above.height;
		return nextColumn && !indented && !sentenceEnd.test(above.text.trim());
	}
	const pitch = line.y + line.height - above.y - above.height;
	if (pitch > (usual.get(Math.round(line.height)) ?? pitch) * gapFactor) return false;
	// The lines of a list item after its first are set in, and each as far as the other.
	if (item !== null) return Math.abs(line.x - above.x) < line.height * indent || above.x === item.x;
	return line.x - above.x <= line.height * indent;
}

/** A line is full where the next one's first word had no room in it. */
function isFull(above: PlacedLine, line: PlacedLine): boolean {
	const next = line.text.trim();
	const room = above.right - above.x - above.width;
	// Punctuation cannot begin a line and takes characters along with it.
	if (fullWidth.test(next.slice(0, 1))) return room < above.height * 2.6;
	const [word = ""] = next.split(/\s/u, 1);
	const perCharacter = line.width / Math.max(next.length, 1);
	return room < (word.length + 2) * perCharacter;
}

/** The middle distance from line to line, by the size of the font. */
function usualPitches(lines: readonly PlacedLine[]): Map<number, number> {
	const pitches = new Map<number, number[]>();
	for (const [index, line] of lines.entries()) {
		const above = lines[index - 1];
		if (!above || above.page !== line.page || !isBelow(line, above)) continue;
		const size = Math.round(line.height);
		const known = pitches.get(size) ?? [];
		known.push(line.y + line.height - above.y - above.height);
		pitches.set(size, known);
	}
	return new Map(
		[...pitches].map(([size, all]) => {
			const sorted = all.toSorted((one, other) => one - other);
			return [size, sorted[Math.floor((sorted.length - 1) / 2)] ?? 0];
		}),
	);
}

function wordsOf(lines: readonly PlacedLine[]): ReadonlySet<string> {
	return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
}

/** Words that keep their hyphen wherever the line ends. */
const compound = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|self|half|cross)$/iu;
/** No word is longer; the text before a line may be. */
const longestWord = 60;

/** A hyphen at the end of a line goes, except before a name or where the text elsewhere writes the word with it. */
function join(above: string, below: string, words: ReadonlySet<string>): string {
	const start = /(\p{L}+)[-\u2010\u00ad]$/u.exec(above.slice(-longestWord))?.[1];
	const end = /^\p{L}+/u.exec(below)?.[0];
	if (start === undefined || end === undefined) return above + joinerBetween(above, below) + below;
	const isFixed = /^\p{Lu}/u.test(end) || compound.test(start);
	const keeps = words.has(`${start}-${end}`.toLowerCase()) && !words.has((start + end).toLowerCase());
	return (isFixed || keeps ? above : above.slice(0, -1)) + below;
}
