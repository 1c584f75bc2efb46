/**
 * Text with inline codes. A code stands in the text as one character of the supplementary private use planes; its
 * number there finds what it stands for. Within one read text the numbers count from 0; within a document they are
 * the document's own, so that moving, splitting and joining text never renumbers anything.
 */

export const codeKinds = [
	"bold",
	"italic",
	"underline",
	"superscript",
	"subscript",
	"strike",
	"link",
	"footnote",
	"image",
	"break",
	"character",
	"other",
] as const;
export type CodeKind = (typeof codeKinds)[number];

/** `alone` is a code without a partner: an image, a footnote mark, a line break, a placeholder. */
export type CodePart = "start" | "end" | "alone";

export interface InlineCode {
	readonly kind: CodeKind;
	readonly part: CodePart;
	/** Pairs a start with its end within one text. */
	readonly pair?: string;
	/** Where a link leads, the text of a footnote's mark, what an image is called. */
	readonly value?: string;
	/** The code as it was written in the file, where it has to be written back: `<bpt i="1">&lt;b&gt;</bpt>`. */
	readonly original?: string;
}

export interface MarkedText {
	readonly text: string;
	readonly codes?: readonly InlineCode[];
}

const firstPlane = 0xf0000;
const perPlane = 0xfffe; // the last two code points of a plane are no characters
const secondPlane = 0x100000;
/** Most codes that one document can name. */
export const maxCodes = 2 * perPlane;

/** The character that stands for code `number`, 0 ≤ number < `maxCodes`. */
export function markOf(number: number): string {
	return String.fromCodePoint(number < perPlane ? firstPlane + number : secondPlane + number - perPlane);
}

/** The number of the code that a character stands for; null for every other character. */
export function codeNumber(character: string): number | null {
	const point = character.codePointAt(0) ?? 0;
	if (point >= firstPlane && point < firstPlane + perPlane) return point - firstPlane;
	if (point >= secondPlane && point < secondPlane + perPlane) return point - secondPlane + perPlane;
	return null;
}

/** Finds every mark; the supplementary private use planes in their UTF-16 form. */
export const marks = /[\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;

export function hasMarks(text: string): boolean {
	return text.search(marks) !== -1;
}

/** The text without its marks, where what they stand for does not matter: for counting, comparing, aligning. */
export function withoutMarks(text: string): string {
	return text.replaceAll(marks, "");
}

/** The text as it reads: without its codes, a line break as a space, a character that looked like a mark as itself. */
export function plainText({ text, codes = [] }: MarkedText): string {
	return text.replaceAll(marks, (mark) => {
		const code = codes[codeNumber(mark) ?? -1];
		if (code?.kind === "break") return " ";
		return code?.kind === "character" ? (code.value ?? "") : "";
	});
}

/** Text that happens to hold characters of the private use planes, with each of them as a code of its own. */
export function markCharacters(text: string): MarkedText {
	if (!hasMarks(text)) return { text };
	const codes: InlineCode[] = [];
	const marked = text.replaceAll(marks, (value) => {
		codes.push({ kind: "character", part: "alone", value });
		return markOf(codes.length - 1);
	});
	return { text: marked, codes };
}

/** Several texts as one, their codes numbered on. */
export function joinMarked(texts: readonly MarkedText[], separator = ""): MarkedText {
	const codes: InlineCode[] = [];
	const joined = texts.map((part) => {
		const base = codes.length;
		codes.push(...(part.codes ?? []));
		return base === 0
			? part.text
			: part.text.replaceAll(marks, (mark) => markOf(base + (codeNumber(mark) ?? 0)));
	});
	return codes.length === 0 ? { text: joined.join(separator) } : { text: joined.join(separator), codes };
}
