/** Putting something else in the place of matches. */
import type { Match } from "../scripts/fold.ts";
import type { Pattern } from "./pattern.ts";

/** The text with the matches replaced; these are some of those that `pattern` finds in it, in order. */
export function replaceMatches(
	text: string,
	matches: readonly Match[],
	pattern: Pattern,
	replacement: string,
): string {
	let [result, at] = ["", 0];
	for (const match of matches) {
		result += text.slice(at, match.start) + pattern.replace(text, match, replacement);
		at = match.end;
	}
	return result + text.slice(at);
}
