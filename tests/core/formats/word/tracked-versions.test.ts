import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank } from "#lib/core/diff/sentences.ts";
import type { Side } from "#lib/core/document/model.ts";
import {
	articleOf,
	type Deliverable,
	type DeliverPassage,
	paragraphsOf,
} from "#lib/core/formats/deliverable.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import { streamOf } from "#lib/core/formats/word/stream.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";
import { readRows, readWord } from "#tests/core/formats/word-reading.ts";
import { anyVersions } from "./versions.ts";

const texts = (paragraphs: readonly { readonly text: string }[]) => paragraphs.map(({ text }) => text);

describe("a Word document with the changes between two versions", () => {
	test("rejecting all reads as the earlier version, accepting all as the later", async () => {
		await fc.assert(
			fc.asyncProperty(anyVersions, async ({ before, after }) => {
				const bytes = await docxTracked.write(after, capabilities);
				expect(texts(readWord(bytes, "reject"))).toEqual(texts(articleOf(before)));
				expect(texts(readWord(bytes, "accept"))).toEqual(texts(articleOf(after)));
			}),
			{ numRuns: 300 },
		);
	});

	test("in two columns too, row by row", async () => {
		await fc.assert(
			fc.asyncProperty(anyVersions, async ({ before, after }) => {
				const bytes = await docxTracked.write({ ...after, layout: "columns" }, capabilities);
				expect(readRows(bytes, "reject").slice(1)).toEqual(rowsOf(before));
				expect(readRows(bytes, "accept").slice(1)).toEqual(rowsOf(after));
			}),
			{ numRuns: 200 },
		);
	});

	test("a clean file in two columns has no changes", async () => {
		await fc.assert(
			fc.asyncProperty(anyVersions, async ({ after }) => {
				const bytes = await docx.write({ ...after, layout: "columns" }, capabilities);
				expect(readRows(bytes, "reject")).toEqual(readRows(bytes, "accept"));
				expect(readRows(bytes, "accept").slice(1)).toEqual(rowsOf(after));
			}),
			{ numRuns: 40 },
		);
	});
});

function rowsOf(article: Deliverable): string[][][] {
	const cell = (passage: DeliverPassage, side: Side, language: string) => {
		const paragraphs: string[] = [];
		let text = "";
		for (const piece of streamOf(paragraphsOf({ passages: [passage] }, side), language)) {
			text += piece.text + (piece.gap.is === "space" ? piece.gap.text : "");
			if (piece.gap.is === "space") continue;
			paragraphs.push(text);
			text = "";
		}
		return paragraphs.filter((one) => !isBlank(one));
	};
	return article.passages.map((passage) => [
		cell(passage, "source", article.sourceLanguage),
		cell(passage, "target", article.targetLanguage),
	]);
}
