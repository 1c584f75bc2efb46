import { isGap, isWord, type Slip } from "./in-english.ts";

/** Marks of the kind that a text has fewer of, where it mixes straight and curly ones; not those that `said` names. */
export function mixedMarks(text: string, said: readonly { readonly start: number }[]): Slip[] {
	const taken = new Set(said.map(({ start }) => start));
	return [...mixed(text, /["“”]/g), ...mixed(text, /(?<=[\p{L}\p{N}])['’](?=\p{L})/gu)].filter(
		({ start }) => !taken.has(start),
	);
}

function mixed(text: string, pattern: RegExp): Slip[] {
	const marks = [...text.matchAll(pattern)];
	const straight = marks.filter(([mark]) => mark === '"' || mark === "'");
	const curly = marks.length - straight.length;
	if (straight.length === 0 || curly === 0) return [];
	const fewer = straight.length <= curly ? straight : marks.filter((mark) => !straight.includes(mark));
	// A single straight double mark closes a curly pair or is a sign of inches: reading the pairs tells.
	if (fewer === straight && straight.length === 1 && straight[0]?.[0] === '"') return [];
	return fewer.map(({ 0: found, index }) => {
		const fix = otherKind(found, text[index - 1], text[index + 1]);
		return {
			start: index,
			end: index + 1,
			key: "mixed",
			values: { found, fix, most: fewer === straight ? "curly" : "straight" },
			fix,
			severity: "minor",
		};
	});
}

function otherKind(mark: string, before: string | undefined, after: string | undefined): string {
	if (mark === "'") return "’";
	if (mark === "’") return "'";
	if (mark !== '"') return '"';
	const opens = (isGap(before) || /[([{‘—–-]/.test(before ?? "")) && isWord(after);
	return opens ? "“" : "”";
}
