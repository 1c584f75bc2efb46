import { expect, test } from "vitest";
import type { DeliverThread } from "#lib/core/formats/deliverable.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { readReturned } from "#lib/core/formats/word/returned/file.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { memoryFile } from "#lib/server/files/file-source.ts";
import { articleWith, passage, segment } from "#tests/core/formats/articles.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";

const article = articleWith([
	passage(
		[segment("渡船开了。", { id: "source01abcde", draft: null })],
		[segment("The ferry left.", { id: "target01abcde" }), segment("It was early.", { id: "target02abcde" })],
	),
]);
const [place] = article.passages;
const at = "2024-06-01T10:00:00.000Z";
const said = (author: string, text: string) => ({ author, at, text });
const thread = (fields: Partial<DeliverThread>): DeliverThread => ({
	passage: place?.id ?? "",
	side: "target",
	segment: "target01abcde",
	span: null,
	resolved: false,
	comments: [said("Lin Wen", "Which one?")],
	...fields,
});

async function commentsIn(threads: readonly DeliverThread[], layout: "article" | "columns" = "article") {
	const bytes = await docx.write({ ...article, threads, layout }, capabilities);
	const file = await readReturned(
		memoryFile("out.docx", bytes),
		readerCapabilities(() => undefined),
	);
	const quotes = new Map(
		file.paragraphs.flatMap(({ text, comments }) =>
			comments.map(({ id, start, end }) => [id, text.slice(start, end)]),
		),
	);
	return file.comments.map(({ id, author, text, parent, resolved }) => ({
		author,
		text,
		on: quotes.get(id),
		answers: file.comments.find((one) => one.id === parent)?.text ?? null,
		resolved,
	}));
}

const first = { author: "Lin Wen", text: "Which one?", answers: null, resolved: false };

test.each<[string, Partial<DeliverThread>, object[]]>([
	["some words", { span: { start: 4, end: 9 } }, [{ ...first, on: "ferry" }]],
	["a sentence", {}, [{ ...first, on: "The ferry left." }]],
	["the second sentence of a paragraph", { segment: "target02abcde" }, [{ ...first, on: "It was early." }]],
	["words whose place is not known", { quote: "left" }, [{ ...first, on: "left" }]],
	["words that are gone", { quote: "sailed" }, [{ ...first, on: "The ferry left." }]],
	[
		"a source that does not go along",
		{ side: "source", segment: "source01abcde" },
		[{ ...first, on: "The ferry left." }],
	],
	["a passage that is not there", { passage: "another", segment: null }, []],
	["something settled", { resolved: true }, [{ ...first, on: "The ferry left.", resolved: true }]],
	[
		"something that was answered",
		{ comments: [said("Lin Wen", "Which one?"), said("Omar Reyes", "The first.\nOf two.")] },
		[
			{ ...first, on: "The ferry left." },
			{
				author: "Omar Reyes",
				text: "The first.\nOf two.",
				on: "The ferry left.",
				answers: "Which one?",
				resolved: false,
			},
		],
	],
])("a comment on %s stands where it belongs", async (_, fields, expected) => {
	expect(await commentsIn([thread(fields)])).toEqual(expected);
});

test("in two columns a comment on a source stands with the source", async () => {
	const on = { side: "source", segment: "source01abcde" } as const;
	expect(await commentsIn([thread(on)], "columns")).toEqual([{ ...first, on: "渡船开了。" }]);
});
