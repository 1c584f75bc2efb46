import type { ReadSink } from "./reader.ts";

/** Direction marks and characters of width zero, but not the joiner within an emoji. */
const hidden =
	/[\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<!\p{Extended_Pictographic}|\uFE0F|\p{Emoji_Modifier})\u200D/gu;

/** Counts characters that nobody sees and that change what is read. They are kept; a person is told once. */
export class HiddenCharacters {
	#count = 0;
	#first: { readonly line: number; readonly column: number; readonly code: string } | null = null;

	/** `column` is where the text begins in its line. */
	see(text: string, line: number, column = 1): void {
		for (const { 0: character, index } of text.matchAll(hidden)) {
			this.#count += 1;
			this.#first ??= {
				line,
				column: column + [...text.slice(0, index)].length,
				code: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
			};
		}
	}

	tell(sink: Pick<ReadSink, "problem">): void {
		if (this.#first === null) return;
		const { line, column, code } = this.#first;
		sink.problem({ line, column, key: "hiddenCharacters", values: { count: this.#count, code } });
	}
}
