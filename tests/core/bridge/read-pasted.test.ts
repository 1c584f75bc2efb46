import fc from "fast-check";
import { expect, test } from "vitest";
import { heaviestAscending } from "#lib/core/bridge/ascending.ts";
import { readPasted } from "#lib/core/bridge/read-pasted.ts";
import { withoutEcho } from "#lib/core/bridge/without-echo.ts";
import { lineOf, writeNumbered, writeParts } from "#lib/core/bridge/write-numbered.ts";
import { maxSegmentLength } from "#lib/core/document/operations/contract.ts";
import { markOf } from "#lib/core/formats/marked-text.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const expected = [12, 13, 15];
const three = { 12: "The ship came.", 13: "He waited.", 15: "It was cold." };
const lines = (...texts: string[]) => texts.join("\n");
const rendered = (text: string, numbers: readonly number[] = expected, asked?: readonly number[]) =>
	Object.fromEntries(readPasted(text, numbers, asked).lines.map(({ number, text: said }) => [number, said]));

const labels = [
	"12. ",
	"12.",
	"12.  ",
	"12) ",
	"12）",
	"12、",
	"12．",
	"１２．",
	"１２、",
	"【12】",
	"[12] ",
	"[12]: ",
	"(12) ",
	"（12）",
	"〔12〕",
	"12: ",
	"12：",
	"12 - ",
	"12-",
	"12, ",
	"12，",
	"12 – ",
	"12\t",
	"12 | ",
	"| 12 | ",
	"12 ",
	"12\n",
	"12.\n",
	"12.\n\n",
	"#12 ",
	"#12: ",
	"No. 12: ",
	"Line 12: ",
	"Passage 12 – ",
	"第12句：",
	"第１２行 ",
	"- 12. ",
	"* 12) ",
	"> 12. ",
	"### 12. ",
	"**12.** ",
	"**12**. ",
	"__12.__ ",
	"12\\. ",
	"  12.  ",
] as const;

test.each(labels)("a line that begins with %j belongs to passage 12, and so for the others", (label) => {
	const text = Object.entries(three)
		.map(([number, said]) => label.replace("12", number).replace("１２", wide(number)) + said)
		.join("\n");
	const read = readPasted(text, expected);
	expect(Object.fromEntries(read.lines.map((line) => [line.number, line.text]))).toEqual(three);
	expect(read).toMatchObject({ missing: [], extra: [], outOfOrder: [], repeated: [], problems: [] });
	expect(read.lines.every(({ how }) => how === "numbered")).toBe(true);
});

const wide = (digits: string) =>
	digits.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

test.each<[string, string, Record<number, string>]>([
	["a bold line loses the marks around it", "**12. The ship came.**\n**13. He waited.**", pick(12, 13)],
	["a text that is bold as a whole loses them too", "12. **The ship came.**\n13. He waited.", pick(12, 13)],
	["emphasis inside a text stays", "12. The **ship** came.", { 12: "The **ship** came." }],
	["lines wrapped by an engine are one", "12. The ship\ncame.\n13. He\n  waited.", pick(12, 13)],
	["empty lines between do not matter", "12. The ship came.\n\n\n13. He waited.\n\n15. It was cold.", three],
	[
		"several sentences of a line stay together",
		"12. It came. It left. 3 of us stayed.\n13. He waited.",
		{ 12: "It came. It left. 3 of us stayed.", 13: "He waited." },
	],
	[
		"a wrapped line may begin with a number of its own",
		"12. The ship carried\n13 people.\n13. He waited.",
		{ 12: "The ship carried 13 people.", 13: "He waited." },
	],
	[
		"a wrapped line may begin with a year and a full stop",
		"12. It was built in\n2024. It came.\n13. He waited.",
		{ 12: "It was built in 2024. It came.", 13: "He waited." },
	],
	[
		"a wrapped line may begin with a decimal number",
		"12. It grew by\n13.5 per cent.\n13. He waited.",
		{ 12: "It grew by 13.5 per cent.", 13: "He waited." },
	],
	[
		"a wrapped line may begin with a time",
		"12. It came at\n13:30 sharp.\n13. He waited.",
		{ 12: "It came at 13:30 sharp.", 13: "He waited." },
	],
	[
		"a list inside a rendering is not other passages",
		"12. We must:\n1. wait\n2. see\n13. He waited.",
		{ 12: "We must: 1. wait 2. see", 13: "He waited." },
	],
	[
		"a text may begin with a number",
		"12. 3.5 million came.\n13. 15 left.",
		{ 12: "3.5 million came.", 13: "15 left." },
	],
	[
		"a text may begin with a bracket",
		"12. (13) is prime.\n13. He waited.",
		{ 12: "(13) is prime.", 13: "He waited." },
	],
	["lines that an engine joined are parted", "12. The ship came. 13. He waited. 15. It was cold.", three],
	[
		"a number at a sentence's end is not the next passage",
		"12. See chapter 13. The ship came.\n15. It was cold.",
		{ 12: "See chapter 13. The ship came.", 15: "It was cold." },
	],
	["a fence of code around all is no text", "```text\n12. The ship came.\n13. He waited.\n```", pick(12, 13)],
	[
		"a table with its head and rule",
		"| No. | English |\n|-----|---------|\n| 12 | The ship came. |\n| 13 | He waited. |",
		pick(12, 13),
	],
	[
		"of a table with the source the last column counts",
		"12\t船来了。\tThe ship came.\n13\t他等。\tHe waited.",
		pick(12, 13),
	],
	["a table drawn with bars and the source", "| 12 | 船来了。 | The ship came. |", pick(12)],
	["a bar inside a text stays", "12. either | or", { 12: "either | or" }],
	["line ends of Windows", "12. The ship came.\r\n13. He waited.\r\n", pick(12, 13)],
	["thousands may be written with a comma", "1,012. Far.", { 1012: "Far." }],
	["nothing at all", " \n\n", {}],
	["numbers without texts", "12.\n13.\n15.", {}],
])("%s", (_, text, expectedLines) => {
	expect(rendered(text, [12, 13, 15, 1012])).toEqual(expectedLines);
});

function pick(...numbers: (keyof typeof three)[]): Record<number, string> {
	return Object.fromEntries(numbers.map((number) => [number, three[number]]));
}

test.each<[string, string, object]>([
	[
		"what a model says before and after is extra",
		lines(
			"Here is the translation:",
			"",
			"12. The ship came.",
			"13. He waited.",
			"15. It was cold.",
			"",
			"I kept the names.",
			"Ask me for more.",
		),
		{
			missing: [],
			extra: [
				{ line: 1, text: "Here is the translation:", number: null },
				{ line: 7, text: "I kept the names.", number: null },
				{ line: 8, text: "Ask me for more.", number: null },
			],
		},
	],
	[
		"a note right behind the last line is extra",
		lines("12. The ship came.", "13. He waited.", "15. It was cold.", "Note: “he” may be “she”."),
		{ missing: [], extra: [{ line: 4, text: "Note: “he” may be “she”.", number: null }] },
	],
	[
		"what a model says between two answers is extra",
		lines("12. The ship came.", "", "Continuing with the rest:", "", "13. He waited.", "15. It was cold."),
		{ missing: [], extra: [{ line: 3, text: "Continuing with the rest:", number: null }] },
	],
	["what did not come is missing", "12. The ship came.\n15. It was cold.", { missing: [13], extra: [] }],
	[
		"a number without a text is missing",
		"12. The ship came.\n13.\n15. It was cold.",
		{ missing: [13], extra: [] },
	],
	[
		"a passage that is not asked for is extra and goes into no other",
		lines("12. The ship came.", "13. He waited.", "14. Somebody typed this.", "15. It was cold."),
		{ missing: [], extra: [{ line: 3, text: "Somebody typed this.", number: 14 }] },
	],
	[
		"lines in another order are taken, and told",
		lines("13. He waited.", "12. The ship came.", "15. It was cold."),
		{ missing: [], outOfOrder: [12], extra: [] },
	],
	[
		"lines in reverse",
		lines("15. It was cold.", "13. He waited.", "12. The ship came."),
		{ missing: [], outOfOrder: [12, 13], extra: [] },
	],
	[
		"of a passage that comes twice the first is taken",
		lines("12. The ship came.", "13. He waited.", "12. Ship, ahoy.", "15. It was cold."),
		{ repeated: [12], extra: [{ line: 3, text: "Ship, ahoy.", number: 12 }], missing: [], outOfOrder: [] },
	],
	[
		"an answer that comes twice",
		lines(
			"12. The ship came.",
			"13. He waited.",
			"15. It was cold.",
			"",
			"Polished version:",
			"",
			"12. A ship.",
			"13. He sat.",
			"15. Cold.",
		),
		{ repeated: [12, 13, 15], missing: [] },
	],
])("%s", (_, text, told) => {
	const read = readPasted(text, expected);
	expect(read).toMatchObject(told);
	const came = expected.filter((number) => !read.missing.includes(number));
	expect(read.lines.map(({ number, text: said }) => [number, said])).toEqual(
		came.map((number) => [number, Object.entries(three).find(([key]) => Number(key) === number)?.[1]]),
	);
});

test.each<[string, string, Record<number, string>, object]>([
	["by their order", "The ship came.\nHe waited.\nIt was cold.", three, { extra: [], problems: [] }],
	[
		"with empty lines between",
		"The ship came.\n\nHe waited.\n\nIt was cold.",
		three,
		{ extra: [], problems: [] },
	],
	["with bullets", "- The ship came.\n- He waited.\n- It was cold.", three, { extra: [], problems: [] }],
	[
		"in paragraphs that were wrapped",
		"The ship\ncame.\n\nHe\nwaited.\n\nIt was\ncold.",
		three,
		{ extra: [], problems: [] },
	],
	[
		"with what a model says around them",
		"Here you go:\n\nThe ship came.\nHe waited.\nIt was cold.\n\nLet me know if you need more.",
		three,
		{ extra: [{ line: 1 }, { line: 7 }], problems: [] },
	],
	[
		"one of them with a number that is its own",
		"12 ships came.\nHe waited.\nIt was cold.",
		{ ...three, 12: "12 ships came." },
		{ extra: [] },
	],
	["counted from 1 by the engine", "1. The ship came.\n2. He waited.\n3. It was cold.", three, { extra: [] }],
	[
		"all numbered 1, as Markdown may",
		"1. The ship came.\n1. He waited.\n1. It was cold.",
		three,
		{ extra: [] },
	],
	[
		"an empty line stands for one that was left out",
		"The ship came.\n\nIt was cold.",
		pick(12, 15),
		{ missing: [13] },
	],
	[
		"not where there are fewer: nobody knows which is which",
		"The ship came.\nIt was cold.",
		{},
		{ missing: expected, problems: [{ key: "counts", values: { lines: 2, passages: 3 } }] },
	],
	[
		"not where there are more",
		"The ship came.\nIt left.\nHe waited.\nIt was cold.",
		{},
		{ missing: expected, extra: [{ line: 1 }, { line: 2 }, { line: 3 }, { line: 4 }] },
	],
])("lines that lost their numbers are taken %s", (_, text, found, told) => {
	expect(rendered(text)).toEqual(found);
	expect(readPasted(text, expected)).toMatchObject(told);
	expect(readPasted(text, expected).lines.every(({ how }) => how === "parallel")).toBe(true);
});

test("numbers of the engine's own are not taken for those of passages that have the same by chance", () => {
	expect(rendered("1. Two.\n2. Three.\n3. Five.", [2, 3, 5])).toEqual({ 2: "Two.", 3: "Three.", 5: "Five." });
	expect(rendered("2. Two.\n3. Three.\n5. Five.", [2, 3, 5])).toEqual({ 2: "Two.", 3: "Three.", 5: "Five." });
	expect(rendered("1. One.\n1. Two.", [1, 2])).toEqual({ 1: "One.", 2: "Two." });
});

test("numbers of passages that can be filled are trusted, although others were copied last", () => {
	const read = readPasted("1. One.\n2. Two.", [1, 2, 3, 4], [3, 4]);
	expect(read).toMatchObject({ lines: [{ number: 1 }, { number: 2 }], missing: [3, 4] });
});

test.each([
	["a list of lines", '["12. The ship came.", "13. He waited.", "15. It was cold."]'],
	["a list without numbers", '```json\n["The ship came.", "He\\nwaited.", "It was cold."]\n```'],
	["a table by number", '{"12": "The ship came.", "13": "He waited.", "15": "It was cold."}'],
	[
		"a list of tables with the source",
		JSON.stringify(
			Object.entries(three).map(([number, translation]) => ({
				number: Number(number),
				source: "中文",
				translation,
			})),
		),
	],
])("%s in JSON is read as its lines", (_, text) => {
	expect(rendered(text)).toEqual(three);
});

test("what only looks like JSON is read as it is", () => {
	expect(rendered("[12] The ship came.\n[13] He waited.")).toEqual(pick(12, 13));
	expect(rendered("[12]", [12])).toEqual({});
	expect(readPasted('{"12": 5}', expected).extra).toMatchObject([{ text: '{"12": 5}' }]);
});

test("a line in quotation marks with its number is the line", () => {
	expect(rendered('"12. The ship came."\n"13. He waited."')).toEqual(pick(12, 13));
	expect(rendered('12. "The ship came."')).toEqual({ 12: '"The ship came."' });
});

test.each([
	["船到了。 → The ship came.", "The ship came."],
	["船到了。 The ship came.", "The ship came."],
	["船到了。", "船到了。"],
	["The ship 船到了。", "The ship 船到了。"],
])("%j beside its source is %j", (text, rendering) => {
	expect(withoutEcho(text, "船到了。")).toBe(rendering);
});

test("of a part that was copied the lines without numbers are for that part, and only of it anything is missing", () => {
	expect(rendered("He waited.\nIt was cold.", expected, [13, 15])).toEqual(pick(13, 15));
	expect(readPasted("13. He waited.", expected, [13, 15]).missing).toEqual([15]);
	expect(rendered("12. The ship came.\n13. He waited.", expected, [13])).toEqual(pick(12, 13));
});

test.each<[string, string, object]>([
	[
		"is too long",
		"x".repeat(maxSegmentLength + 1),
		{ key: "tooLong", values: { number: 12, max: maxSegmentLength } },
	],
	["has half a character in it", "a\ud800b", { key: "notText", values: { number: 12 } }],
	["has NUL in it", "a\0b", { key: "notText", values: { number: 12 } }],
	["has a character that stands for markup", `a${markOf(3)}b`, { key: "notText", values: { number: 12 } }],
])("a text that %s is told and not taken, and does not count as missing", (_, text, problem) => {
	const read = readPasted(`12. ${text}\n13. He waited.`, [12, 13]);
	expect(read).toMatchObject({ problems: [problem], missing: [], lines: [{ number: 13 }] });
});

test("a passage is copied as one line without its codes", () => {
	expect(lineOf(` 船\r\n来${markOf(0)}了${markOf(1)}。\u2028`)).toBe("船 来了。");
	expect(
		writeNumbered([
			{ number: 7, text: "船\n来了。" },
			{ number: 9, text: "他等。" },
		]),
	).toBe("7. 船 来了。\n9. 他等。");
});

/** Any text with something in it; Markdown around the whole of a text is taken off, so none here. */
const anyLine = fc
	.oneof(
		fc
			.string({ unit: "binary", maxLength: 30 })
			.filter((text) => text.isWellFormed() && !text.includes("\0")),
		fc.constantFrom(
			"3.5亿",
			"2. 二",
			"(13) 年",
			"| a |",
			"```",
			"注：无",
			"Note: x",
			"- a",
			"1",
			"2024. 年",
			"13. x",
		),
	)
	.map(lineOf)
	.filter((text) => text !== "" && !/^(\*\*|__)|(\*\*|__)$/.test(text));
const anyPassages = fc
	.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 400 }), anyLine), {
		selector: ([number]) => number,
		maxLength: 25,
	})
	.map((all) => all.map(([number, text]) => ({ number, text })).toSorted((a, b) => a.number - b.number));

test("what was written is read back: every passage, and nothing else", () => {
	fc.assert(
		fc.property(anyPassages, (passages) => {
			const numbers = passages.map(({ number }) => number);
			expect(readPasted(writeNumbered(passages), numbers)).toEqual({
				lines: passages.map((passage) => ({ ...passage, how: "numbered" })),
				missing: [],
				extra: [],
				outOfOrder: [],
				repeated: [],
				problems: [],
			});
		}),
		{ numRuns: 1_000 },
	);
});

test("parts hold every passage once, in order, none longer than it may be unless one passage is", () => {
	fc.assert(
		fc.property(anyPassages, fc.integer({ min: 5, max: 80 }), (passages, most) => {
			const parts = writeParts(passages, most);
			expect(parts.flatMap((part) => part.passages)).toEqual(passages.map(({ number }) => number));
			expect(parts.map(({ text }) => text).join("\n")).toBe(writeNumbered(passages));
			for (const { text, length, passages: held } of parts) {
				expect(text.length).toBe(length);
				expect(length <= most || held.length === 1).toBe(true);
			}
		}),
	);
});

test("the ascending run that is chosen weighs as much as any", () => {
	const heaviest = (list: readonly [number, number][]): number => {
		const best = list.map(([, weight]) => weight);
		for (const [i, [number, weight]] of list.entries())
			for (let k = 0; k < i; k++)
				if ((list[k]?.[0] ?? number) < number) best[i] = Math.max(best[i] ?? 0, (best[k] ?? 0) + weight);
		return Math.max(0, ...best);
	};
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 2 })), { maxLength: 14 }), (list) => {
			const run = [
				...heaviestAscending(
					list.map(([number]) => number),
					(i) => list[i]?.[1] ?? 0,
				),
			].toSorted((a, b) => a - b);
			const numbers = run.map((i) => list[i]?.[0] ?? 0);
			expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
			expect(run.reduce((sum, i) => sum + (list[i]?.[1] ?? 0), 0)).toBe(heaviest(list));
		}),
	);
});

test("50,000 lines are read within two seconds, whatever stands before them", () => {
	const numbers = Array.from({ length: 50_000 }, (_, i) => i + 1);
	const text = numbers
		.map((number) => `${number % 3 === 0 ? `[${number}]` : `${number}.`} Sentence ${number}. And 3.`)
		.join("\n");
	const started = processorTime();
	expect(readPasted(text, numbers).lines).toHaveLength(50_000);
	expect(processorTime() - started).toBeLessThan(2_000);
});
