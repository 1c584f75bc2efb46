import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileRules, compileTrusted } from "#lib/core/srx/compile.ts";
import type { SrxDocument, SrxRule } from "#lib/core/srx/document.ts";
import { duizhaoRules } from "#lib/core/srx/duizhao-rules.ts";
import { SrxWorkExceeded } from "#lib/core/srx/pattern/automaton.ts";
import { processorTime } from "#tests/setup/processor-time.ts";

const rule = (breaks: boolean, before: string, after: string): SrxRule => ({ breaks, before, after });

function documentOf(languageRules: Record<string, SrxRule[]>, maps: [string, string][], cascade = true) {
	return {
		segmentSubflows: true,
		cascade,
		formatHandles: [],
		languageRules: Object.entries(languageRules).map(([name, rules]) => ({ name, rules })),
		maps: maps.map(([pattern, ruleName]) => ({ pattern, ruleName })),
	} satisfies SrxDocument;
}

/** The text with | at its breaks, by both ways of following rules, which must agree. */
function broken(document: SrxDocument, language: string, text: string): string {
	const [safe, fast] = [compileRules, compileTrusted].map((compile) => compile(document, language)(text));
	expect(safe).toEqual(fast);
	let from = 0;
	const pieces = [...(safe ?? []), text.length].map((at) => {
		const piece = text.slice(from, at);
		from = at;
		return piece;
	});
	return pieces.join("|");
}

const stop = rule(true, "\\.", "\\s");
const mister = rule(false, "Mr\\.", "\\s");

describe("of the rules that fit a place the first decides", () => {
	test.each([
		[[stop], "One. Mr. Two. Three", "One.| Mr.| Two.| Three"],
		[[mister, stop], "One. Mr. Two. Three", "One.| Mr. Two.| Three"],
		[[stop, mister], "One. Mr. Two. Three", "One.| Mr.| Two.| Three"],
		[[rule(true, "Mr\\.", " T"), mister, stop], "Mr. Two. Mr. One", "Mr.| Two.| Mr. One"],
		[[rule(false, "", "\\s"), stop], "One. Two", "One. Two"],
		[[rule(true, "", "T")], "One Two Three", "One |Two |Three"],
		[[rule(true, "e", "")], "One Three", "One| Thre|e"],
		[[rule(true, "", "")], "abc", "a|b|c"],
		[[rule(true, "^..", "")], "abcd", "ab|cd"],
		[[rule(true, "", "..$")], "abcd", "ab|cd"],
		[[], "One. Two", "One. Two"],
	])("%j: %s", (rules, text, wanted) => {
		expect(broken(documentOf({ A: rules }, [[".*", "A"]]), "en", text)).toBe(wanted);
	});
});

describe("maps", () => {
	const rules = { English: [mister], Default: [stop], Shouting: [rule(true, "!", "\\s")] };
	const maps: [string, string][] = [
		["en.*", "English"],
		[".*", "Default"],
		["en-GB", "Shouting"],
	];
	test.each([
		[true, "en", "Mr. X.| Go! Now"],
		[true, "EN-us", "Mr. X.| Go! Now"],
		[true, "en-GB", "Mr. X.| Go!| Now"],
		[true, "fr", "Mr.| X.| Go! Now"],
		[true, "fren", "Mr.| X.| Go! Now"],
		[false, "en", "Mr. X. Go! Now"],
		[false, "fr", "Mr.| X.| Go! Now"],
	])(
		"with cascade %s, %s gets the rules of all that fit, or of the first: %s",
		(cascade, language, wanted) => {
			expect(broken(documentOf(rules, maps, cascade), language, wanted.replaceAll("|", ""))).toBe(wanted);
		},
	);

	test("a name that no rules have is passed over", () => {
		const maps: [string, string][] = [
			[".*", "Nobody"],
			[".*", "Default"],
		];
		expect(broken(documentOf(rules, maps), "en", "A. B")).toBe("A.| B");
	});
});

test("a pattern that cannot be read is passed over, and the other rules work", () => {
	const document = documentOf({ A: [rule(false, "(", ""), stop] }, [[".*", "A"]]);
	expect(compileRules(document, "en")("One. Two")).toEqual([4]);
});

test("no break is within a character of two units", () => {
	const document = documentOf({ A: [rule(true, "", "")] }, [[".*", "A"]]);
	expect(compileRules(document, "en")("a😀b")).toEqual([1, 3]);
});

const pieces = [
	..."。！？!?.…；，,:：“”‘’\"'「」『』（）()《》[]—-~",
	..." \u3000",
	..."他说等的一问",
	"Mr",
	"U.S",
	"No",
	"I",
	"a.m",
	"He",
	"iPhone",
	"said",
	"Li",
	"went",
	"3.5",
	"12",
	"...",
	"[1]",
	"Yahoo!",
];

test.each(["zh-Hans", "en", "de", "fr", "und", "ja"])(
	"our rules for %s break the same places in both ways of following them",
	(language) => {
		const [safe, fast] = [compileRules(duizhaoRules, language), compileTrusted(duizhaoRules, language)];
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join("")),
				(text) => {
					expect(safe(text)).toEqual(fast(text));
				},
			),
			{ numRuns: 300 },
		);
	},
);

describe("hostile rules", () => {
	const long = `${"a".repeat(20_000)}!`;
	test.each([
		["(a+)+b"],
		["(a|a)*b"],
		["(a*)*b"],
		["(.*)*x"],
		["a*a*a*a*a*a*b"],
		["(?=(a+)+b)a"],
		["(?:(?:a?){50}){50}b"],
		["\\s*\\s*\\s*\\s*x"],
	])("%s is followed in bounded time, or given up", (pattern) => {
		for (const hostile of [rule(true, pattern, ""), rule(true, "", pattern)]) {
			const begin = processorTime();
			try {
				compileRules(documentOf({ A: [hostile] }, [[".*", "A"]]), "en")(long);
			} catch (error) {
				expect(error).toBeInstanceOf(SrxWorkExceeded);
			}
			expect(processorTime() - begin).toBeLessThan(5_000);
		}
	});

	test("a thousand rules that each look far are given up", () => {
		const rules = Array.from({ length: 1_000 }, (_, index) => rule(true, `${index}.*`, ""));
		expect(() => compileRules(documentOf({ A: rules }, [[".*", "A"]]), "en")(long)).toThrow(SrxWorkExceeded);
	});

	test("a language pattern is followed the same way", () => {
		const document = documentOf({ A: [stop] }, [["(e+)+x", "A"]]);
		expect(compileRules(document, "e".repeat(5_000))("One. Two")).toEqual([]);
	});
});

test("500 exceptions on 20,000 characters take less than two seconds", () => {
	const exceptions = Array.from({ length: 500 }, (_, index) => rule(false, `\\b[Ww]ord${index}\\.`, "\\s"));
	const breaker = compileRules(documentOf({ A: [...exceptions, stop] }, [[".*", "A"]]), "en");
	const text = "Words and word12. Other words.  ".repeat(625);
	const begin = processorTime();
	expect(breaker(text)).toHaveLength(625);
	expect(processorTime() - begin).toBeLessThan(2_000);
});
