import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { catalogues } from "#lib/messages/catalogue.ts";
import { chooseLocale, locales } from "#lib/messages/locale.ts";
import { simplifiedChinese } from "#lib/messages/simplified-chinese.ts";
import { partsOf } from "./message-parts.ts";

/** Every sentence by its dotted path. */
function sentences(group: object, path = ""): [string, string][] {
	return Object.entries(group).flatMap(([key, value]): [string, string][] =>
		typeof value === "string" ? [[path + key, value]] : sentences(value, `${path}${key}.`),
	);
}

const inEnglish = sentences(catalogues.en);
const inChinese = new Map(sentences(simplifiedChinese));

test("both languages have the same keys", () => {
	expect([...inChinese.keys()].toSorted()).toEqual(inEnglish.map(([path]) => path).toSorted());
});

test("a sentence is filled with the same values and tags in both languages", () => {
	const differing = inEnglish.filter(([path, sentence]) => {
		const [one, other] = [partsOf(sentence), partsOf(inChinese.get(path) ?? "")];
		return !same(one.values, other.values) || !same(one.tags, other.tags);
	});
	expect(differing.map(([path]) => path)).toEqual([]);
});

function same(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
	return one.size === other.size && [...one].every((name) => other.has(name));
}

test("Chinese counts with one form, and every plural has it", () => {
	const wrong = [...inChinese].filter(([, sentence]) => {
		const { categories } = partsOf(sentence);
		const allowed = [...categories].every((category) => category === "other" || category.startsWith("="));
		return !allowed || (categories.size > 0 && !categories.has("other"));
	});
	expect(wrong.map(([path]) => path)).toEqual([]);
});

test("no sentence is left in English, and none has the punctuation of English between Chinese", () => {
	const names = new Set(["Duizhao", "XLIFF", "Markdown"]);
	const left = inEnglish.filter(
		([path, sentence]) =>
			inChinese.get(path) === sentence && /[a-z]{3}/i.test(withoutValues(sentence)) && !names.has(sentence),
	);
	expect(left.map(([path]) => path)).toEqual([]);
	const halfWidth = [...inChinese].filter(([, sentence]) =>
		/\p{Script=Han}[,;:?!.](?!\p{L})/u.test(sentence),
	);
	expect(halfWidth).toEqual([]);
});

function withoutValues(sentence: string): string {
	return sentence.replace(/\{\w+[^{}]*\}|<\/?\w+>/g, "");
}

test.each(locales)("every sentence of %s can be written with values in it", (locale) => {
	const troubles: unknown[] = [];
	const messages = catalogues[locale];
	const t = createTranslator({ locale, messages, onError: (error) => troubles.push(error.message) });
	for (const [path, sentence] of sentences(messages)) {
		const { values, tags } = partsOf(sentence);
		const filled = Object.fromEntries([...values].map((name) => [name, 3]));
		const wrapped = Object.fromEntries([...tags].map((name) => [name, (inner: string) => inner]));
		t.markup(path as Parameters<typeof t.markup>[0], { ...filled, ...wrapped });
	}
	expect(troubles).toEqual([]);
});

test.each(locales)("what a screen draws inside a sentence of %s stands there", (locale) => {
	const t = createTranslator({ locale, messages: catalogues[locale] });
	const drawn = () => "[drawn]";
	expect([
		t.markup("writing.lookup.hint", { keys: drawn }),
		t.markup("workbench.editor.restored", { when: drawn }),
		t.markup("glossary.form.changedBy", { name: "Mei", date: drawn }),
	]).toEqual(Array.from({ length: 3 }, () => expect.stringContaining("[drawn]")));
});

describe("the language of the interface", () => {
	test.each([
		["zh-Hans", "en-US,en;q=0.9", "zh-Hans"],
		["en", "zh-CN,zh;q=0.9", "en"],
		[undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"],
		[undefined, "zh-TW", "zh-Hans"],
		[undefined, "en-GB,zh;q=0.5", "en"],
		[undefined, "en;q=0.3, zh-Hans;q=0.7", "zh-Hans"],
		[undefined, "de-DE,de;q=0.9,zh;q=0.2", "zh-Hans"],
		[undefined, "zh;q=0, en", "en"],
		[undefined, "fr", "en"],
		[undefined, null, "en"],
		["tlh", "zh", "zh-Hans"],
		["__proto__", null, "en"],
	])("chosen %j, accepted %j: %s", (chosen, accepted, expected) => {
		expect(chooseLocale(chosen, accepted)).toBe(expected);
	});
});

describe("what a sentence is filled with", () => {
	test.each([
		["no value", [], [], []],
		[
			"{count, plural, =0 {none} one {# of {total, number}} other {<b>#</b>}}",
			["count", "total"],
			["b"],
			["=0", "one", "other"],
		],
		["a quoted '<'b> and '{'c'}'", [], [], []],
		["{side, select, source {{name}} other {}}", ["name", "side"], [], []],
	])("%s", (sentence, values, tags, categories) => {
		const parts = partsOf(sentence);
		expect([...parts.values].toSorted()).toEqual(values);
		expect([...parts.tags]).toEqual(tags);
		expect([...parts.categories]).toEqual(categories);
	});
	test.each(["{count", "{count, plural, other {#}", "all}"])("%s is not well-formed", (sentence) => {
		expect(() => partsOf(sentence)).toThrow();
	});
});
