/** Looking at a text as it reads, without the marks of its inline codes. */
import { codeNumber, hasMarks } from "../formats/marked-text.ts";
import type { Match } from "../scripts/fold.ts";
import type { Pattern } from "./pattern.ts";

interface Plain {
	readonly text: string;
	/** Where each unit of it stands in the text with marks. */
	readonly places: readonly number[];
}

function plainOf(text: string): Plain {
	const places: number[] = [];
	let [plain, at] = ["", 0];
	for (const character of text) {
		if (codeNumber(character) === null) {
			for (let i = 0; i < character.length; i += 1) places.push(at + i);
			plain += character;
		}
		at += character.length;
	}
	return { text: plain, places };
}

/** The same pattern for texts with inline codes. */
export function throughMarks(pattern: Pattern): Pattern {
	return {
		...pattern,
		find(text) {
			if (!hasMarks(text)) return pattern.find(text);
			const { text: plain, places } = plainOf(text);
			return pattern.find(plain).map(({ start, end }) => ({
				start: places[start] ?? 0,
				end: (places[end - 1] ?? 0) + 1,
			}));
		},
		replace(text, match, replacement) {
			if (!hasMarks(text)) return pattern.replace(text, match, replacement);
			const { text: plain, places } = plainOf(text);
			const place = { start: places.indexOf(match.start), end: places.indexOf(match.end - 1) + 1 };
			return pattern.replace(plain, place, replacement);
		},
	};
}

/** Whether a match holds inline codes, which putting another text in its place would take away. */
export function holdsMarks(text: string, { start, end }: Match): boolean {
	return hasMarks(text.slice(start, end));
}

/** The marks of a text, in order: what no replacement may change. */
export function marksOf(text: string): string {
	return [...text].filter((character) => codeNumber(character) !== null).join("");
}
