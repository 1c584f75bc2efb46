/** edit, split, join, insert and remove: operations that touch texts. */
import { expect, test } from "vitest";
import { maxSegmentLength } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import {
	edited,
	example,
	id,
	inverseOf,
	lines,
	perform,
	posted,
	refusalOf,
	segmentOf,
	shape,
} from "./example.ts";

const start = () =>
	example(["s1|t1", "s2 s3|t2 t3", "s4|"], { t1: "A 𠮷 cat.", t2: "One two.", t3: "", s2: "二。" });

const split = (replica: Replica, name: string, at: number, draftAt: number | null = at): Operation =>
	posted({
		type: "split",
		segment: id(name),
		version: segmentOf(replica, name).version,
		at,
		draftAt,
		id: id("new"),
	});
const join = (replica: Replica, left: string, right: string, separator = " "): Operation =>
	posted({
		type: "join",
		segments: [id(left), id(right)],
		versions: [left, right].map((name) => segmentOf(replica, name).version),
		separator,
	});
const insert = (replica: Replica, row: string, after: string | null, text = "New."): Operation =>
	posted({ type: "insert", row: shape(replica, row), segment: id("new"), text, after: after && id(after) });

test.each<[string, string, (replica: Replica) => Operation]>([
	[
		"segment-gone",
		"an edit of what never was",
		() => posted({ type: "edit", segment: id("zz"), version: 1, text: "x" }),
	],
	[
		"segment-changed",
		"an edit of an older text",
		() => posted({ type: "edit", segment: id("t1"), version: 7, text: "x" }),
	],
	["nothing-changed", "an edit to the same text", (r) => edited(r, "t1", "A 𠮷 cat.")],
	[
		"segment-gone",
		"a split of what never was",
		() => posted({ type: "split", segment: id("zz"), version: 1, at: 1, id: id("new") }),
	],
	[
		"segment-changed",
		"a split of an older text",
		() => posted({ type: "split", segment: id("t1"), version: 7, at: 1, id: id("new") }),
	],
	["split-at-edge", "a split at the start", (r) => split(r, "t1", 0)],
	["split-at-edge", "a split at the end", (r) => split(r, "t1", 9)],
	["split-at-edge", "a split behind the end", (r) => split(r, "t1", 10, 3)],
	["split-at-edge", "a split within a character", (r) => split(r, "t1", 3)],
	["split-at-edge", "a split of nothing", (r) => split(r, "t3", 0)],
	["draft-offset", "a cut of the draft within a character", (r) => split(r, "t1", 2, 3)],
	["draft-offset", "a cut behind the draft", (r) => split(r, "t1", 2, 10)],
	[
		"segment-gone",
		"a join with what never was",
		(r) => posted({ ...join(r, "t2", "t3"), segments: [id("t2"), id("zz")] }),
	],
	["not-neighbours", "a join of two passages", (r) => join(r, "t1", "t2")],
	["not-neighbours", "a join of two sides", (r) => join(r, "s1", "t1")],
	["not-neighbours", "a join backwards", (r) => join(r, "t3", "t2")],
	["not-neighbours", "a join with itself", (r) => join(r, "t2", "t2")],
	["segment-changed", "a join of an older text", (r) => posted({ ...join(r, "t2", "t3"), versions: [1, 7] })],
	[
		"row-changed",
		"an insertion into a passage that is gone",
		(r) => posted({ ...insert(r, "A", null), row: { id: id("Z"), source: [], target: [] } }),
	],
	[
		"row-changed",
		"an insertion into a passage with other segments",
		(r) => posted({ ...insert(r, "A", null), row: { ...shape(r, "A"), target: [] } }),
	],
	["row-changed", "an insertion behind a rendering elsewhere", (r) => insert(r, "A", "t2")],
	[
		"row-changed",
		"a removal from a passage with other segments",
		(r) => posted({ type: "remove", row: { ...shape(r, "A"), source: [] }, segment: id("t1"), version: 1 }),
	],
	[
		"segment-gone",
		"a removal of what is not there",
		(r) => posted({ type: "remove", row: shape(r, "A"), segment: id("t2"), version: 1 }),
	],
	[
		"segment-changed",
		"a removal of an older text",
		(r) => posted({ type: "remove", row: shape(r, "A"), segment: id("t1"), version: 7 }),
	],
])("refused as %s: %s", (key, _, operation) => {
	const replica = start();
	const before = lines(replica);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(lines(replica)).toEqual(before);
	expect(replica.number).toBe(1);
});

test("a refused edit brings the present text and version, so that both texts can be shown", () => {
	const replica = start();
	const mine = edited(replica, "t1", "Mine.");
	perform(replica, edited(replica, "t1", "Theirs."));
	expect(refusalOf(replica, mine)).toEqual({
		refused: "segment-changed",
		values: { current: "Theirs.", version: 2 },
	});
});

test("a removal that would leave a passage empty is refused", () => {
	const replica = example(["s1|t1", "|t2"]);
	const operation = posted({ type: "remove", row: shape(replica, "B"), segment: id("t2"), version: 1 });
	expect(refusalOf(replica, operation)).toEqual({ refused: "row-would-be-empty" });
});

test("a join longer than a segment may be is refused", () => {
	const replica = example(["s1|t1 t2"], { t1: "x".repeat(maxSegmentLength), t2: "y" });
	expect(refusalOf(replica, join(replica, "t1", "t2", ""))).toEqual({
		refused: "segment-too-long",
		values: { max: maxSegmentLength },
	});
});

const rewritten = (side: string, edits: readonly (readonly [string, number, string])[], more = {}) =>
	posted({ type: "rewrite", side, edits: edits.map(([name, ...rest]) => [id(name), ...rest]), ...more });

test.each<[string, string, Operation]>([
	["segment-gone", "what never was", rewritten("source", [["zz", 1, "x"]])],
	["segment-gone", "a text of the other side", rewritten("source", [["t1", 1, "x"]])],
	["segment-changed", "an older text", rewritten("source", [["s1", 7, "x"]])],
	[
		"segment-changed",
		"one text twice",
		rewritten("source", [
			["s1", 1, "x"],
			["s1", 1, "y"],
		]),
	],
	[
		"nothing-changed",
		"one of them to the same text",
		rewritten("target", [
			["t1", 1, "x"],
			["t3", 1, ""],
		]),
	],
	["nothing-changed", "nothing", rewritten("target", [])],
	[
		"nothing-changed",
		"nothing in the same language",
		rewritten("target", [], { language: { before: "en", after: "en" } }),
	],
	[
		"description-changed",
		"a side of another language",
		rewritten("source", [["s1", 1, "x"]], { language: { before: "zh-Hant", after: "zh-Hans" } }),
	],
])("refused as %s: wording anew %s", (key, _, operation) => {
	const replica = start();
	const before = lines(replica);
	expect(refusalOf(replica, operation)).toMatchObject({ refused: key });
	expect(lines(replica)).toEqual(before);
	expect(replica.number).toBe(1);
});

test("wording many segments anew is one revision: undoing it brings every text, version and the language back", () => {
	const replica = start();
	perform(replica, edited(replica, "s2", "貳。"));
	const before = lines(replica);
	const language = { before: "zh-Hans", after: "zh-Hant" };
	const undo = inverseOf(
		perform(
			replica,
			rewritten(
				"source",
				[
					["s1", 1, "壹。"],
					["s2", 2, "二"],
				],
				{ language },
			),
		),
	);
	expect(replica.number).toBe(3);
	expect(["s1", "s2", "s3"].map((name) => segmentOf(replica, name).version)).toEqual([3, 3, 1]);
	expect(replica.description.sourceLanguage).toBe("zh-Hant");
	expect(segmentOf(replica, "t1").text).toBe("A 𠮷 cat.");
	const redo = inverseOf(perform(replica, undo));
	expect(lines(replica)).toEqual(before);
	expect(["s1", "s2", "s3"].map((name) => segmentOf(replica, name).version)).toEqual([1, 2, 1]);
	expect(replica.description.sourceLanguage).toBe("zh-Hans");
	perform(replica, redo);
	expect(segmentOf(replica, "s1")).toMatchObject({ text: "壹。", version: 3 });
});

test("renderings worded anew keep their drafts", () => {
	const replica = start();
	perform(
		replica,
		rewritten("target", [
			["t1", 1, "A cat."],
			["t2", 1, "One."],
		]),
	);
	expect(segmentOf(replica, "t1")).toMatchObject({ text: "A cat.", draft: "A 𠮷 cat.", version: 2 });
	expect(segmentOf(replica, "t2")).toMatchObject({ text: "One.", draft: "One two." });
});

test("undoing an edit restores the version together with the text, and redoing likewise", () => {
	const replica = start();
	const undo = inverseOf(perform(replica, edited(replica, "t1", "Better.")));
	const redo = inverseOf(perform(replica, undo));
	expect(segmentOf(replica, "t1")).toMatchObject({ text: "A 𠮷 cat.", version: 1 });
	const again = inverseOf(perform(replica, redo));
	expect(segmentOf(replica, "t1")).toMatchObject({ text: "Better.", version: 2 });
	expect(again).toEqual(undo);
});

test.each<[string, number, number, [string, string], [string, string]]>([
	["beside an astral character", 4, 4, ["A 𠮷", " cat."], ["A 𠮷", " cat."]],
	["with the whole draft on the right", 2, 0, ["A ", "𠮷 cat."], ["", "A 𠮷 cat."]],
	["with the whole draft on the left", 2, 9, ["A ", "𠮷 cat."], ["A 𠮷 cat.", ""]],
])("a split divides text and draft %s, and undoing it restores both", (_, at, draftAt, texts, drafts) => {
	const replica = start();
	const undo = inverseOf(perform(replica, split(replica, "t1", at, draftAt)));
	const [left, right] = [segmentOf(replica, "t1"), segmentOf(replica, "new")];
	expect([left.text, right.text, left.draft, right.draft]).toEqual([...texts, ...drafts]);
	expect([left.origin, right.origin, left.version, right.version]).toEqual([0, 0, 2, 2]);
	perform(replica, undo);
	expect(segmentOf(replica, "t1")).toEqual(segmentOf(start(), "t1"));
	expect(lines(replica)).toEqual(lines(start()));
});

test("the left half of a split begins the paragraph, the right half does not", () => {
	const replica = start();
	perform(replica, split(replica, "s1", 2, null));
	expect(segmentOf(replica, "new")).toMatchObject({
		paragraphStart: false,
		kind: "body",
		draft: null,
		origin: null,
	});
});

test.each<[string, [string, string], [string | null, string | null]]>([
	["two drafts", ["t2", "t3"], ["Joined: t2", "One two. "]],
	["a draft and a typed rendering", ["t3", "new"], ["", ""]],
	["a typed rendering and a draft", ["new", "t2"], ["", "One two."]],
	["no drafts", ["s2", "s3"], [null, null]],
])("joining %s and undoing it restores both exactly", (_, [left, right], [, draft]) => {
	const replica = start();
	perform(replica, insert(replica, "B", left === "new" ? null : "t3"));
	const before = [segmentOf(replica, left), segmentOf(replica, right)];
	const undo = inverseOf(perform(replica, join(replica, left, right)));
	expect(segmentOf(replica, left)).toMatchObject({ text: `${before[0]?.text} ${before[1]?.text}`, draft });
	const redo = inverseOf(perform(replica, undo));
	expect([segmentOf(replica, left), segmentOf(replica, right)]).toEqual(before);
	expect(inverseOf(perform(replica, redo))).toEqual(undo);
});

test("lineage says where text went when segments are split and joined", () => {
	const replica = start();
	perform(replica, split(replica, "t1", 2));
	const undo = inverseOf(perform(replica, join(replica, "t2", "t3")));
	perform(replica, undo);
	expect(replica.lineage).toEqual([
		{ number: 2, fromId: id("t1"), fromAt: 2, toId: id("new"), toAt: 0 },
		{ number: 3, fromId: id("t3"), fromAt: 0, toId: id("t2"), toAt: 9 },
		{ number: 4, fromId: id("t2"), fromAt: 9, toId: id("t3"), toAt: 0 },
	]);
});

test.each<[string, string, string | null, string]>([
	["an empty passage", "C", null, "C s4|new"],
	["the front", "B", null, "B s2 s3|new t2 t3"],
	["the middle", "B", "t2", "B s2 s3|t2 new t3"],
	["the end", "B", "t3", "B s2 s3|t2 t3 new"],
])("an insertion into %s, and taking it out again", (_, row, after, expected) => {
	const replica = start();
	const undo = inverseOf(perform(replica, insert(replica, row, after)));
	expect(lines(replica)).toContain(expected);
	expect(segmentOf(replica, "new")).toMatchObject({ text: "New.", draft: null, origin: null, version: 2 });
	const redo = inverseOf(perform(replica, undo));
	expect(lines(replica)).toEqual(lines(start()));
	perform(replica, redo);
	expect(segmentOf(replica, "new")).toMatchObject({ text: "New.", version: 2 });
});

test.each<[string, string | null, boolean]>([
	["behind another does not begin a paragraph", "t1", false],
	["in front begins one where its source does", null, true],
])("a rendering put %s", (_, after, starts) => {
	const replica = example(["s1*|t1"]);
	perform(replica, insert(replica, "A", after));
	expect(segmentOf(replica, "new").paragraphStart).toBe(starts);
});
