import { expect, test } from "vitest";
import { linesOfPage, type TextPiece } from "#lib/server/files/pdf-lines.ts";

/** Pieces of size 10 as [text, x, width, baseline, size]. */
type Drawn = readonly [text: string, x: number, width: number, baseline?: number, size?: number];

const pieces = (drawn: readonly Drawn[]) =>
	drawn.map(
		([text, x, width, baseline = 100, size = 10]): TextPiece => ({
			text,
			x,
			width,
			baseline,
			size,
			turned: false,
			blank: text.trim() === "",
		}),
	);

const texts = (drawn: readonly Drawn[]) => linesOfPage(pieces(drawn)).map(({ text }) => text);

test.each<[string, readonly Drawn[], readonly string[]]>([
	[
		"quotation marks drawn before the Chinese around them stand where they are seen",
		[
			["馆员说，", 70, 40],
			["  ", 110, 40],
			["“", 110, 5],
			["春天的", 115, 30],
			["”", 145, 5],
			["渡口", 150, 20],
			["很美。", 170, 30],
		],
		["馆员说，“春天的”渡口很美。"],
	],
	[
		"a mark of another font that is drawn late goes between its neighbours",
		[
			["他们叫它", 70, 40],
			["“", 150, 5],
			["”", 185, 5],
			["小河边的", 110, 40],
			["石头", 155, 30],
			["桥。", 190, 20],
		],
		["他们叫它小河边的“石头”桥。"],
	],
	[
		"a mark drawn before its whole line does not go to the line above",
		[
			["大家都说“感谢、", 70, 80, 86],
			["”", 120, 5],
			["感动、加油", 70, 50],
			["已成习惯。", 125, 50],
		],
		["大家都说“感谢、", "感动、加油”已成习惯。"],
	],
	[
		"a mark in a gap that came as a blank takes its place",
		[
			["“", 90, 5],
			["”", 115, 5],
			["说到", 70, 20],
			["渡口 的人", 95, 45],
		],
		["说到“渡口”的人"],
	],
	[
		"what is drawn over text that has no gap for it leaves that as it is",
		[
			["渡口", 95, 20],
			["港务局 码头", 70, 60],
			["三号", 130, 20],
		],
		["渡口", "港务局 码头三号"],
	],
	[
		"a sign drawn after its line is put into it",
		[
			["The quay", 70, 40],
			["opens.", 125, 30],
			["⚓", 112, 10],
		],
		["The quay ⚓ opens."],
	],
	[
		"columns stay apart, whichever is drawn first",
		[
			["右一", 320, 20],
			["左一", 70, 20],
			["右二", 320, 20, 116],
			["左二", 70, 20, 116],
		],
		["左一", "右一", "左二", "右二"],
	],
	[
		"columns drawn one after the other keep their own lines",
		[
			["左一“", 70, 25],
			["左二", 70, 20, 116],
			["右一", 110, 20],
			["右二", 110, 20, 116],
		],
		["左一“", "左二", "右一", "右二"],
	],
	[
		"letters drawn twice to look bold are not mixed with each other",
		[
			["渡", 70, 10],
			["口", 80, 10],
			["渡", 70.3, 10],
			["口", 80.3, 10],
		],
		["渡口", "渡口"],
	],
	[
		"what is written from right to left stays in the order of drawing",
		[
			["שלום", 120, 30],
			["לכולם", 70, 40],
		],
		["שלום", "לכולם"],
	],
	[
		"a note's mark stays with the word it is raised beside",
		[
			["word", 70, 22],
			["1", 92.2, 3, 96, 6],
			["goes on", 98, 35],
		],
		["word1 goes on"],
	],
])("%s", (_, drawn, expected) => {
	expect(texts(drawn)).toEqual(expected);
});

test("a line put into order begins at its first piece and ends with its last", () => {
	const [line] = linesOfPage(
		pieces([
			["”", 100, 5],
			["渡口边", 70, 30],
		]),
	);
	expect(line).toEqual({ text: "渡口边”", x: 70, y: 90, width: 35, height: 10 });
});
