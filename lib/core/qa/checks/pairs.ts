import type { CheckedPassage, Fault, PassageCheck } from "../contract.ts";
import { type Unpaired, unpairedBrackets } from "../typography/brackets.ts";
import { rendersEnglish } from "../typography/in-english.ts";
import { join } from "../typography/joined.ts";
import { outside, verbatimIn } from "../typography/verbatim.ts";

/** Brackets without their pair, or of two kinds; not where the source has as many. */
export const pairs = {
	id: "pairs",
	severity: "major",
	mqm: "linguistic-conventions/punctuation",
	keys: ["unclosed", "unopened", "mixed"],
	concerns: rendersEnglish,
	checkPassage(passage) {
		const side = join(passage.target);
		const found = unpairedIn(side.text);
		if (found.length === 0) return [];
		const source = sourceOf(passage);
		const from = passage.source.map(({ text }) => text).join("\n");
		return found.flatMap((bracket): Fault[] => {
			if (countOf(source ?? [], bracket) >= countOf(found, bracket)) return [];
			// The number of a list has one bracket as well as two; where the source has two, one was lost.
			if (bracket.label !== undefined && !isLabelledInPairs(from, bracket, bracket.label)) return [];
			const place = side.segmentAt(bracket.index);
			if (!place) return [];
			const start = bracket.index - place.start;
			const values = { found: bracket.mark, other: bracket.partner?.mark ?? "" };
			const at = { start, end: start + 1, key: bracket.is, values, fix: null };
			// A pair may run over sentences, and of their neighbours nothing is known without the source.
			const minor = source === null && { severity: "minor" as const };
			return [{ ...at, ...minor, side: "target", segment: place.segment.id }];
		});
	},
} as const satisfies PassageCheck;

const countOf = (all: readonly Unpaired[], { is }: Unpaired): number =>
	all.filter((other) => other.is === is).length;

/** (1), or （一） at the beginning of both. */
const isLabelledInPairs = (source: string, { index }: Unpaired, label: string): boolean =>
	new RegExp(`[(（]${label}[)）]`).test(source) ||
	(index <= label.length + 1 && /^\s*[(（][\p{Script=Han}\d]{1,3}[)）]/u.test(source));

/** Null where there is no source. */
function sourceOf({ source }: CheckedPassage): Unpaired[] | null {
	const text = source.map((segment) => segment.text).join("\n");
	return text.trim() === "" ? null : unpairedIn(text);
}

function unpairedIn(text: string): Unpaired[] {
	if (!/[()[\]{}（）［］｛｝【】〔〕〖〗]/.test(text)) return [];
	const isFree = outside(verbatimIn(text));
	return unpairedBrackets(text, (start, end) => !isFree(start, end));
}
