import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenize } from "#lib/core/diff/tokens.ts";
import { type Change, diffWithMoves, diffWords, textAfter, textBefore } from "#lib/core/diff/words.ts";
import { anyLanguage, anyText, articleText, editedText } from "#tests/core/diff/arbitraries.ts";
import { cpuTime } from "#tests/core/diff/cpu-time.ts";

const written = (changes: readonly Change[]) =>
	changes
		.map(({ kind, text }) => (kind === "same" ? text : kind === "deleted" ? `[-${text}-]` : `{+${text}+}`))
		.join("");

describe("diffWords reads like a correction", () => {
	test.each([
		["en", "", "", ""],
		["en", "", "New.", "{+New.+}"],
		["en", "Gone.", "", "[-Gone.-]"],
		["en", "It is the same.", "It is the same.", "It is the same."],
		[
			"en",
			"instructions and instructions were given",
			"instructions were given",
			"instructions [-and instructions -]were given",
		],
		["en", "China‘s path", "China's path", "China[-‘-]{+'+}s path"],
		["en", "in 1.5 years", "in 15 years", "in [-1.5-]{+15+} years"],
		[
			"en",
			"a polish the background of organs",
			"a show of the nature of organs",
			"a [-polish the background-]{+show of the nature+} of organs",
		],
		["en", "alpha, beta, gamma", "one, two, three", "[-alpha, beta, gamma-]{+one, two, three+}"],
		[
			"en",
			"the unity of knowledge wins",
			"the harmony of action wins",
			"the [-unity of knowledge-]{+harmony of action+} wins",
		],
		["en", "We came, we saw", "We came now, then we saw", "We came{+ now+}, {+then +}we saw"],
		[
			"en",
			"the head of the unit",
			"the chief in the office",
			"the [-head of the unit-]{+chief in the office+}",
		],
		["en", "e\u0301t\u00e9, 👩‍💻", "e\u0301t\u00e9, 👩", "e\u0301t\u00e9, [-👩‍💻-]{+👩+}"],
		["en", "five  spaces", "five spaces", "five[-  -]{+ +}spaces"],
	])("%s: %j → %j", (language, before, after, expected) => {
		expect(written(diffWords(before, after, language))).toBe(expected);
	});
});

describe("in Chinese it goes to the sign where a word keeps most of itself, and stays with the phrase elsewhere", () => {
	test.each([
		["zh-Hans", "他批示下级。", "他指示下级。", "他[-批-]{+指+}示下级。"],
		["zh-Hant", "會議範圍很廣。", "會議范圍很廣！", "會議[-範-]{+范+}圍很廣[-。-]{+！+}"],
		["zh-Hant", "洪水發生后，範圍擴大", "洪水發生後，范圍擴大", "洪水發生[-后-]{+後+}，[-範-]{+范+}圍擴大"],
		["zh-Hans", "他们研究生命。", "他们研究生命令。", "他们研究生命{+令+}。"],
		["zh-Hans", "加强人员管理。", "加强人民监督。", "加强[-人员管理-]{+人民监督+}。"],
		["zh-Hans", "参观图书馆。", "参观美术馆。", "参观[-图书-]{+美术+}馆。"],
		["zh-Hans", "会议,精神", "会议，精神", "会议[-,-]{+，+}精神"],
		["zh-Hans", "增长1.5亿", "增长15亿", "增长[-1.5-]{+15+}亿"],
		["zh-Hans", "会议指出，要学习。", "会议强调，要深入学习。", "会议[-指出-]{+强调+}，要{+深入+}学习。"],
		["zh-Hans", "甲，乙。", "甲，他说，乙。", "甲，{+他说，+}乙。"],
		["ja", "会議は東京で行われた。", "会議は大阪で行われた。", "会議は[-東京-]{+大阪+}で行われた。"],
	])("%s: %j → %j", (language, before, after, expected) => {
		expect(written(diffWords(before, after, language))).toBe(expected);
	});
});

describe("what stands beside its like was put in or taken out as a whole sentence or clause", () => {
	test.each([
		["He came. He stayed.", "He came. He left. He stayed.", "He came. {+He left. +}He stayed."],
		["He came. He left. He stayed.", "He came. He stayed.", "He came. [-He left. -]He stayed."],
		["A dog, a cat.", "A dog, a bird, a cat.", "A dog, {+a bird, +}a cat."],
		["It was very good.", "It was very very good.", "It was very {+very +}good."],
	])("%j → %j", (before, after, expected) => {
		expect(written(diffWords(before, after, "en"))).toBe(expected);
	});
});

const writtenWithMoves = (changes: readonly Change[]) =>
	changes
		.map(({ kind, text, moved }) => {
			const named = moved === undefined ? text : `${moved}: ${text}`;
			return kind === "same" ? text : kind === "deleted" ? `[-${named}-]` : `{+${named}+}`;
		})
		.join("");

describe("what only changed its place is marked as moved", () => {
	test.each([
		[
			"en",
			"the Central Committee and the State Council",
			"the State Council and the Central Committee",
			"the [-1: Central Committee-][- and the -]State Council{+ and the +}{+1: Central Committee+}",
		],
		[
			"en",
			"In 2023, they held a meeting on tourism in Beijing.",
			"They held a meeting on tourism in Beijing in 2023.",
			"[-1: In 2023-][-, they-]{+They+} held a meeting on tourism in Beijing{+ +}{+1: in 2023+}.",
		],
		[
			"en",
			"the Central Government of China",
			"the central government of China",
			"the [-Central Government-]{+central government+} of China",
		],
		["en", "all of it was of a kind", "it was of a kind of all", "[-all of -]it was of a kind{+ of all+}"],
		[
			"en",
			"those in the north came first, quietly and firmly",
			"quietly and firmly, those in the north came first",
			"{+1: quietly and firmly+}{+, +}those in the north came first[-, -][-1: quietly and firmly-]",
		],
		[
			"zh-Hans",
			"他在北京举行了会议。",
			"他举行了会议，在北京。",
			"他[-1: 在北京-]举行了会议{+，+}{+1: 在北京+}。",
		],
		[
			"zh-Hans",
			"昨天下午，代表团在北京参观了博物馆。",
			"代表团昨天下午在北京参观了博物馆。",
			"[-1: 昨天下午-][-，-]代表团{+1: 昨天下午+}在北京参观了博物馆。",
		],
		["zh-Hans", "他也来了", "也他来了", "{+也+}他[-也-]来了"],
	])("%s: %j → %j", (language, before, after, expected) => {
		expect(writtenWithMoves(diffWithMoves(before, after, language))).toBe(expected);
	});
});

test("moves change nothing but the marks: every number is once on either side, of the same words", () => {
	const halves = fc.tuple(articleText, articleText, articleText, articleText);
	fc.assert(
		fc.property(halves, anyLanguage, ([a, b, c, d], language) => {
			const [before, after] = [a + b + c + d, a + c + b + d];
			const changes = diffWithMoves(before, after, language);
			const joined: Change[] = [];
			for (const { kind, text } of changes) {
				const last = joined.at(-1);
				if (last?.kind === kind) joined[joined.length - 1] = { kind, text: last.text + text };
				else joined.push({ kind, text });
			}
			expect(joined).toEqual(diffWords(before, after, language));
			const halvesOf = (kind: Change["kind"]) =>
				changes
					.filter((change) => change.kind === kind && change.moved !== undefined)
					.map(({ moved, text }) => `${moved} ${text.toLowerCase().replace(/\s+/gu, " ")}`)
					.toSorted();
			expect(halvesOf("deleted")).toEqual(halvesOf("inserted"));
			expect(new Set(halvesOf("deleted")).size).toBe(halvesOf("deleted").length);
		}),
	);
});

test("diffWords is exact, without empty or equal neighbours, a deletion before its insertion", () => {
	fc.assert(
		fc.property(anyText, anyText, anyLanguage, (before, after, language) => {
			const changes = diffWords(before, after, language);
			expect(textBefore(changes)).toBe(before);
			expect(textAfter(changes)).toBe(after);
			expect(changes.every((change) => change.text !== "" && change.text.isWellFormed())).toBe(true);
			for (const [index, change] of changes.entries()) {
				expect(changes[index + 1]?.kind).not.toBe(change.kind);
				if (change.kind === "inserted") expect(changes[index + 1]?.kind).not.toBe("deleted");
			}
		}),
	);
});

test("an edited text keeps its exactness through every round", () => {
	fc.assert(
		fc.property(editedText, anyLanguage, (texts, language) => {
			const last = texts.at(-1) ?? "";
			const changes = diffWords(texts[0], last, language);
			expect([textBefore(changes), textAfter(changes)]).toEqual([texts[0], last]);
		}),
	);
});

test("tokens give the text back and never cut a surrogate pair", () => {
	fc.assert(
		fc.property(anyText, anyLanguage, (text, language) => {
			const tokens = tokenize(text, language);
			expect(tokens.join("")).toBe(text);
			expect(tokens.every((token) => token !== "" && token.isWellFormed())).toBe(true);
		}),
	);
});

const count = 20_000;
/** The same numbers in every run: what looks like chance must fail again. */
const scattered = (index: number, among: number) => Math.floor((Math.sin(index + 1) * 10_000) ** 2) % among;
const shuffled = Array.from({ length: count }, (_, index) => index).sort(
	(a, b) => scattered(a, count) - scattered(b, count),
);

/** How much of the text is found to have stayed, at least. */
test.each<[string, number, string, (index: number) => string, (index: number) => string]>([
	["nothing in common", 0, "en", (index) => `a${index} `, (index) => `b${index} `],
	[
		"every other word",
		0.5,
		"en",
		(index) => (index % 2 ? `word${index} ` : `a${index} `),
		(index) => (index % 2 ? `word${index} ` : `b${index} `),
	],
	["reversed", 0, "en", (index) => `w${index} `, (index) => `w${count - index} `],
	["in another order", 0, "en", (index) => `w${index} `, (index) => `w${shuffled[index]} `],
	[
		"the halves exchanged",
		0.49,
		"en",
		(index) => `w${index} `,
		(index) => `w${(index + count / 2) % count} `,
	],
	[
		"fifty words, corrected here and there",
		0.8,
		"en",
		(index) => `w${scattered(index, 50)} `,
		(index) => (index % 9 ? `w${scattered(index, 50)} ` : "new "),
	],
	[
		"two words by chance",
		0,
		"en",
		(index) => `w${scattered(index, 2)} `,
		(index) => `w${scattered(31 * index + 5, 2)} `,
	],
	["one word and another", 0, "en", () => "a ", (index) => (index % 2 ? "a " : "b ")],
	["marks only", 0, "en", () => ",", (index) => (index % 2 ? "," : ".")],
	[
		"nothing in common, in Chinese",
		0,
		"zh-Hans",
		(index) => String.fromCodePoint(0x4e00 + (index % 10_000)),
		(index) => String.fromCodePoint(0x7600 + (index % 8_000)),
	],
])("two texts of 20,000 words, %s, are compared within the bound", (_, stayed, language, old, now) => {
	const text = (word: (index: number) => string) =>
		Array.from({ length: count }, (_, index) => word(index)).join("");
	const [before, after] = [text(old), text(now)];
	let changes: readonly Change[] = [];
	const spent = cpuTime(() => {
		changes = diffWithMoves(before, after, language);
	});
	// 30 to 250 ms on one core; unbounded it takes minutes.
	expect(spent).toBeLessThan(3_000);
	expect([textBefore(changes), textAfter(changes)]).toEqual([before, after]);
	const same = changes.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
	expect(same).toBeGreaterThanOrEqual(stayed * before.length);
});
