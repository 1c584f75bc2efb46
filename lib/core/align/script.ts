/** What the letters of a text are: Chinese characters, Latin letters, or neither of them for the most part. */
export type Script = "han" | "latin" | "other";

/** From this share of its letters on, a text counts as Chinese: it may name much in Latin letters. */
const mostlyHan = 0.5;
/** From this share of its letters on, a text counts as Latin. */
const nearlyAllLatin = 0.9;
/** With a larger share of kana or hangul a text is Japanese or Korean, of which nothing is known here. */
const foreign = 0.05;

export function scriptOf(sentences: readonly string[]): Script {
	let [han, latin, letters] = [0, 0, 0];
	for (const sentence of sentences) {
		han += count(sentence, /\p{Script=Han}/gu);
		latin += count(sentence, /\p{Script=Latin}/gu);
		letters += count(sentence, /\p{L}/gu);
	}
	if (letters === 0) return "other";
	if (latin >= letters * nearlyAllLatin) return "latin";
	return han >= letters * mostlyHan && letters - han - latin <= letters * foreign ? "han" : "other";
}

function count(text: string, letter: RegExp): number {
	return text.match(letter)?.length ?? 0;
}
