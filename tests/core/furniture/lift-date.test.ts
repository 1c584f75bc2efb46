import { expect, test } from "vitest";
import { type InlineCode, markOf } from "#lib/core/formats/marked-text.ts";
import type { ReadLine } from "#lib/core/formats/reader.ts";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";
import { gluedDateOffset } from "#lib/core/furniture/lift-date.ts";

const sentence =
	"Since the reading room was opened, the crews have carefully read what the office put there.";
const chinese = "近日，港务局为船员开设的阅览室正式启用，受到船员们的广泛欢迎，预约已经排到了年底。";

test.each([
	[`date 2023-05-23 ${sentence}`, "date 2023-05-23", "2023-05-23", sentence],
	[`2023-05-23 08:35 ${sentence}`, "2023-05-23 08:35", "2023-05-23T08:35", sentence],
	[`(2023-05-23) ${sentence}`, "(2023-05-23)", "2023-05-23", sentence],
	[`Published on May 23, 2023 ${sentence}`, "Published on May 23, 2023", "2023-05-23", sentence],
	[
		`Release time: 09:57, June 25, 2021 ${sentence}`,
		"Release time: 09:57, June 25, 2021",
		"2021-06-25T09:57",
		sentence,
	],
	[`时间：2021年10月19日 ${chinese}`, "时间：2021年10月19日", "2021-10-19", chinese],
	[`发布时间：2021-10-19 08:00${chinese}`, "发布时间：2021-10-19 08:00", "2021-10-19T08:00", chinese],
	[`2021-10-19　${chinese}`, "2021-10-19", "2021-10-19", chinese],
])("from “%s” the date is lifted", (text, date, iso, rest) => {
	const page = classifyPage([
		{ line: 1, text },
		{ line: 3, text: sentence },
	]);
	expect(page.blocks.map(({ line, kind, text }) => [line, kind, text])).toEqual([
		[1, "meta", date],
		[1, "body", rest],
		[3, "body", sentence],
	]);
	expect(page.metadata.publishedAt).toBe(iso);
});

test("a date glued to the title is lifted too", () => {
	const page = classifyPage([
		{ line: 1, text: "date 2025-10-31 港务局阅览室预约已满" },
		{ line: 2, text: chinese.repeat(3) },
	]);
	expect(page.blocks.map((block) => block.kind)).toEqual(["meta", "title", "body"]);
	expect(page.metadata).toMatchObject({ title: "港务局阅览室预约已满", publishedAt: "2025-10-31" });
});

test.each([
	"On May 23, 2023, the office opened a reading room for its crews, and they read what was put there.",
	"May 23, 2023 was the day on which the office opened a reading room for its crews and guests.",
	"2023年5月23日，港务局为船员开设的阅览室正式启用，受到船员们的广泛欢迎。",
	"2月1日凌晨，港务局为船员开设的阅览室正式启用，受到船员们的广泛欢迎。",
	"VARDA, May 23 (Meridian) -- The harbour office opened a reading room for its crews on Tuesday.",
	"新华社北京2023年5月23日电（记者陶明）港务局为船员开设的阅览室正式启用，受到广泛欢迎。",
	"2023-2024 was a good year for the harbour, and the office has said so in every one of its reports.",
])("“%s” begins with a date of its own", (text) => {
	const page = classifyPage([
		{ line: 1, text },
		{ line: 2, text: sentence },
	]);
	expect(page.blocks.map((block) => block.kind)).toEqual(["body", "body"]);
});

test("codes go with their words; one that spans the cut is closed and opened again", () => {
	const bold: InlineCode = { kind: "bold", part: "start", pair: "1" };
	const italic: InlineCode = { kind: "italic", part: "start", pair: "2" };
	const end = (code: InlineCode): InlineCode => ({ ...code, part: "end" });
	const [b, i, iEnd, bEnd] = [0, 1, 2, 3].map(markOf);
	const page = classifyPage([
		{
			line: 1,
			text: `${b}date ${i}2023-05-23${iEnd} Since${bEnd} ${sentence}`,
			codes: [bold, italic, end(italic), end(bold)],
		},
		{ line: 2, text: sentence },
	]);
	expect(page.blocks.slice(0, 2)).toEqual([
		{
			line: 1,
			kind: "meta",
			text: `${markOf(0)}date ${markOf(1)}2023-05-23${markOf(2)}${markOf(3)}`,
			codes: [bold, italic, end(italic), end(bold)],
		},
		{ line: 1, kind: "body", text: `${markOf(0)}Since${markOf(1)} ${sentence}`, codes: [bold, end(bold)] },
	]);
});

test.each([
	["陶明远同志逝世2021-04-13", 7],
	["Harbour office opens its reading room2024-05-27 08:35", 37],
	["Harbour office opens its reading room 2024-05-27", 0],
	["Budget of the harbour 2024", 0],
	["公告2021-04-13", 0],
	["陶明远同志逝世2021年4月13日", 0],
])("the date glued to the end of “%s” begins at %i", (text, offset) => {
	expect(gluedDateOffset(text)).toBe(offset);
});

test("a sentence with its date stays text where hardly anything else is on the page", () => {
	const sentence =
		"时间：2021年10月19日 近日，港务局为船员开设的阅览室正式启用，受到广泛欢迎，预约已经排到年底。";
	const lines: ReadLine[] = [
		{ line: 1, text: "a", hint: { caption: true } },
		{ line: 3, text: "-" },
		{ line: 5, text: "-", hint: { margin: true } },
		{ line: 7, text: sentence },
	];
	const own = classifyPage(lines).blocks.filter(({ line }) => line === 7);
	expect(own.map(({ kind }) => kind)).toEqual(["meta", "body"]);
});
