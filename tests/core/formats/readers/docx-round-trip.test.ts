import fc from "fast-check";
import { expect, test } from "vitest";
import { docx as written } from "#lib/core/formats/formats/docx.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import type { MarkedText } from "#lib/core/formats/marked-text.ts";
import { codeNumber, marks } from "#lib/core/formats/marked-text.ts";
import { docx } from "#lib/core/formats/readers/docx.ts";
import { openArchive } from "#lib/server/files/archive.ts";
import { anyArticle, canal } from "#tests/core/formats/articles.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";
import { readWith } from "#tests/core/formats/readers/read-with.ts";
import { readWord } from "#tests/core/formats/word-reading.ts";

const read = (bytes: Uint8Array) => readWith(docx, bytes, "a.docx", { openArchive });

/** Breaks as line feeds, characters as themselves. */
const whole = ({ text, codes = [] }: MarkedText) =>
	text.replaceAll(marks, (mark) => {
		const code = codes[codeNumber(mark) ?? -1];
		return code?.kind === "break" ? "\n" : (code?.value ?? "");
	});

test("our own clean Word file is read with its headings, captions and items", async () => {
	const { lines, about, problems } = await read(await written.write(canal, capabilities));
	expect(lines.map((line) => [whole(line), line.hint])).toEqual(
		[
			["A walk along the old canal", { heading: 1 }],
			["May 27, 2024 · Canal Weekly · Zhou Min", { classes: "Dateline" }],
			["Chapter one", { heading: 2 }],
			["The canal is very old & wide. Boats are slow.", undefined],
			["Later a bridge was built.", undefined],
			["Photo: the bridge", { caption: true }],
			["Look at the water", { list: { ordered: false, level: 0 } }],
			["The end.", undefined],
		].map(([text, hint]) => [text, hint]),
	);
	expect(about).toEqual({ title: "A walk along the old canal" });
	expect(problems).toEqual([]);
});

test.each([
	["clean", written],
	["tracked", docxTracked],
] as const)(
	"whatever the article, our own %s Word file reads as Word shows it with all changes accepted",
	async (_, format) => {
		await fc.assert(
			fc.asyncProperty(anyArticle, async (article) => {
				const bytes = await format.write(article, capabilities);
				const shown = readWord(bytes, "accept").map(({ text }) => text.trim());
				const { lines, shape } = await read(bytes);
				expect(shape).toBe("text");
				expect(lines.map(whole)).toEqual(shown.filter((text) => text !== ""));
			}),
			{ numRuns: 40 },
		);
	},
);
