import fc from "fast-check";
import { expect, test } from "vitest";
import { Automaton } from "#lib/core/srx/pattern/automaton.ts";
import { parsePattern } from "#lib/core/srx/pattern/parse-pattern.ts";
import { PatternError } from "#lib/core/srx/pattern/syntax-tree.ts";

const matches = (pattern: string, text: string) =>
	new Automaton(parsePattern(`(?:${pattern})\\z`), "ahead").matches(text, 0, { left: 1e7 });

test.each([
	["a+b?", ["a", "aab"], ["b", "abb", ""]],
	["a{2}", ["aa"], ["a", "aaa"]],
	["a{2,}", ["aa", "aaaa"], ["a"]],
	["a{1,3}", ["a", "aaa"], ["", "aaaa"]],
	["a{0,2}b", ["b", "aab"], ["aaab"]],
	["a++b*?c??", ["a", "aabbc"], ["b"]],
	["(?:ab|cd)+", ["ab", "cdab"], ["abc"]],
	["(?<name>ab)|(x)|", ["ab", "x", ""], ["abx"]],
	["(?>a|ab)c", ["ac", "abc"], ["ab"]],
	["[a-c]x", ["ax", "cx"], ["dx"]],
	["[^a-c]", ["d", "é", "😀"], ["a"]],
	["[]a]", ["]", "a"], ["b"]],
	["[a\\-z]", ["a", "-", "z"], ["b"]],
	["[-a]", ["-", "a"], ["b"]],
	["[a-]", ["-", "a"], ["b"]],
	["[a-z&&[^aeiou]]", ["b"], ["a", "B"]],
	["[[a-z]--[aeiou]]", ["b"], ["a"]],
	["[[a-z]-[aeiou]]", ["b"], ["a"]],
	["[[a-z]&[aeiou]]", ["a"], ["b"]],
	["[a-d[m-p]]", ["a", "n"], ["e"]],
	["[[:alpha:][:digit:]]", ["x", "7", "é"], ["-"]],
	["[[:^alpha:]]", ["7"], ["x"]],
	["[\\p{Lu}\\p{Nd}]", ["A", "7"], ["a"]],
	["\\p{Lu}\\p{Ll}*", ["Ab", "Éa"], ["aB"]],
	["\\p{L}\\PL", ["a1"], ["aa"]],
	["\\p{IsHan}\\p{Han}\\p{Script=Han}", ["一二三"], ["abc"]],
	["\\p{Alpha}\\p{Punct}\\p{Upper}", ["a,B"], ["a,b"]],
	["\\P{Lu}", ["a"], ["A"]],
	["\\p{^Lu}", ["a"], ["A"]],
	["\\d\\D\\w\\W\\s\\S", ["1ab- x", "٣xé- x"], ["ab"]],
	["\\h\\v", [" \n", "\u3000\r"], ["a\n"]],
	["a\\Rb", ["a\r\nb", "a\nb"], ["ab"]],
	["\\Qa.b*\\E+", ["a.b*", "a.b**"], ["axb"]],
	["[\\Q]-\\E]", ["]", "-"], ["a"]],
	["\\x41\\u0042\\x{43}\\t\\n\\0101", ["ABC\t\nA"], []],
	["\\x{1F600}", ["😀"], ["x"]],
	["\\.\\*\\[\\(\\u201c", [".*[(“"], []],
	[".", ["a", "😀"], ["\n", ""]],
	["(?s).", ["\n"], []],
	["(?i)ab", ["AB", "aB"], ["ac"]],
	["a(?i)b", ["aB"], ["AB"]],
	["(?i:a)b", ["Ab"], ["AB"]],
	["(?i)[a-z]\\u00e9", ["XÉ"], []],
	["(?i:a(?-i:b))", ["Ab"], ["AB"]],
	["a(?#a remark)b", ["ab"], []],
	["a(?=b)b", ["ab"], []],
	["a(?!b).", ["ac"], ["ab"]],
	["ab(?<=ab)c(?<!bc)d|x", ["x"], ["abcd"]],
	["\\bab\\b-\\Bx?", ["ab-"], ["ab-x"]],
	["^a$", ["a"], []],
	["\\Aa\\Z", ["a"], []],
	["(?m)a$\\n^b", ["a\nb"], []],
] as const)("%s", (pattern, yes, no) => {
	for (const text of yes) expect([text, matches(pattern, text)]).toEqual([text, true]);
	for (const text of no) expect([text, matches(pattern, text)]).toEqual([text, false]);
});

test.each([
	["(a)\\1", "backReference"],
	["(?<n>a)\\k<n>", "backReference"],
	["\\y", "unknownEscape"],
	["\\X", "unknownEscape"],
	["a\\", "unknownEscape"],
	["[\\y]", "unknownEscape"],
	["\\x{110000}", "unknownEscape"],
	["\\p{Nonsense}", "unknownProperty"],
	["\\p{InGreek}", "unknownProperty"],
	["[[:nonsense:]]", "unknownProperty"],
	["(a", "unbalanced"],
	["a)", "unbalanced"],
	["[a", "unbalanced"],
	["*a", "nothingToRepeat"],
	["a|+", "nothingToRepeat"],
	["a{3,2}", "badRepeat"],
	["a{1001}", "badRepeat"],
	["[z-a]", "badClass"],
	["(?x)a b", "unknownGroup"],
	["(?P>a)", "unknownGroup"],
	["(?(1)a)", "unknownGroup"],
	["((((a{500}){500}){500}){500})", "tooLarge"],
	["a".repeat(20_001), "tooLong"],
	[`${"(".repeat(60)}a${")".repeat(60)}`, "tooDeep"],
	[`${"[".repeat(60)}a${"]".repeat(60)}`, "tooDeep"],
])("%j is refused as %s", (pattern, fault) => {
	const thrown = (() => {
		try {
			return new Automaton(parsePattern(pattern), "ahead");
		} catch (error) {
			return error;
		}
	})();
	expect(thrown).toBeInstanceOf(PatternError);
	expect(thrown).toMatchObject({ fault });
});

const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "^", "$", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)");
const { pattern: patterns } = fc.letrec<{ pattern: string }>((tie) => ({
	pattern: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		atom,
		fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => a + b),
		fc.tuple(tie("pattern"), tie("pattern")).map(([a, b]) => `(?:${a}|${b})`),
		fc
			.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{0,3}"))
			.map(([a, times]) => `(?:${a})${times}`),
	),
}));

test("patterns that both know match where JavaScript's own do, ahead and behind", () => {
	fc.assert(
		fc.property(
			patterns,
			fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 }),
			(pattern, text) => {
				const node = parsePattern(pattern);
				const [ahead, behind] = [new Automaton(node, "ahead"), new Automaton(node, "behind")];
				for (let at = 0; at <= text.length; at += 1) {
					const own = [`(?=${pattern})`, `(?<=${pattern})`].map((look) => {
						const expression = new RegExp(look, "uy");
						expression.lastIndex = at;
						return expression.test(text);
					});
					const ours = [ahead, behind].map((each) => each.matches(text, at, { left: 1e6 }));
					expect(ours).toEqual(own);
				}
			},
		),
		{ numRuns: 2_000 },
	);
});

test("any text is a pattern or refused, and nothing else is thrown", () => {
	const pieces = fc.constantFrom(
		..."\\()[]{}^$.*+?|-&=!<>:,#0aZ1",
		"(?",
		"\\p{",
		"\\Q",
		"[:",
		"&&",
		"--",
		"一",
	);
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 15 }), (all) => {
			try {
				new Automaton(parsePattern(all.join("")), "behind");
			} catch (error) {
				expect(error).toBeInstanceOf(PatternError);
			}
		}),
		{ numRuns: 5_000 },
	);
});
