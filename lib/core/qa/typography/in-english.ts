/** What checks of English typography have in common: where they look, and what stands around a mark. */
import type { CheckedDocument, CheckedPassage, CheckedSegment, Fault } from "../contract.ts";

/** A fault whose segment is known to whoever looks. */
export type Slip = Omit<Fault, "side" | "segment">;

/** Whether a document has renderings in English. */
export const rendersEnglish = ({ targetLanguage, sides }: CheckedDocument): boolean =>
	sides.target && /^en\b/i.test(targetLanguage);

/** Looks at each rendering by itself. */
export const inRenderings = (
	passage: CheckedPassage,
	look: (text: string, segment: CheckedSegment) => readonly Slip[],
): Fault[] => passage.target.flatMap((segment) => inSegment(segment, look(segment.text, segment)));

export const inSegment = ({ id }: CheckedSegment, slips: readonly Slip[]): Fault[] =>
	slips.map((slip) => ({ ...slip, side: "target", segment: id }));

const han = /\p{Script=Han}/u;
const word = /[\p{L}\p{N}]/u;

export const isHan = (character: string | undefined): boolean =>
	character !== undefined && han.test(character);
/** Letters and digits. */
export const isWord = (character: string | undefined): boolean =>
	character !== undefined && word.test(character);
/** Also before the first character and after the last. */
export const isGap = (character: string | undefined): boolean =>
	character === undefined || /\s/.test(character);

/** Farther than this from a mark nothing tells what it belongs to. */
const mostMarks = 6;
const skipped = /[\s\p{P}\p{S}]/u;

/** Whether a mark stands in Chinese that is quoted: after Han, and before Han or the end of what is quoted. */
export function isInChinese(text: string, start: number, end: number): boolean {
	const before = [...text.slice(Math.max(0, start - mostMarks), start)].reverse();
	const after = [...text.slice(end, end + mostMarks)];
	const previous = before.find((character) => !skipped.test(character));
	const next = after.find((character) => !skipped.test(character));
	if (isHan(previous)) return next === undefined || isHan(next) || /^\s*["”’」』)\]]/.test(after.join(""));
	return isHan(after[0]) && (previous === undefined || /["“‘「『]$/.test(before[0] ?? ""));
}

/** Whether an opening or closing mark of Chinese stands around Han: its inner side tells. */
export function marksChinese(text: string, index: number): boolean {
	return isHan(text[/[「『《〈]/.test(text[index] ?? "") ? index + 1 : index - 1]);
}
