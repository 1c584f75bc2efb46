/**
 * `"line"`: every line that is not blank is a paragraph.
 * `"blank-line"`: lines up to the next blank line are one paragraph, as in hard-wrapped text.
 */
export const paragraphModes = ["blank-line", "line"] as const;
export type ParagraphMode = (typeof paragraphModes)[number];

export interface Paragraph {
	/** Number of its first line in the text, from 1. */
	readonly line: number;
	readonly text: string;
}

/** CR LF, LF, CR, NEL, and Unicode's line and paragraph separators. */
const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/u;
/** Invisible, of width zero, and no white space to `trim`. */
const zeroWidth = new Set("\u200B\u2060");

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;
/** From the CJK radicals on. */
const firstWideUnit = 0x2e80;
const sentenceEnd = /[.!?:;。！？：；…][\p{Pe}\p{Pf}"'”’」』]*$/u;

/**
 * Indentation and trailing white space go; everything between them stays as it is. In `"blank-line"`
 * mode the lines of one paragraph are joined with a space, or with nothing between Chinese characters.
 * Every line that holds a visible character ends up in exactly one paragraph.
 */
export function readParagraphs(text: string, mode: ParagraphMode): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	let open: { line: number; text: string } | null = null;
	for (const [index, line] of trimmedLines(text).entries()) {
		if (line === "") {
			open = null;
		} else if (open !== null && mode === "blank-line") {
			open.text = joinLines(open.text, line);
		} else {
			open = { line: index + 1, text: line };
			paragraphs.push(open);
		}
	}
	return paragraphs;
}

/** Wider lines than this, in columns, come from paragraphs that nobody wrapped. */
const widestWrappedLine = 120;

/**
 * Blank lines separate paragraphs where the lines between them look wrapped: none is long, and most
 * end in the middle of a sentence near the right margin. Otherwise each line is a paragraph of its own.
 */
export function guessParagraphs(text: string): ParagraphMode {
	const lines = trimmedLines(text);
	const widths = lines.map(columns);
	const widest = widths.reduce((most, width) => Math.max(most, width), 0);
	if (!lines.slice(1, -1).includes("") && widest > widestWrappedLine) return "line";
	let wrapped = 0;
	let adjacent = 0;
	for (const [index, line] of lines.entries()) {
		if (line === "" || (lines[index + 1] ?? "") === "") continue;
		adjacent += 1;
		if ((widths[index] ?? 0) > widest * 0.6 && !sentenceEnd.test(line)) wrapped += 1;
	}
	if (adjacent === 0) return lines.filter((line) => line !== "").length > 1 ? "blank-line" : "line";
	return widest <= widestWrappedLine && wrapped * 2 > adjacent ? "blank-line" : "line";
}

function trimmedLines(text: string): string[] {
	return text.split(lineBreak).map(trimEdges);
}

/** A line without its indentation and the white space at its end. */
export function trimEdges(line: string): string {
	let start = 0;
	let end = line.length;
	while (start < end && isBlank(line[start] ?? "")) start += 1;
	while (start < end && isBlank(line[end - 1] ?? "")) end -= 1;
	return line.slice(start, end);
}

/** White space as `trim` knows it (the ideographic space and the byte order mark are in it) or a zero-width space. */
export function isBlank(character: string): boolean {
	return character.trim() === "" || zeroWidth.has(character);
}

const joinLines = (above: string, below: string) => above + joinerBetween(above, below) + below;

/** What a line break stood for between two lines of one paragraph. */
export function joinerBetween(above: string, below: string): "" | " " {
	return cjk.test(above.slice(-1)) && cjk.test(below.slice(0, 1)) ? "" : " ";
}

/** Width in a fixed-width font: characters of Chinese text take two columns, all others one. */
export function columns(line: string): number {
	let width = 0;
	for (let index = 0; index < line.length; index += 1) {
		const unit = line.charCodeAt(index);
		const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
		if (!isLowSurrogate) width += unit >= firstWideUnit ? 2 : 1;
	}
	return width;
}
