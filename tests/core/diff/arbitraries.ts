import fc from "fast-check";

/** Texts as articles have them: words that repeat, marks, Chinese, astral characters, odd spaces. */
const words = [
	"the",
	"of",
	"party",
	"branch",
	"China",
	"‘s",
	"'s",
	"2,024",
	"1.5",
	"会议",
	"精神",
	"𠮷野",
	"👩‍💻",
	"é",
	"e\u0301",
];
const marks = [" ", " ", " ", ", ", ". ", "，", "。", "-", "“", "”", "\n", "\t", "  ", "\u00a0"];

export const articleText: fc.Arbitrary<string> = fc
	.array(fc.constantFrom(...words, ...marks), { maxLength: 30 })
	.map((parts) => parts.join(""));

/** Any well-formed text at all, or one as articles have it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
	articleText,
	fc.string({ unit: "binary", maxLength: 40 }).filter((text) => text.isWellFormed()),
);

export const anyLanguage: fc.Arbitrary<string> = fc.constantFrom("en", "zh-Hans", "zh-Hant", "de");

/** A text and what one or several rounds of editing made of it. */
export const editedText: fc.Arbitrary<readonly [string, ...string[]]> = fc
	.tuple(
		articleText,
		fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(6), articleText), { maxLength: 5 }),
	)
	.map(([first, edits]) => {
		const texts: [string, ...string[]] = [first];
		let points = Array.from(first);
		for (const [place, removed, inserted] of edits) {
			points = points.toSpliced(
				Math.floor(place * points.length),
				removed,
				...Array.from(inserted).slice(0, 8),
			);
			texts.push(points.join(""));
		}
		return texts;
	});
