import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Deliverable } from "#lib/core/formats/deliverable.ts";
import { composeWord } from "#lib/core/formats/word/compose.ts";
import { expectedOf } from "#lib/core/formats/word/returned/expected.ts";
import { readReturned } from "#lib/core/formats/word/returned/file.ts";
import { planReturned, type ReturnedPlan } from "#lib/core/formats/word/returned/plan.ts";
import { tagName } from "#lib/core/formats/word/tags.ts";
import { readerCapabilities } from "#lib/server/files/capabilities.ts";
import { memoryFile } from "#lib/server/files/file-source.ts";
import { capabilities, exportedAt } from "#tests/core/formats/capabilities.ts";

/** What is found in a file that comes back to the version it was written from. */
export async function broughtBack(bytes: Uint8Array, article: Deliverable): Promise<ReturnedPlan> {
	const file = await readReturned(
		memoryFile("returned.docx", bytes),
		readerCapabilities(() => undefined),
	);
	const document = composeWord(
		{ ...article, layout: file.identity?.layout ?? "article" },
		{ tracked: false, unknown: { author: "", at: exportedAt }, label: capabilities.label },
	);
	return planReturned(file, {
		expected: expectedOf(document),
		sourceLanguage: article.sourceLanguage,
		targetLanguage: article.targetLanguage,
		isOurs: ({ author }) => author === "Lin Wen" || author === "Unknown",
		said: (article.threads ?? []).flatMap(({ comments }) => comments),
	});
}

export const nothing: ReturnedPlan = { texts: [], comments: [], answers: [], unplaced: [], relooked: 0 };

/** The file with its main part, or another, written anew. */
export function withPart(
	bytes: Uint8Array,
	change: (xml: string) => string,
	part = "word/document.xml",
): Uint8Array {
	const parts = unzipSync(bytes);
	const xml = parts[part];
	return zipSync({ ...parts, [part]: strToU8(change(xml ? strFromU8(xml) : "")) });
}

const run = /<w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/s;

/** Puts something else in the place of a sentence's first run of text, given what is in it. */
export function inSentence(xml: string, id: string, change: (text: string) => string): string {
	const start = xml.indexOf(`w:name="${tagName({ kind: "target", id })}"`);
	if (start === -1) throw new Error(`no sentence ${id}`);
	return xml.slice(0, start) + xml.slice(start).replace(run, (_, text: string) => change(text));
}

export const written = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const by = (author: string, at: string, id: number) => `w:id="${id}" w:author="${author}" w:date="${at}"`;
export const inserted = (text: string, author: string, at: string) =>
	`<w:ins ${by(author, at, 9001)}>${written(text)}</w:ins>`;
export const deleted = (text: string, author: string, at: string) =>
	`<w:del ${by(author, at, 9002)}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;
