import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { holdingsOf, refusalOf } from "#lib/core/formats/contract.ts";
import { contentDisposition, fileName } from "#lib/core/formats/file-name.ts";
import { findFormat, formats } from "#lib/core/formats/registry.ts";
import { articleWith, canal, passage, segment } from "#tests/core/formats/articles.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";

test("every file of the folder is in the registry under its name", () => {
	const files = readdirSync(new URL("../../../lib/core/formats/formats/", import.meta.url));
	expect(formats.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
	for (const { id } of formats) expect(findFormat(id)?.id).toBe(id);
	expect(findFormat("constructor")).toBeUndefined();
});

test("every format has a name and an explanation, and every refusal its words", () => {
	for (const { messageKey } of formats) {
		expect(capabilities.label(`${messageKey}.name`)).not.toBe("");
		expect(capabilities.label(`${messageKey}.about`)).not.toBe("");
	}
	for (const key of ["oneSided", "noRendering", "noDraft"])
		expect(capabilities.label(`deliver.refused.${key}`)).not.toBe("");
});

test("no two formats write the same file name", () => {
	const names = formats.map((format) => fileName("Title", format));
	expect(new Set(names).size).toBe(names.length);
});

const oneSided = articleWith([passage([], [segment("English only.")])]);
const sourceOnly = articleWith([passage([segment("只有中文。", { draft: null })], [])]);
const typed = articleWith([
	passage([segment("源。", { draft: null })], [segment("Typed.", { draft: null })]),
]);

test.each([
	["both sides", canal, []],
	["English only", oneSided, ["html oneSided", "tmx oneSided", "tsv oneSided"]],
	[
		"Chinese only",
		sourceOnly,
		[
			"docx noRendering",
			"docx-tracked noRendering",
			"article noRendering",
			"html oneSided",
			"txt noRendering",
			"tmx oneSided",
			"tsv oneSided",
		],
	],
	["typed without a draft", typed, ["docx-tracked noDraft"]],
])("%s: what cannot be had, and why", (_, article, expected) => {
	const refused = formats.flatMap((format) => {
		const key = refusalOf(format, holdingsOf(article));
		return key === null ? [] : [`${format.id} ${key.split(".").at(-1)}`];
	});
	expect(refused).toEqual(expected);
});

const docx = { suffix: "", extension: "docx" };

test.each([
	["A walk", "A walk.docx"],
	['What: "is" <this>/that\\?*|', "What is this that.docx"],
	["  ..hidden.. ", "hidden.docx"],
	["CON", "CON_.docx"],
	["con.report", "con_.report.docx"],
	["LPT1", "LPT1_.docx"],
	["console", "console.docx"],
	["", "article.docx"],
	["///", "article.docx"],
	["两个\n行\u202e反", "两个 行 反.docx"],
	["长".repeat(200), `${"长".repeat(60)}.docx`],
	[`${"a".repeat(178)}😀`, `${"a".repeat(178)}.docx`],
])("%j is saved as %j", (title, expected) => {
	expect(fileName(title, docx)).toBe(expected);
});

test.each([
	["A walk.docx", `attachment; filename="A walk.docx"; filename*=UTF-8''A%20walk.docx`],
	["Ñandú (1).tmx", `attachment; filename="Nandu (1).tmx"; filename*=UTF-8''%C3%91and%C3%BA%20%281%29.tmx`],
	["对照.tsv", `attachment; filename="_.tsv"; filename*=UTF-8''%E5%AF%B9%E7%85%A7.tsv`],
	['a"b%41\\.txt', `attachment; filename="a_b_41_.txt"; filename*=UTF-8''a%22b%2541%5C.txt`],
])("%s is offered as %s", (name, expected) => {
	expect(contentDisposition(name)).toBe(expected);
});
