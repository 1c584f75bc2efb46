import { expect, test } from "vitest";
import { spacing } from "#lib/core/qa/checks/spacing.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { corrected, look, told } from "./look-with.ts";

test.each([
	[" He left. ", ["edge [ ] → []", "edge [ ] → []"]],
	["He  left", ["double [  ] → [ ]"]],
	["He\tleft", ["tab [\t] → [ ]"]],
	["He left \n now", ["tab [ \n ] → [ ]"]],
	["of value , some", ["before [ ,] → [,]"]],
	["It is over .", ["before [ .] → [.]"]],
	["Really ? Yes", ["before [ ?] → [?]"]],
	["the ( old ) one", ["inside [ ] → []", "inside [ )] → [)]"]],
	["China 's trade", ["apostrophe [ 's] → ['s]"]],
	["tea,rice", ["after [,] → [, ]"]],
	["He left.Then she came", ["after [.] → [. ]"]],
	["We met Ms.Li,a teacher.I liked her.", ["after [.] → [. ]", "after [,] → [, ]", "after [.] → [. ]"]],
	["tea, rice, etc. , are", ["before [ ,] → [,]"]],
	["easy to use. , It is", ["marks [ ,]"]],
	["What!No", ["after [!] → [! ]"]],
	["in 2020,they", ["after [,] → [, ]"]],
	["Zhejiang(China)", ["after [(] → [ (]"]],
	["(China)and more", ["after [)] → [) ]"]],
	["the “ topic” is", ["quote [“ ] → [“]"]],
	["the “topic ” is", ["quote [ ”] → [”]"]],
	['We left. "', ['quote [ "] → ["]']],
	["yes--no", ["hyphen [--] → [—]"]],
	["one—two — three—four", ["dashes [ — ] → [—]"]],
	["one— two", ["dashes [— ] → [—]"]],
])("%s", (text, expected) => {
	const faults = look(spacing, "", text);
	expect(told(faults, text)).toEqual(expected);
	const fixed = corrected(text, faults);
	expect(look(spacing, "", fixed).filter(({ fix }) => fix !== null)).toEqual([]);
});

test.each([
	["他走了——一个人", "He left - alone", ["hyphen [ - ] → [ – ]"]],
	["他走了-新华网", "He left - Xinhua", []],
	["他走了——一个人-新华网", "He left - alone - Xinhua", []],
])("%s | %s", (source, text, expected) => {
	expect(told(look(spacing, source, text), text)).toEqual(expected);
});

test.each([
	["an indented paragraph", "\u00A0\u00A0 He left."],
	["numbers and times", "In 1,000 of 3.5 at 10:30, 4:3"],
	["abbreviations", "Dr. Li of the U.S. (e.g. Ph.D. and i.e.) No.5"],
	["files and addresses", "See a.pdf, Node.js, https://a.org/b,c and x@y.org; .NET or .5"],
	["faces", "Fine :) and ;) and :D"],
	["dots that stand apart", "And then ... nothing . . . at all"],
	["plural in brackets", "the person(s) and f(x)"],
	["pairs of dashes", "one — two — three"],
	["hyphens", "two- and three-year plans, pre-war"],
	["Chinese that is quoted", "reads “为人民服务 ，永不停步” here"],
	["a closing mark and its space", 'He said "Go" and "Stop"'],
])("quiet: %s", (_name, text) => {
	expect(told(look(spacing, "", text), text)).toEqual([]);
});

test.each([
	" ".repeat(100_000),
	"a ".repeat(50_000),
	`a${" ".repeat(100_000)}b`,
	"-".repeat(100_000),
	"a.".repeat(50_000),
	"x".repeat(100_000),
])("a hostile text is read in time", (text) => {
	const start = processorTime();
	look(spacing, "", text);
	expect(processorTime() - start).toBeLessThan(5_000);
});
