/** Where a line ends: of Windows, Unix and old Macs, of a page, and the soft ones of word processors. */
const lineEnd = /\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g;
/** Chinese characters and their punctuation stand together without a space, also over the end of a line. */
const betweenChinese =
	/(?<=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])\n(?=[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF])/gu;
/** Nobody sees them, and what is looked for is not found across them: byte-order marks, breaks and hyphens of no width. */
const unseen = /[\uFEFF\u200B\u2060\u00AD]/g;

/**
 * Text from elsewhere as one sentence's worth of plain text: line ends become spaces, tabs too, other controls and
 * characters without width go. Spaces that keep words together, and joiners inside letters and signs, stay.
 */
export function plainLine(text: string): string {
	return text
		.replace(unseen, "")
		.replace(/^[\r\n]+|[\r\n]+$/g, "")
		.replace(lineEnd, "\n")
		.replace(betweenChinese, "")
		.replace(/[\n\t]/g, " ")
		.replace(/\p{Cc}/gu, "");
}

/** How many lines with something in them a text has. */
export function linesIn(text: string): number {
	return text.split(lineEnd).filter((line) => line.trim() !== "").length;
}
