import { joinMarked } from "../formats/marked-text.ts";
import type { ReadLine } from "../formats/reader.ts";
import { columns, guessParagraphs, joinerBetween, type ParagraphMode } from "../text/paragraphs.ts";

/** So much of a text shows how its paragraphs are set. UTF-16 units. */
const enoughToGuess = 100_000;

/** A line that ends before so much of the widest one was not wrapped there: it is a heading, a date, a last line. */
const nearMargin = 0.6;

/**
 * Paragraphs of plain text: its lines, or where it was wrapped by hand everything up to the next blank line. Where
 * nobody said which, a line that ends well before the margin is not joined with the next either.
 */
export function joinWrapped(lines: readonly ReadLine[], mode?: ParagraphMode): readonly ReadLine[] {
	if ((mode ?? guessMode(lines)) === "line") return lines;
	const widest = mode ? 0 : lines.reduce((most, { text }) => Math.max(most, columns(text)), 0);
	const paragraphs: ReadLine[] = [];
	let before: ReadLine | undefined;
	for (const line of lines) {
		const above = paragraphs.at(-1);
		const follows = before?.line === line.line - 1 && columns(before.text) >= widest * nearMargin;
		if (above && follows) {
			const joined = joinMarked([above, line], joinerBetween(above.text, line.text));
			paragraphs[paragraphs.length - 1] = { ...above, ...joined };
		} else paragraphs.push(line);
		before = line;
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
