import fc from "fast-check";
import { expect, test } from "vitest";
import { fullWidth } from "#lib/core/qa/checks/full-width.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	["He came，saw and left.", ["mark [，] → [, ]"], "He came, saw and left."],
	["He came ，saw", ["mark [ ，] → [, ]"], "He came, saw"],
	["It is over。", ["mark [。] → [.]"], "It is over."],
	["Version 3．5 is out", ["mark [．] → [.]"], "Version 3.5 is out"],
	["at 10：30 sharp", ["mark [：] → [:]"], "at 10:30 sharp"],
	["China（PRC）and", ["mark [（] → [ (]", "mark [）] → [) ]"], "China (PRC) and"],
	["tea、rice、salt", ["mark [、] → [, ]", "mark [、] → [, ]"], "tea, rice, salt"],
	["He said：“Go！”", ["mark [：] → [: ]", "mark [！] → [!]"], "He said: “Go!”"],
	["Why？Because；", ["mark [？] → [? ]", "mark [；] → [;]"], "Why? Because;"],
	["a，（b）", ["mark [，] → [,]", "mark [（] → [ (]", "mark [）] → [)]"], "a, (b)"],
	["【Notice】Please read", ["mark [【] → [[]", "mark [】] → [] ]"], "[Notice] Please read"],
	["one，\u3000two", ["mark [，\u3000] → [, ]"], "one, two"],
	["ＣＯＶＩＤ cases", ["letters [ＣＯＶＩＤ] → [COVID]"], "COVID cases"],
	["in ２０２１", ["letters [２０２１] → [2021]"], "in 2021"],
	["up 5％", ["minor sign [％] → [%]"], "up 5%"],
	["8～10 days", ["minor sign [～] → [–]"], "8–10 days"],
	["Thanks～", ["minor sign [～] → [~]"], "Thanks~"],
	["He left——alone", ["minor sign [——] → [—]"], "He left—alone"],
	["Wait……", ["minor sign [……] → […]"], "Wait…"],
	["two\u3000words", ["minor sign [\u3000] → [ ]"], "two words"],
	["The term 中国梦，which means", ["mark [，] → [, ]"], "The term 中国梦, which means"],
])("%s", (text, expected, fixed) => {
	const faults = look(fullWidth, "", text);
	expect(told(faults, text)).toEqual(expected);
	expect(corrected(text, faults)).toBe(fixed);
});

test.each([
	["English marks", "He came, saw (and left): why? “Go!” — well…"],
	["a sentence quoted in Chinese", "The banner read “为人民服务，永不停步。” in red."],
	["marks within Chinese", "He wrote 你好，世界 on the wall"],
	["a title that another check speaks of", "《Red Sorghum》"],
	["an accent", "Café São Tomé"],
])("quiet: %s", (_name, text) => {
	expect(look(fullWidth, "", text)).toEqual([]);
});

test("a document in another language is none of its business", () => {
	const sides = { source: true, target: true };
	const concerns = (targetLanguage: string) =>
		fullWidth.concerns({ sourceLanguage: "zh-Hans", targetLanguage, sides });
	expect([concerns("en-GB"), concerns("ja")]).toEqual([true, false]);
});

test("a corrected text is right", () => {
	const piece = fc.constantFrom(
		"tea",
		"A",
		"7",
		" ",
		"，",
		"。",
		"（",
		"）",
		"、",
		"：",
		"“",
		"”",
		"\u3000",
		"【",
		"】",
		"Ｂ",
		"——",
		"……",
		"～",
		"％",
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
			const text = pieces.join("");
			const once = corrected(text, look(fullWidth, "", text));
			expect(look(fullWidth, "", once)).toEqual([]);
		}),
	);
});
