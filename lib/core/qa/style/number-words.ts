/** Whole numbers up to one hundred as words. */

const ones =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const mostInWords = 100;

/** Null beyond one hundred. */
export function inWords(value: number): string | null {
	if (value < 0 || value > mostInWords || !Number.isInteger(value)) return null;
	if (value === mostInWords) return "one hundred";
	const small = ones[value];
	if (small !== undefined) return small;
	const ten = tens[Math.floor(value / 10) - 2] ?? "";
	return value % 10 === 0 ? ten : `${ten}-${ones[value % 10]}`;
}

export const valueOfWords: ReadonlyMap<string, number> = new Map(
	Array.from({ length: mostInWords }, (_, value) => [inWords(value) ?? "", value]),
);
