/** Whole pages of invented institutions, in the layouts that people copy from. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type BlockKind, blockKindOf, type Metadata } from "#lib/core/furniture/block.ts";
import { classifyPage } from "#lib/core/furniture/classify-page.ts";
import { readParagraphs } from "#lib/core/text/paragraphs.ts";

/** What a person says of each line; two kinds where a date was lifted off. */
interface Expected {
	readonly metadata: Metadata;
	readonly lines: Readonly<Record<string, BlockKind | readonly BlockKind[]>>;
}

const folder = new URL("../../fixtures/pages/", import.meta.url);
const names = readdirSync(folder)
	.filter((file) => file.endsWith(".txt"))
	.map((file) => file.slice(0, -".txt".length));
/** Share of lines that have to be right over all pages. */
const demanded = 0.98;

function read(name: string): { page: ReturnType<typeof classifyPage>; expected: Expected } {
	const text = readFileSync(new URL(`${name}.txt`, folder), "utf8");
	const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
	return { page: classifyPage(readParagraphs(text, "line")), expected };
}

function kindsByLine({ blocks }: ReturnType<typeof classifyPage>): Map<string, string> {
	const kinds = new Map<string, string>();
	for (const { line, kind } of blocks) {
		const before = kinds.get(String(line));
		kinds.set(String(line), before ? `${before} ${blockKindOf(kind)}` : blockKindOf(kind));
	}
	return kinds;
}

test("there are pages in both scripts and in English", () => {
	const languages = names.map((name) => read(name).expected.metadata.language);
	for (const language of ["en", "zh-Hans", "zh-Hant"])
		expect(languages.filter((other) => other === language).length).toBeGreaterThanOrEqual(4);
	expect(names.length).toBeGreaterThanOrEqual(16);
});

test.each(names)("%s: every line is accounted for, and no text of the article is set aside", (name) => {
	const { page, expected } = read(name);
	const kinds = kindsByLine(page);
	expect([...kinds.keys()]).toEqual(Object.keys(expected.lines));
	const isText = (kind: string): boolean => /body|heading|title|caption/u.test(kind);
	const lost = Object.entries(expected.lines).filter(
		([line, kind]) => isText(String(kind)) && kinds.get(line) === "furniture",
	);
	expect(lost).toEqual([]);
});

test.each(names)("%s: title, date, publisher, byline and language", (name) => {
	const { page, expected } = read(name);
	expect(page.metadata).toEqual(expected.metadata);
});

test("almost every line of all pages is what a person says it is", () => {
	const wrong: string[] = [];
	let all = 0;
	for (const name of names) {
		const { page, expected } = read(name);
		const kinds = kindsByLine(page);
		for (const [line, kind] of Object.entries(expected.lines)) {
			all += 1;
			const wanted = [kind].flat().join(" ");
			if (kinds.get(line) !== wanted) wrong.push(`${name}:${line} ${kinds.get(line)}, not ${wanted}`);
		}
	}
	expect(1 - wrong.length / all, wrong.join("\n")).toBeGreaterThanOrEqual(demanded);
});
