/** A date glued to the title or to the first sentence becomes a line of its own. */
import type { SegmentKind } from "../document/model.ts";
import { codeNumber, type MarkedText, marks } from "../formats/marked-text.ts";
import type { ReadLine } from "../formats/reader.ts";
import { articleSpan } from "./article-span.ts";
import { type Evidence, evidenceOf, isCredit, isFurniture } from "./evidence.ts";
import { divideMarked, gluedDateOffset, liftedLength } from "./lift-date.ts";

/** Shorter, in columns, is a name beside the date; only above everything else it is the title. */
const longestName = 24;

/** Lines that can hold a date and, glued to it, a sentence or a title. */
const liftable: ReadonlySet<Evidence["mark"]> = new Set(["prose", "short", "head-meta", "meta", "text"]);

/** Divides at most one line, at or above the first sentence of the article. */
export function withDateApart(
	lines: readonly ReadLine[],
	evidence: readonly Evidence[],
	taught: readonly (SegmentKind | null)[],
): readonly Evidence[] {
	const span = articleSpan(evidence);
	const first = evidence.findIndex((line, at) => at >= span.from && at < span.to && line.mark === "prose");
	for (let index = 0; index <= first; index += 1) {
		const line = lines[index];
		const mark = evidence[index]?.mark ?? "furniture";
		if (!line || taught[index] || evidence[index]?.settled || !liftable.has(mark)) continue;
		const parts = dateBefore(line, index === 0) ?? (mark === "short" ? dateBehind(line) : null);
		if (parts) return [...evidence.slice(0, index), ...parts, ...evidence.slice(index + 1)];
	}
	return evidence;
}

function dateBefore(line: ReadLine, isFirst: boolean): readonly Evidence[] | null {
	const [date, text] = divided(line, liftedLength(line.text.replaceAll(marks, "")));
	if (!date || !text || isCredit(text) || isFurniture(text)) return null;
	return isFirst || text.width >= longestName ? [{ ...date, mark: "meta" }, text] : null;
}

function dateBehind(line: ReadLine): readonly Evidence[] | null {
	const [title, date] = divided(line, gluedDateOffset(line.text.replaceAll(marks, "").trimEnd()));
	return title?.mark === "short" && date ? [title, { ...date, mark: "meta" }] : null;
}

function divided(line: ReadLine, length: number): readonly Evidence[] {
	if (length === 0) return [];
	return divideMarked(line, offsetIn(line, length)).map(({ text, codes = [] }: MarkedText) =>
		evidenceOf({ ...line, text, codes }, null),
	);
}

/** The offset in the marked text, counted past the codes that end with the part before it. */
function offsetIn(line: ReadLine, length: number): number {
	let seen = 0;
	let offset = 0;
	for (const character of line.text) {
		const number = codeNumber(character);
		const part = number === null ? null : (line.codes?.[number]?.part ?? "alone");
		if (seen >= length && part !== "end") break;
		if (number === null) seen += character.length;
		offset += character.length;
	}
	return offset;
}
