import { expect, test } from "vitest";
import { plainText } from "#lib/core/formats/marked-text.ts";
import type { LineHint } from "#lib/core/formats/reader.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { markdown } from "#lib/core/formats/readers/markdown.ts";
import { processorTime } from "#tests/setup/processor-time.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

const article = `---
title: "The lamp: a story"
date: 2023-5-3
authors:
  - Ann
  - 'O''Neill'
tags: [x]
---

# The *lamp*

中文在这里
换行，**粗体**和[链接][a]。[^1]

> Someone said this.
> - item one
>   - [ ] inner

1. first

| a | b |
|---|---|
| 1 | <b>2</b><br>x |

<div align="center"><h2>Inside</h2></div>

~~gone~~ \`code\` <span>here</span> ![a lamp](p.png) end

![alone](q.png)

\`\`\`js
let a;

  b
\`\`\`

    indented

[^1]: The note.

[a]: http://a.test
`;

test("an article: description, headings, lists, tables, notes, quotes, code, each with its line", async () => {
	const { shape, about, lines, problems } = await readWith(markdown, article);
	expect(shape).toBe("text");
	expect(about).toEqual({
		encoding: "UTF-8",
		title: "The lamp: a story",
		publishedAt: "2023-05-03",
		byline: "Ann, O'Neill",
	});
	const expected: [number, string, LineHint | undefined][] = [
		[2, "The lamp: a story", { title: true }],
		[10, "The lamp", { heading: 1 }],
		[12, "中文在这里换行，粗体和链接。", { linked: 2 / 14 }],
		[15, "Someone said this.", undefined],
		[16, "item one", { list: { ordered: false, level: 0 } }],
		[17, "inner", { list: { ordered: false, level: 1 } }],
		[19, "first", { list: { ordered: true, level: 0 } }],
		[21, "a", { cell: { row: 0, column: 0 } }],
		[21, "b", { cell: { row: 0, column: 1 } }],
		[23, "1", { cell: { row: 1, column: 0 } }],
		[23, "2 x", { cell: { row: 1, column: 1 } }],
		[25, "Inside", { heading: 2 }],
		[27, "gone code here  end", undefined],
		[32, "let a;", undefined],
		[34, "b", undefined],
		[37, "indented", undefined],
		[39, "The note.", { footnote: true }],
	];
	expect(lines.map((line) => [line.line, plainText(line), line.hint])).toEqual(expected);
	expect(problems.map(({ line, key, values }) => [line, key, values])).toEqual([
		[7, "frontMatterLeftOut", { count: 1, names: "tags" }],
		[17, "markdownTasks", { count: 1 }],
		[19, "listNumbers", { count: 1 }],
		[27, "markdownTags", { count: 2, names: "span" }],
		[29, "htmlImages", { count: 1 }],
	]);
});

test("emphasis, links and the marks of notes are codes", async () => {
	const { lines } = await readWith(markdown, article);
	expect(lines[2]?.codes).toEqual([
		{ kind: "bold", part: "start", pair: "0" },
		{ kind: "bold", part: "end", pair: "0" },
		{ kind: "link", value: "http://a.test", part: "start", pair: "1" },
		{ kind: "link", part: "end", pair: "1" },
		{ kind: "footnote", value: "1", part: "alone" },
	]);
	expect(lines[12]?.codes?.map(({ kind, part }) => `${kind} ${part}`)).toEqual([
		"strike start",
		"strike end",
		"other start",
		"other end",
		"image alone",
	]);
});

test("tags of HTML among the words are the codes they are in HTML", async () => {
	const { lines, problems } = await readWith(markdown, 'H<sub>2</sub>O, <a href="/x">see</a> H~2~O');
	expect(lines.map(plainText)).toEqual(["H2O, see H~2~O"]);
	expect(lines[0]?.codes?.map(({ kind, part, value }) => [kind, part, value])).toEqual([
		["subscript", "start", undefined],
		["subscript", "end", undefined],
		["link", "start", "/x"],
		["link", "end", undefined],
	]);
	expect(problems).toEqual([]);
});

test("a title that the text begins with is not said twice", async () => {
	const { lines } = await readWith(markdown, "+++\ntitle = 'Lamp'\n+++\n\n# Lamp\n");
	expect(lines).toEqual([{ line: 5, text: "Lamp", hint: { heading: 1 } }]);
});

test("a long text is what its parts are: lines, links and notes defined at its end", async () => {
	const part =
		"Word and [link][a] and note.[^n]\n\n- item\n\n  still item\n\n```\n# code\n\nMore code\n```\n\n";
	const { lines } = await readWith(markdown, `${part.repeat(2_000)}[a]: http://a.test\n\n[^n]: End.\n`);
	expect(lines).toHaveLength(5 * 2_000 + 1);
	const first = lines.filter((_, index) => index % 5 === 0 && index < 10_000);
	expect(first.map(({ line }) => line)).toEqual(first.map((_, index) => 1 + index * 12));
	expect(new Set(first.map(({ codes }) => JSON.stringify(codes)))).toHaveProperty("size", 1);
	expect(first[0]?.codes?.[2]).toEqual({ kind: "footnote", value: "n", part: "alone" });
	expect(lines.at(-1)).toEqual({ line: 24_003, text: "End.", hint: { footnote: true } });
});

test.each<[string, string, string]>([
	["a.md", "plain words", "markdown"],
	["a.md", "<!doctype html><p>x", "html"],
	["a.md", "<div align=center>\n\n# Head\n", "markdown"],
	["pasted", "---\ntitle: A\n---\n\nText", "markdown"],
	["a.txt", "# not necessarily", "txt"],
])("%s with %j is read as %s", (name, content, id) => {
	expect(recognise(fileOf(content, name), content)?.id).toBe(id);
});

test.each<[string, string, string]>([
	["200,000 quotes in one another", `${">".repeat(200_000)}x`, "markdownTooDeep"],
	["200,000 lists in one another", `${"- ".repeat(200_000)}x`, "markdownTooDeep"],
	[
		"lists that go ever deeper",
		Array.from({ length: 500 }, (_, at) => `${" ".repeat(at * 2)}- x`).join("\n"),
		"markdownTooDeep",
	],
	["100,000 stars in one paragraph", "**a*".repeat(50_000), "markdownTooDense"],
])("refused quickly: %s", async (_, content, key) => {
	const started = processorTime();
	expect(await refusalOf(markdown, content)).toMatchObject({ key });
	expect(processorTime() - started).toBeLessThan(5_000);
});
