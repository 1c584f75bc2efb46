/** Passages as numbered lines, to be taken to a translation engine or a chat and back. */
import { plainText } from "../formats/marked-text.ts";

export interface NumberedPassage {
	/** As the workbench shows it, from 1. */
	readonly number: number;
	readonly text: string;
}

/** What ends a line for one program or another. */
export const lineBreaks = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const everyLineBreak = /[ \t]*[\n\v\f\r\u0085\u2028\u2029]+[ \t]*/g;

/** One passage on one line, without its inline codes: an engine would lose them or translate them. */
export function lineOf(text: string): string {
	return plainText({ text }).replaceAll(everyLineBreak, " ").trim();
}

const written = ({ number, text }: NumberedPassage) => `${number}. ${lineOf(text)}`;

/** "12. 中文…", one passage a line. */
export function writeNumbered(passages: readonly NumberedPassage[]): string {
	return passages.map(written).join("\n");
}

export interface NumberedPart {
	readonly passages: readonly number[];
	readonly text: string;
	/** UTF-16 code units. */
	readonly length: number;
}

/** The same in parts of at most `most` UTF-16 code units; a passage that is longer stands alone. */
export function writeParts(passages: readonly NumberedPassage[], most: number): NumberedPart[] {
	const parts: { passages: number[]; lines: string[]; length: number }[] = [];
	for (const passage of passages) {
		const line = written(passage);
		const last = parts.at(-1);
		if (last && last.length + 1 + line.length <= most) {
			last.passages.push(passage.number);
			last.lines.push(line);
			last.length += 1 + line.length;
		} else {
			parts.push({ passages: [passage.number], lines: [line], length: line.length });
		}
	}
	return parts.map(({ lines, ...part }) => ({ ...part, text: lines.join("\n") }));
}
