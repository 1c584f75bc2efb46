import { describe, expect, test } from "vitest";
import {
	blockKeys,
	completeBody,
	emptyForm,
	type GivenFile,
	type ImportForm,
	importBody,
	looksMisplaced,
	originOf,
} from "#app/projects/[projectId]/import/import-form.ts";
import { placeFile } from "#app/projects/[projectId]/import/place-file.ts";
import { type ImportPreview, previewLines } from "#app/projects/[projectId]/import/preview-lines.ts";
import type { ReadingReport } from "#lib/core/reading/reading-report.ts";

function formWith(change: Partial<ImportForm>): ImportForm {
	return { ...emptyForm("length"), ...change };
}
const side = (text: string, kinds = {}) => ({ text, file: null, language: null, kinds });
const unknown = { kind: "unknown" } as const;
const named = (...languages: string[]) => languages.map((language) => ({ language, units: 1 }));

function file(report: Partial<ReadingReport>): GivenFile {
	const empty = { blocks: [], units: [], rows: [], languages: [], sheets: [], problems: [] };
	const usual = {
		format: "docx",
		shape: "text",
		about: {},
		count: 0,
		metadata: null,
		columns: null,
	} as const;
	return { upload: "upload00000001", name: "a.docx", size: 1, report: { ...empty, ...usual, ...report } };
}

describe("the request", () => {
	test("nothing given makes none", () => {
		expect(importBody(formWith({ source: side(" \n ") }), unknown)).toBeNull();
	});
	test("one side given sends one side, with its detected language", () => {
		const body = importBody(formWith({ source: side("會議開幕。") }), unknown);
		expect(body).toEqual({
			source: { text: "會議開幕。", kinds: {} },
			sourceLanguage: "zh-Hant",
			paragraphs: "line",
			origin: unknown,
			aligner: "length",
		});
	});
	test("what was found stands, what was typed goes with the request, what was emptied stays empty", () => {
		const metadata = { title: " A visit ", publishedOn: null, publisher: " ", byline: "Li Hua" };
		const body = completeBody(formWith({ target: side("A visit."), metadata }), unknown);
		expect(body).toMatchObject({ title: "A visit", publisher: null, byline: "Li Hua" });
		expect(body).not.toHaveProperty("publishedOn");
	});
	test("a file goes by its upload, and its kinds by their place", () => {
		const form = placeFile(formWith({}), "target", file({ count: 3 }));
		const kinds = { [blockKeys(form, "target")[2] ?? ""]: "caption" as const };
		const changed = { ...form, target: { ...form.target, kinds } };
		expect(importBody(changed, unknown)?.target).toEqual({
			upload: "upload00000001",
			format: "docx",
			kinds: { 2: "caption" },
		});
	});
	test.each<[string, Partial<ReadingReport>, object]>([
		["Chinese is the source", { languages: named("en-US", "zh-CN") }, { source: "zh-CN", target: "en-US" }],
		[
			"what the file says",
			{ languages: named("en", "fr"), about: { sourceLanguage: "fr" } },
			{ source: "fr", target: "en" },
		],
		[
			"sides without a language",
			{ languages: named("target", "source") },
			{ source: "source", target: "target" },
		],
		["one language", { languages: named("de") }, { source: "de", target: null }],
	])("a bilingual file stands instead of both sides: %s", (_, report, sides) => {
		const form = placeFile(formWith({ source: side("文") }), "source", file({ shape: "pairs", ...report }));
		expect(importBody(form, unknown)?.pairs).toMatchObject(sides);
		expect(importBody(form, unknown)).not.toHaveProperty("source");
	});
	test("a switched kind stays with its paragraph when a line is added above", () => {
		const text = "Share to:\nThe visit began.\nShare to:";
		const second = blockKeys(formWith({ target: side(text), paragraphs: "line" }), "target")[2] ?? "";
		const kinds = { [second]: "furniture" as const };
		const form = formWith({ target: side(`A title\n${text}`, kinds), paragraphs: "line" });
		expect(importBody(form, unknown)?.target?.kinds).toEqual({ 3: "furniture" });
	});
});

test.each([
	["not chosen", { target: side("Text"), origin: null }, null],
	["a machine without a name", { target: side("Text"), origin: "machine", engine: " " }, null],
	[
		"a machine",
		{ target: side("Text"), origin: "machine", engine: " Engine " },
		{ kind: "machine", engine: "Engine" },
	],
	["a person", { target: side("Text"), origin: "human" }, { kind: "human" }],
	["no translation", { source: side("文"), origin: null }, unknown],
] satisfies [string, Partial<ImportForm>, unknown][])("origin: %s", (_, change, expected) => {
	expect(originOf(formWith(change))).toEqual(expected);
});

test.each([
	["source", "The visit began on Monday.", true],
	["source", "访问于周一开始。", false],
	["target", "访问于周一开始。", true],
	["target", "The visit began on Monday.", false],
	["target", "", false],
] as const)("on the side of the %s, %j is misplaced: %j", (where, text, expected) => {
	expect(looksMisplaced(formWith({ [where]: side(text) }), where)).toBe(expected);
});

const body = (text: string) => ({ kind: "body", paragraphStart: true, text }) as const;
const aside = (text: string) => ({ kind: "furniture", paragraphStart: true, text }) as const;

/** Passages as "source texts = target texts", what is set aside as "(side text)". */
function drawn(preview: ImportPreview): string[] {
	return previewLines(preview).map((line) => {
		if (line.kind === "aside") return `(${line.side} ${line.item.text})`;
		const texts = (items: readonly { text: string }[]) => items.map((item) => item.text).join("+");
		return `${texts(line.source)} = ${texts(line.target)}`;
	});
}

describe("the preview", () => {
	test("lays furniture where it stands and every segment once", () => {
		const preview: ImportPreview = {
			source: {
				language: "zh-Hans",
				segments: [aside("导航"), body("甲"), body("乙"), aside("版权"), body("丙")],
			},
			target: { language: "en", segments: [body("a"), aside("Share to"), body("b"), body("c"), aside("©")] },
			rows: [
				[1, 1, 0.9],
				[1, 2, 0.4],
				[1, 0, 0.1],
			],
		};
		expect(drawn(preview)).toEqual([
			"(source 导航)",
			"甲 = a",
			"(target Share to)",
			"乙 = b+c",
			"(source 版权)",
			"丙 = ",
			"(target ©)",
		]);
	});
	test("of one side has no other", () => {
		const target = { language: "en", segments: [body("a"), aside("©")] };
		expect(drawn({ source: null, target, rows: [[0, 1, null]] })).toEqual([" = a", "(target ©)"]);
	});
	test("numbers paragraphs from 0, sentences inside one the same", () => {
		const source = {
			language: "en",
			segments: [aside("x"), body("a"), { ...body("b"), paragraphStart: false }],
		};
		const lines = previewLines({ source, target: null, rows: [[2, 0, null]] });
		const [, passage] = lines;
		expect(passage?.kind === "passage" && passage.source.map((item) => item.paragraph)).toEqual([1, 1]);
	});
});
