import { describe, expect, test } from "vitest";
import { linesIn, plainLine } from "#app/_workbench/editor/plain-paste.ts";

describe("what is pasted becomes one line of plain text", () => {
	test.each([
		["Windows line ends", "One.\r\nTwo.", "One. Two.", 2],
		["Unix line ends", "One.\nTwo.\nThree.", "One. Two. Three.", 3],
		["old Mac line ends", "One.\rTwo.", "One. Two.", 2],
		["empty lines between", "One.\r\n\r\n  Two.", "One. Two.", 2],
		["a line copied whole", "One.\r\n", "One.", 1],
		["line ends before and after", "\n\nOne.\n\n", "One.", 1],
		["soft line ends of Word", "One.\vTwo.", "One. Two.", 2],
		["a page's end", "One.\fTwo.", "One. Two.", 2],
		["Unicode's line and paragraph ends", "One.\u2028Two.\u2029Three.", "One. Two. Three.", 3],
		["Chinese lines, which take no space", "中国的\n经济，\r\n增长。", "中国的经济，增长。", 3],
		["a Chinese line before an English one", "中国\nGDP", "中国 GDP", 2],
		["cells of a table", "One\tTwo", "One Two", 1],
		["spaces that do not break", "10\u00a0km", "10\u00a0km", 1],
		["spaces and breaks without width", "wa\u200bter\ufeffway\u2060s", "waterways", 1],
		["hyphens that nobody saw", "infor\u00admation", "information", 1],
		["joiners inside a sign", "👩\u200d🚀", "👩\u200d🚀", 1],
		["other controls", "a\u0000\u0007b", "ab", 1],
		["spaces at its ends, as they are", " of the ", " of the ", 1],
		["nothing", "", "", 0],
	])("%s", (_name, pasted, plain, lines) => {
		expect([plainLine(pasted), linesIn(pasted)]).toEqual([plain, lines]);
	});
});
