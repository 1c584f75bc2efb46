import type { PassageCheck } from "../contract.ts";
import { fullWidthRun, readFullWidth } from "../typography/full-width-marks.ts";
import {
	inRenderings,
	isGap,
	isInChinese,
	isWord,
	rendersEnglish,
	type Slip,
} from "../typography/in-english.ts";

/** Marks, letters and digits of Chinese type in English; not where Chinese is quoted. */
export const fullWidth = {
	id: "full-width",
	severity: "major",
	mqm: "linguistic-conventions/punctuation",
	keys: ["mark", "letters", "sign"],
	concerns: rendersEnglish,
	checkPassage: (passage) => inRenderings(passage, slipsIn),
} as const satisfies PassageCheck;

function slipsIn(text: string): Slip[] {
	const slips: Slip[] = [];
	let reached = 0;
	for (const { 0: found, index } of text.matchAll(fullWidthRun)) {
		if (index < reached || isInChinese(text, index, index + found.length)) continue;
		const { kind, english } = readFullWidth(found);
		const place = kind === "mark" ? withSpaces(text, index, english) : spaced(text, index, found, english);
		slips.push({
			...place,
			key: kind,
			// What is found includes the spaces that go with the mark.
			values: {
				found: text.slice(place.start, place.end),
				mark: found,
				english: english === " " ? "␣" : english,
			},
			...(kind === "sign" && { severity: "minor" }),
		});
		reached = place.end;
	}
	return slips;
}

type Place = Pick<Slip, "start" | "end" | "fix">;

const opening = /[([{]/;
const wideOpening = /[（［｛【〔〖]/;
const ideographicSpace = "\u3000";
const wide = /[\u3001\u3002\u3010-\u3017\uFF01-\uFF5E]/;

/** A mark with the space that English has beside it, in place of the spaces that stand there. */
function withSpaces(text: string, index: number, english: string): Place {
	let start = index;
	let end = index + 1;
	while (text[end] === ideographicSpace) end += 1;
	if (opening.test(english)) {
		while (text[end] === " ") end += 1;
		return { start, end, fix: (needsSpaceBefore(text[start - 1]) ? " " : "") + english };
	}
	while (start > 0 && /[ \u3000]/.test(text[start - 1] ?? "")) start -= 1;
	const isApart = end > index + 1 && !isGap(text[end]);
	return { start, end, fix: english + (isApart || needsSpaceAfter(text, start, end, english) ? " " : "") };
}

const needsSpaceBefore = (before: string | undefined): boolean =>
	isWord(before) || (before !== undefined && /[)\]},.;:!?”’）］】，。；：！？、]/.test(before));

function needsSpaceAfter(text: string, start: number, end: number, english: string): boolean {
	const next = text[end];
	if (next === undefined || isGap(next)) return false;
	if (/[.,:]/.test(english) && /\d/.test(text[start - 1] ?? "") && /\d/.test(next)) return false;
	if (isWord(next) || /[(“‘[{]/.test(next)) return true;
	if (wideOpening.test(next)) return false; // that mark's correction brings the space
	return /[０-９Ａ-Ｚａ-ｚ]/.test(next);
}

/** Signs keep what stands beside them; an ideographic space beside another space goes. */
function spaced(text: string, index: number, found: string, english: string): Place {
	const end = index + found.length;
	if (english !== " ") {
		const dash = english === "~" && /\d/.test(text[index - 1] ?? "") && /\d/.test(text[end] ?? "");
		return { start: index, end, fix: dash ? "–" : english };
	}
	const before = text[index - 1];
	const isNeeded = !isGap(before) && !isGap(text[end]) && !wide.test(before ?? "");
	return { start: index, end, fix: isNeeded ? " " : "" };
}
