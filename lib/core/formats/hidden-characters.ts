import type { ReadSink } from "./reader.ts";

/** Direction marks and characters of width zero, but not the joiner within an emoji. */
export const hiddenCharacter =
	/[\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})\u200D/gu;
/** What stands for a character that another program could not read. */
const replacement = /\uFFFD/gu;

interface Found {
	readonly line: number;
	readonly column: number;
	readonly code: string;
	count: number;
}

/**
 * Counts characters that nobody sees and that change what is read, and characters that were lost before the text came
 * here. All are kept; a person is told once of each.
 */
export class HiddenCharacters {
	readonly #found = new Map<string, Found>();

	/** `column` is where the text begins in its line. */
	see(text: string, line: number, column = 1): void {
		this.#look("hiddenCharacters", hiddenCharacter, text, line, column);
		this.#look("replacementCharacters", replacement, text, line, column);
	}

	tell(sink: Pick<ReadSink, "problem">): void {
		for (const [key, { line, column, count, code }] of this.#found) {
			sink.problem({ line, column, key, values: { count, code } });
		}
	}

	#look(key: string, pattern: RegExp, text: string, line: number, column: number): void {
		for (const { 0: character, index } of text.matchAll(pattern)) {
			const found = this.#found.get(key);
			if (found !== undefined) {
				found.count += 1;
				continue;
			}
			const point = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
			const place = column + [...text.slice(0, index)].length;
			this.#found.set(key, { line, column: place, code: `U+${point}`, count: 1 });
		}
	}
}
