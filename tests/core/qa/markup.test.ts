import { expect, test } from "vitest";
import { markup } from "#lib/core/qa/checks/markup.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { look } from "./look-with.ts";

test.each([
	["请看https://example.org/a。", "Please look.", ["major missing url https://example.org/a"]],
	["请看。", "See https://example.org/a.", ["major invented url https://example.org/a"]],
	["联系a@b.org", "Write to c@b.org", ["major missing address a@b.org", "major invented address c@b.org"]],
	["<b>好</b>", "<b>Good", ["major missing tag </b>"]],
	[
		"你好{name}，#NUMBER#",
		"Hello",
		["major missing placeholder {name}", "major missing placeholder #NUMBER#"],
	],
	["共%d个，%1$s", "In all %1$s", ["major missing placeholder %d"]],
	["打开report.pdf", "Open it", ["minor missing file report.pdf"]],
	["苏宁易购", "Suning.com", ["minor invented url Suning.com"]],
	["{x}和{x}", "{x}", ["major missing placeholder {x}"]],
	["@reader1 你好", "Hello", ["minor missing handle @reader1"]],
])("%s | %s", (source, text, expected) => {
	const faults = look(markup, source, text);
	expect(
		faults.map(
			({ key, values, severity = "major" }) => `${severity} ${key} ${values["kind"]} ${values["text"]}`,
		),
	).toEqual(expected);
});

test.each([
	["kept", "<b>好</b>，见https://example.org/a", "<b>Good</b>, see https://example.org/a."],
	["without its scheme", "见http://example.org/", "See example.org"],
	["a name that is rendered", "@新华社 说", "@XinhuaNews said"],
	["a subject that is rendered", "#一带一路#", "#BeltAndRoad"],
	["signs of arithmetic", "3小于5", "3 < 5 and 7 > 6"],
	["per cent", "增长5%", "up 5% during"],
	["no rendering yet", "见https://example.org/a", ""],
	["abbreviations", "美国", "The U.S. and e.g. Dr. Li No.5"],
])("quiet: %s", (_name, source, text) => {
	expect(look(markup, source, text)).toEqual([]);
});

test.each([
	"a".repeat(100_000),
	"a.".repeat(50_000),
	"<a ".repeat(33_000),
	"{".repeat(100_000),
	"www.".repeat(25_000),
	"a-".repeat(50_000),
	"@a".repeat(50_000),
])("a hostile text is read in time", (text) => {
	const start = processorTime();
	look(markup, text, text);
	expect(processorTime() - start).toBeLessThan(5_000);
});
