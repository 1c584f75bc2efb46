import { describe, expect, test } from "vitest";
import { type ComparedRow, compareVersions } from "#lib/core/diff/compare.ts";
import { textAfter } from "#lib/core/diff/words.ts";
import type { Row, Segment, Side } from "#lib/core/document/model.ts";
import type { LineageEntry } from "#lib/core/document/operations/contract.ts";
import { cpuTime } from "#tests/core/diff/cpu-time.ts";

function segment(side: Side, id: string, text: string, fields: Partial<Segment> = {}): Segment {
	const draft = side === "target" ? text : null;
	return {
		id,
		side,
		kind: "body",
		paragraphStart: false,
		text,
		version: 1,
		draft,
		origin: draft === null ? null : 0,
		...fields,
	};
}

const s = (id: string, text = `原文${id}。`, version = 1) => segment("source", id, text, { version });
const t = (id: string, text = `Text ${id}.`, version = 1, draft: string | null = text) =>
	segment("target", id, text, { version, draft, origin: draft === null ? null : 0 });
const row = (id: string, source: readonly Segment[], target: readonly Segment[]): Row => ({
	id,
	source,
	target,
});

function compare(
	before: readonly Row[] | "draft",
	after: readonly Row[],
	lineage: readonly LineageEntry[] = [],
) {
	return compareVersions({
		before: before === "draft" ? before : { rows: before },
		after: { rows: after },
		lineage,
		sourceLanguage: "zh-Hans",
		targetLanguage: "en",
	});
}

const written = ({ kind, index, changes }: ComparedRow) =>
	`${index} ${kind}: ${changes.map((change) => (change.kind === "same" ? change.text : `${change.kind === "deleted" ? "-" : "+"}[${change.text}]`)).join("")}`;

const read = (...args: Parameters<typeof compare>) => compare(...args).rows.map(written);

const start = [
	row("A", [s("s1")], [t("t1")]),
	row("B", [s("s2")], [t("t2")]),
	row("C", [s("s3")], [t("t3")]),
];
const [A, B, C] = start as [Row, Row, Row];

describe("between two revisions", () => {
	test.each<[string, readonly Row[], readonly LineageEntry[], string[]]>([
		["nothing", start, [], []],
		["an edit", [A, row("B", [s("s2")], [t("t2", "Text two.", 5)]), C], [], ["1 wording: Text -[t2]+[two]."]],
		[
			"a rendering typed into a passage",
			[A, row("B", [s("s2")], [t("t2"), t("t9", "More.", 4, null)]), C],
			[],
			["1 wording: Text t2.+[ More.]"],
		],
		["a rendering taken out", [A, row("B", [s("s2")], []), C], [], ["1 wording: -[Text t2.]"]],
		[
			"the source corrected",
			[A, row("B", [s("s2", "原文改了。", 6)], [t("t2")]), C],
			[],
			["1 source: Text t2."],
		],
		[
			"two passages merged",
			[row("A", [s("s1"), s("s2")], [t("t1"), t("t2")]), C],
			[],
			["0 merged: Text t1. Text t2."],
		],
		[
			"two passages merged and one reworded",
			[row("A", [s("s1"), s("s2")], [t("t1"), t("t2", "Text two.", 5)]), C],
			[],
			["0 merged: Text t1. Text -[t2]+[two]."],
		],
		[
			"a segment moved up",
			[row("A", [s("s1")], [t("t1"), t("t2")]), row("B", [s("s2")], []), C],
			[],
			["0 moved: Text t1. Text t2."],
		],
		[
			"two renderings swapped",
			[row("A", [s("s1")], [t("t2")]), row("B", [s("s2")], [t("t1")]), C],
			[],
			["0 moved: Text t2. Text t1."],
		],
		["a passage gone with its texts", [A, C], [], ["1 removed: -[Text t2.]"]],
		["a passage new", [A, row("N", [s("s9")], [t("t9", "New.", 3)]), B, C], [], ["1 added: +[New.]"]],
		[
			"a sentence split in its passage",
			[A, row("B", [s("s2")], [t("t2", "Text", 4), t("t9", "t2.", 4)]), C],
			[{ fromId: "t2", fromAt: 5, toId: "t9", toAt: 0 }],
			["1 split: Text t2."],
		],
		[
			"a passage divided",
			[A, row("B", [s("s2")], [t("t2", "Text", 4)]), row("N", [], [t("t9", "t2.", 4)]), C],
			[{ fromId: "t2", fromAt: 5, toId: "t9", toAt: 0 }],
			["1 split: Text t2."],
		],
		[
			"segments joined across a merge",
			[row("A", [s("s1"), s("s2")], [t("t1", "Text t1. Text t2.", 4)]), C],
			[{ fromId: "t2", fromAt: 0, toId: "t1", toAt: 9 }],
			["0 merged: Text t1. Text t2."],
		],
		[
			"joined and cut again: net nothing",
			start,
			[
				{ fromId: "t2", fromAt: 0, toId: "t1", toAt: 9 },
				{ fromId: "t1", fromAt: 9, toId: "t2", toAt: 0 },
			],
			[],
		],
	])("%s", (_, after, lineage, expected) => {
		expect(read(start, after, lineage)).toEqual(expected);
	});

	test("phrases moved within two sentences of one passage are numbered through", () => {
		const texts = ["In the spring, they came home.", "They came home in the spring."] as const;
		const pair = (text: string, version: number) => [
			row("A", [s("s1")], [t("t1", text, version), t("t2", text, version)]),
		];
		const changes = compare(pair(texts[0], 1), pair(texts[1], 2)).rows[0]?.changes ?? [];
		const moved = (kind: string) =>
			changes.flatMap((change) => (change.kind === kind ? (change.moved ?? []) : []));
		expect(moved("deleted")).toEqual([1, 2]);
		expect(moved("inserted")).toEqual([1, 2]);
	});

	test("a shift of a side is one line, the wording changed inside it stands after", () => {
		const ids = Array.from({ length: 10 }, (_, index) => index);
		const before = ids.map((n) => row(`R${n}`, [s(`s${n}`)], [t(`t${n}`)]));
		const after = [...ids, 10].map((n) =>
			row(
				`R${n}`,
				n === 10 ? [] : [s(`s${n}`)],
				n === 0 ? [] : [n === 5 ? t("t4", "Text four.", 7) : t(`t${n - 1}`)],
			),
		);
		const comparison = compare(before, after);
		expect(comparison.rows.map(written)).toEqual(["0 shifted: ", "5 wording: Text -[t4]+[four]."]);
		expect(comparison.rows[0]).toMatchObject({ passageIds: ["R0", "R10"], span: 11 });
		expect(comparison).toMatchObject({ passages: 11, words: 1 });
	});

	test("a rendering taken out inside a shift is not passed over", () => {
		const before = Array.from({ length: 8 }, (_, n) => row(`R${n}`, [s(`s${n}`)], [t(`t${n}`)]));
		const after = before.map(({ id, source }, n) =>
			row(id, source, n < 7 && n !== 2 ? [t(`t${n + 1}`)] : []),
		);
		expect(read(before, after)).toEqual([
			"0 moved: -[Text t0. ]Text t1. Text t2.",
			"3 shifted: ",
			"3 wording: -[Text t3. ]Text t4.",
		]);
	});

	test("a source attached in between is not every passage changed", () => {
		const english = start.map(({ id, target }) => row(id, [], target));
		expect(read(english, [...start, row("N", [s("s9")], [])])).toEqual([]);
	});
});

describe("a row says what a reader needs", () => {
	const after = [
		row("A", [s("s1")], [t("t1", "A text, one.", 8, "A text one.")]),
		row("B", [s("s2", "改。", 9)], [t("t2", "Wholly other words here now.", 7, "Text two.")]),
		C,
		row("D", [s("s4")], [t("t4", "Typed.", 6, null)]),
	];
	const comparison = compare("draft", after);

	test("from the draft: before, after, source, place and the revisions that wrote it", () => {
		expect(comparison.rows).toEqual([
			expect.objectContaining({
				passageIds: ["A"],
				index: 0,
				kind: "wording",
				source: "原文s1。",
				before: "A text one.",
				after: "A text, one.",
				beforeSource: null,
				revisions: [8],
			}),
			expect.objectContaining({
				passageIds: ["B"],
				index: 1,
				before: "Text two.",
				after: "Wholly other words here now.",
				revisions: [7],
			}),
			expect.objectContaining({ passageIds: ["D"], index: 3, before: "", after: "Typed.", revisions: [6] }),
		]);
	});

	test("how to read it, and whether only punctuation changed", () => {
		expect(comparison.rows.map(({ reading, punctuationOnly }) => [reading, punctuationOnly])).toEqual([
			["words", true],
			["whole", false],
			["whole", false],
		]);
	});

	test("the header counts passages and words", () => {
		expect(comparison).toMatchObject({ passages: 3, words: 6 });
	});

	test.each([
		["原文，二。", "Text t2.", true],
		["原文，二。", "Text t2!", true],
		["原文，二。", "Text two.", false],
		["原文,两。", "Text t2.", false],
	])("punctuation only, with the source now %j and the text %j: %j", (source, text, expected) => {
		const before = [row("B", [s("s2", "原文,二。")], [t("t2")])];
		const [changed] = compare(before, [row("B", [s("s2", source, 4)], [t("t2", text, 5)])]).rows;
		expect(changed?.punctuationOnly).toBe(expected);
	});

	test("an earlier source text is shown where it was another", () => {
		const [changed] = compare([B], [row("B", [s("s2", "改。", 9)], [t("t2")])]).rows;
		expect(changed).toMatchObject({
			kind: "source",
			beforeSource: "原文s2。",
			source: "改。",
			punctuationOnly: false,
		});
	});
});

test("20,000 passages, shifted and edited here and there, are compared within seconds", () => {
	const count = 20_000;
	const before = Array.from({ length: count }, (_, n) => row(`R${n}`, [s(`s${n}`)], [t(`t${n}`)]));
	const after = before.map((each, n) =>
		n % 100 === 0 ? row(each.id, each.source, [t(`t${n}`, `Wording ${n}.`, 2, `Text t${n}.`)]) : each,
	);
	const shifted = before.map((each, n) => row(each.id, each.source, n === 0 ? [] : [t(`t${n - 1}`)]));
	const spent = cpuTime(() => {
		expect(compare(before, after).rows).toHaveLength(count / 100);
		expect(compare("draft", after).rows).toHaveLength(count / 100);
		expect(compare(before, shifted).rows.map(({ kind }) => kind)).toEqual(["shifted", "wording"]);
	});
	// About 1.2 s; quadratic in the passages it was minutes.
	expect(spent).toBeLessThan(10_000);
	for (const each of compare("draft", after).rows) expect(textAfter(each.changes)).toBe(each.after);
});
