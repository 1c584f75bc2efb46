/** Characters that nobody sees or that are not what they look like. */
import { hiddenCharacter } from "../../formats/hidden-characters.ts";

export type HiddenKind = "direction" | "width" | "soft-hyphen" | "control" | "private" | "lost" | "tag";

export interface HiddenMark {
	readonly kind: HiddenKind;
	readonly start: number;
	readonly end: number;
}

const directionMark = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
/** Fillers of Hangul and Khmer, controls but for tab and ends of lines, private use, tags that spell no flag. */
const others = new RegExp(
	[
		String.raw`[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u206A-\u206F\u3164\uFFA0\uFFF9-\uFFFB\uFFFD]`,
		String.raw`[\u0001-\u0008\u000E-\u001F\u007F-\u009F\uE000-\uF8FF\u{F0000}-\u{10FFFD}]`,
		String.raw`(?<![\u{1F3F4}\u{E0000}-\u{E007F}])[\u{E0000}-\u{E007F}]+`,
	].join("|"),
	"gu",
);
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const joining = /[\u0600-\u06FF\u0900-\u0DFF]/;

/** Directions that are changed where a text has both ways of writing, and brought back, are no fault. */
export function hiddenMarks(text: string): HiddenMark[] {
	const turns = rightToLeft.test(text) && !hasOverride(text) && isBalanced(text);
	const marks: HiddenMark[] = [];
	for (const { 0: found, index } of text.matchAll(new RegExp(hiddenCharacter, "gu"))) {
		const isDirection = directionMark.test(found);
		if (isDirection && turns) continue;
		if (found === "\u200C" && joining.test(text[index - 1] ?? "")) continue;
		marks.push({ kind: isDirection ? "direction" : "width", start: index, end: index + found.length });
	}
	for (const { 0: found, index } of text.matchAll(others))
		marks.push({ kind: kindOf(found), start: index, end: index + found.length });
	return marks.sort((a, b) => a.start - b.start);
}

/** Text that reads otherwise than it is stored (Boucher & Anderson, “Trojan Source”, 2021). */
export const changesOrder = (text: string): boolean => hasOverride(text) || !isBalanced(text);

const hasOverride = (text: string): boolean => /[\u202D\u202E]/.test(text);

function isBalanced(text: string): boolean {
	let embedded = 0;
	let isolated = 0;
	for (const { 0: mark } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
		if (mark === "\u202C") embedded -= 1;
		else if (mark === "\u2069") isolated -= 1;
		else if (mark >= "\u2066") isolated += 1;
		else embedded += 1;
		if (embedded < 0 || isolated < 0) return false;
	}
	return embedded === 0 && isolated === 0;
}

function kindOf(found: string): HiddenKind {
	const point = found.codePointAt(0) ?? 0;
	if (point === 0xfffd) return "lost";
	if (point === 0xad) return "soft-hyphen";
	if (point >= 0xe0000 && point <= 0xe007f) return "tag";
	if (point >= 0xe000 && (point <= 0xf8ff || point >= 0xf0000)) return "private";
	return point <= 0x9f ? "control" : "width";
}
