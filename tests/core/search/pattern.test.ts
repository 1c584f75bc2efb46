import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf } from "#lib/core/formats/marked-text.ts";
import { holdsMarks } from "#lib/core/search/marks.ts";
import {
	compilePattern,
	isProblem,
	longestQuery,
	type Pattern,
	type TextQuery,
} from "#lib/core/search/pattern.ts";
import { english } from "#lib/messages/catalogue.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

function query(text: string, options: string): TextQuery {
	return {
		text,
		regex: options.includes("r"),
		matchCase: options.includes("c"),
		wholeWord: options.includes("w"),
	};
}

function pattern(text: string, options = ""): Pattern {
	const compiled = compilePattern(query(text, options));
	if (isProblem(compiled)) throw new Error(compiled.problem);
	return compiled;
}

function replaceAll(text: string, by: Pattern, replacement: string): string {
	let [out, at] = ["", 0];
	for (const match of by.find(text)) {
		out += text.slice(at, match.start) + by.replace(text, match, replacement);
		at = match.end;
	}
	return out + text.slice(at);
}

test.each([
	["縣規劃辦公室的计划", "规划办公室", "", ["規劃辦公室"]],
	["The Office, the OFFICE, the office", "office", "", ["Office", "OFFICE", "office"]],
	["The Office, the OFFICE, the office", "Office", "c", ["Office"]],
	["Aaa", "aa", "c", ["aa"]],
	["准確和准确", "准确", "c", ["准確", "准确"]],
	["ＡＢＣ and abc", "ABC", "c", ["ＡＢＣ"]],
	["plan, planning, replan, plan9, a_plan, plan’s", "plan", "w", ["plan", "plan"]],
	["9 of 19 and 9th", "9", "w", ["9"]],
	["ax x x", "x x", "w", ["x x"]],
	["规划办公室", "办公", "w", ["办公"]],
	["第3号和13号", "3", "w", ["3"]],
	["用App看", "App", "w", ["App"]],
	["𝐀plan plan", "plan", "w", ["plan"]],
	["plan\u0301 plan", "plan", "w", ["plan"]],
	["a.b(c", ".b(", "", [".b("]],
	[
		"Planning Office or Planning Bureau",
		"planning (?:office|bureau)",
		"r",
		["Planning Office", "Planning Bureau"],
	],
	["Planning Office or planning office", "planning", "rc", ["planning"]],
	["10 km, 100km", "\\d+ ?km", "r", ["10 km", "100km"]],
	["縣計劃和县规划", "县.{2}", "r", ["县规划"]],
	["plan, planning", "pl\\w+", "rw", ["plan", "planning"]],
	["planning plan", "plan", "rw", ["plan"]],
	["😀 plan", "\\bplan", "r", ["plan"]],
	["abc", "x*", "r", []],
	["abc", "b*", "r", ["b"]],
	["line", "^line$", "r", ["line"]],
	["", "a", "", []],
])("in %s, %s with %j finds %j", (text, wanted, options, expected) => {
	expect(
		pattern(wanted, options)
			.find(text)
			.map(({ start, end }) => text.slice(start, end)),
	).toEqual(expected);
});

test.each([
	["the county office", "county", "", "district", "the district office"],
	["costs $1", "costs", "", "$& $1 $$", "$& $1 $$ $1"],
	["Office of Planning", "(\\w+) of (\\w+)", "r", "$2 $1", "Planning Office"],
	["Office of Planning", "(?<a>\\w+) of (?P<b>\\w+)", "r", "$<b> $<a>", "Planning Office"],
	["ten, ten", "ten", "r", "<$&>", "<ten>, <ten>"],
	["ten", "ten", "r", "$0 $$1 $", "ten $1 $"],
	["ab", "(a)|(b)", "r", "[$1$2]", "[a][b]"],
	["ab", "(a)(x)?b", "r", "$1$2!", "a!"],
	["abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)", "r", "$11$10$12", "kja2l"],
	["a b", "(a) b", "r", "$12", "a2"],
	["a", "a", "r", "$3 $<x> $<", "$3 $<x> $<"],
	["a b a", "a", "r", "", " b "],
	["xab ab", "\\bab", "r", "c", "xab c"],
])("in %s, %s with %j replaced by %s gives %s", (text, wanted, options, replacement, expected) => {
	expect(replaceAll(text, pattern(wanted, options), replacement)).toBe(expected);
});

test.each([
	["", "", "empty", {}],
	["", "r", "empty", {}],
	["x".repeat(longestQuery + 1), "", "tooLong", { most: longestQuery }],
	["ab(c|d", "r", "parenthesisOpen", { column: 3 }],
	["(a)\\((", "r", "parenthesisOpen", { column: 6 }],
	["[(]b)", "r", "parenthesisClosed", { column: 5 }],
	["a[bc", "r", "bracketOpen", { what: "[bc", column: 2 }],
	["a[z-a]", "r", "characterClass", { what: "z-a", column: 3 }],
	["\\p{Klingon}", "r", "characterClass", { what: "\\p{Klingon}", column: 1 }],
	["a{2,1}", "r", "repeatCount", { what: "{2,1}", column: 2 }],
	["((a{100}){100}){100}", "r", "repeatCount", { what: "{100}", column: 16 }],
	["*a", "r", "nothingToRepeat", { what: "*", column: 1 }],
	["ba**", "r", "repeatedRepeat", { what: "**", column: 3 }],
	["(?<a b>a)", "r", "groupName", { what: "(?<a b>", column: 1 }],
	["(?<n>a)(?<n>b)", "r", "groupTwice", { what: "n", column: 11 }],
	["a\\q", "r", "escape", { what: "\\q", column: 2 }],
	["(a)\\1", "rc", "backReference", { what: "\\1", column: 4 }],
	["a\\", "r", "backslash", { what: "", column: 2 }],
	["a(?=b)", "r", "unsupported", { what: "(?=", column: 2 }],
	["(?<=a)b", "r", "unsupported", { what: "(?<=", column: 1 }],
	["(?<!a)b", "r", "unsupported", { what: "(?<!", column: 1 }],
])("%s with %j is refused: %s %j", (text, options, problem, values) => {
	expect(compilePattern(query(text, options))).toEqual({ problem, values });
	expect(Object.keys(english.search.problem)).toContain(problem);
});

test.each([
	["(a)", "$1 $$2 $&", null],
	["(a)", "$2", { problem: "noGroup", values: { group: "$2", groups: 1 } }],
	["a", "$1", { problem: "noGroup", values: { group: "$1", groups: 0 } }],
	["(?<n>a)", "$<n>", null],
	["(?<n>a)", "$<m>", { problem: "noNamedGroup", values: { group: "m" } }],
])("%s cannot be replaced by %s: %j", (text, replacement, expected) => {
	expect(pattern(text, "r").problemIn(replacement)).toEqual(expected);
});

const coded = `The ${markOf(0)}County${markOf(1)} Planning ${markOf(70_000)}Office`;

test.each([
	["county planning", "", [`County${markOf(1)} Planning`]],
	["the", "", ["The"]],
	["(County) (Planning)", "rw", [`County${markOf(1)} Planning`]],
	["office", "w", ["Office"]],
])("inline codes part no match: %s with %j", (wanted, options, expected) => {
	const found = pattern(wanted, options).find(coded);
	expect(found.map(({ start, end }) => coded.slice(start, end))).toEqual(expected);
	expect(found.map((match) => holdsMarks(coded, match))).toEqual(
		expected.map((text) => text.includes(markOf(1))),
	);
});

test("a group holds the text without its codes", () => {
	const compiled = pattern("(County) (Planning)", "r");
	const [match] = compiled.find(coded);
	expect(match && compiled.replace(coded, match, "$2 $1")).toBe("Planning County");
});

const signs = fc.string({ unit: fc.constantFrom(..."aAbB 县縣规規.,-1_𠮷😀é"), maxLength: 30 });
const wanted = fc.string({ unit: fc.constantFrom(..."aAb县规1 ."), minLength: 1, maxLength: 3 });
const options = fc.constantFrom("", "c", "w", "cw");

test("matches are in order, apart and not empty, and replacing each with itself changes nothing", () => {
	fc.assert(
		fc.property(signs, wanted, options, fc.boolean(), (text, word, chosen, regex) => {
			const compiled = pattern(
				regex ? `(?:${word.replaceAll(".", "\\.")}|b+)` : word,
				chosen + (regex ? "r" : ""),
			);
			let at = 0;
			for (const { start, end } of compiled.find(text)) {
				expect(start).toBeGreaterThanOrEqual(at);
				expect(end).toBeGreaterThan(start);
				at = end;
			}
			if (regex) expect(replaceAll(text, compiled, "$&")).toBe(text);
		}),
	);
});

test("a plain expression finds what the literal text finds where script and width do not differ", () => {
	const plain = fc.string({ unit: fc.constantFrom(..."aAbB 县规.,-1_😀"), maxLength: 30 });
	fc.assert(
		fc.property(plain, wanted, fc.constantFrom("", "c"), (text, word, chosen) => {
			const literal = pattern(word, chosen).find(text);
			expect(pattern(word.replaceAll(".", "\\."), `${chosen}r`).find(text)).toEqual(literal);
		}),
	);
});

test("each hit alone and all together give the same text around it", () => {
	fc.assert(
		fc.property(signs, wanted, options, signs, (text, word, chosen, replacement) => {
			const compiled = pattern(word, chosen);
			const found = compiled.find(text);
			const pieces: string[] = [];
			let at = 0;
			for (const { start, end } of found) {
				pieces.push(text.slice(at, start));
				at = end;
			}
			expect(replaceAll(text, compiled, replacement)).toBe([...pieces, text.slice(at)].join(replacement));
		}),
	);
});

test.each([
	["(x+x+)+y"],
	["(a|a)*$"],
	["(a*)*b"],
	["(.*a){20}"],
	["([a-zA-Z]+)*$"],
	["(a|aa)+$"],
	["^(([a-z])+.)+[A-Z]([a-z])+$"],
])("%s takes no longer than any other expression", (evil) => {
	const text = `${"x".repeat(14)}${"a".repeat(14)}!`;
	const begun = processorTime();
	pattern(evil, "r").find(text);
	expect(processorTime() - begun).toBeLessThan(200);
});
