import { joinMarked } from "../formats/marked-text.ts";
import type { ReadLine } from "../formats/reader.ts";
import { guessParagraphs, joinerBetween, type ParagraphMode } from "../text/paragraphs.ts";

/** So much of a text shows how its paragraphs are set. UTF-16 units. */
const enoughToGuess = 100_000;

/** Paragraphs of plain text: its lines, or where it was wrapped by hand everything up to the next blank line. */
export function joinWrapped(lines: readonly ReadLine[], mode = guessMode(lines)): readonly ReadLine[] {
	if (mode === "line") return lines;
	const paragraphs: ReadLine[] = [];
	let last = 0;
	for (const line of lines) {
		const above = paragraphs.at(-1);
		if (above && line.line === last + 1) {
			const joined = joinMarked([above, line], joinerBetween(above.text, line.text));
			paragraphs[paragraphs.length - 1] = { ...above, ...joined };
		} else paragraphs.push(line);
		last = line.line;
	}
	return paragraphs;
}

export function guessMode(lines: readonly ReadLine[]): ParagraphMode {
	let text = "";
	let last = 0;
	for (const line of lines) {
		if (text.length > enoughToGuess) break;
		text += "\n".repeat(Math.min(2, line.line - last)) + line.text;
		last = line.line;
	}
	return guessParagraphs(text);
}
