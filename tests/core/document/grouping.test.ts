/** merge, divide, move and swap: operations that touch only the grouping. */
import { expect, test } from "vitest";
import { maxSegmentsOfRow } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import { example, id, inverseOf, lines, perform, posted, refusalOf, shape, shifted } from "./example.ts";
import { thereAndBack } from "./there-and-back.ts";

const merge = (r: Replica, a: string, b: string) =>
	posted({ type: "merge", rows: [shape(r, a), shape(r, b)] });
const divide = (r: Replica, row: string, source: number, target: number) =>
	posted({ type: "divide", row: shape(r, row), id: id("N"), source, target });
const move = (r: Replica, a: string, b: string, segment: string) =>
	posted({ type: "move", rows: [shape(r, a), shape(r, b)], segment: id(segment) });
const swap = (_: Replica, a: string, b: string) => posted({ type: "swap", segments: [id(a), id(b)] });
type Make = (replica: Replica) => Operation;

const start = ["s1|t1", "s2 s3|t2 t3", "|t4", "s4|"];

test.each<[string, string, Make]>([
	["row-changed", "merging passages that are not neighbours", (r) => merge(r, "A", "C")],
	["row-changed", "merging backwards", (r) => merge(r, "B", "A")],
	["row-changed", "merging a passage with itself", (r) => merge(r, "A", "A")],
	[
		"row-changed",
		"merging a passage seen with other segments",
		(r) => posted({ type: "merge", rows: [shape(r, "A"), { ...shape(r, "B"), source: [id("s2")] }] }),
	],
	[
		"row-changed",
		"merging with a passage that is gone",
		(r) => posted({ type: "merge", rows: [shape(r, "A"), { id: id("Z"), source: [], target: [] }] }),
	],
	["row-would-be-empty", "dividing off nothing", (r) => divide(r, "B", 2, 2)],
	["row-would-be-empty", "dividing off more than everything", (r) => divide(r, "B", 9, 9)],
	["row-would-be-empty", "dividing off everything", (r) => divide(r, "B", 0, 0)],
	[
		"row-changed",
		"dividing a passage seen with other segments",
		(r) => posted({ ...divide(r, "B", 1, 1), row: shape(r, "A") && { ...shape(r, "B"), target: [] } }),
	],
	["not-at-border", "moving what does not touch the border", (r) => move(r, "A", "B", "t3")],
	["not-at-border", "moving what is elsewhere", (r) => move(r, "A", "B", "t4")],
	["row-would-be-empty", "moving the last segment out", (r) => move(r, "B", "C", "t4")],
	["row-changed", "moving between passages that are not neighbours", (r) => move(r, "A", "C", "t1")],
	["segment-gone", "swapping with what never was", (r) => swap(r, "t1", "zz")],
	["not-neighbours", "swapping over another rendering", (r) => swap(r, "t1", "t3")],
	["not-neighbours", "swapping backwards", (r) => swap(r, "t2", "t1")],
	["not-neighbours", "swapping with itself", (r) => swap(r, "t1", "t1")],
	["not-neighbours", "swapping source segments", (r) => swap(r, "s2", "s3")],
	["not-neighbours", "swapping a source segment with the first rendering", (r) => swap(r, "s1", "t1")],
	["not-neighbours", "swapping a rendering with a source segment", (r) => swap(r, "t1", "s1")],
])("refused as %s: %s", (key, _, operation) => {
	const replica = example(start);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(lines(replica)).toEqual(lines(example(start)));
	expect([replica.number, replica.order]).toEqual([1, 1]);
});

test.each<[string, Make, string[]]>([
	["merge", (r) => merge(r, "A", "B"), ["A s1 s2 s3|t1 t2 t3", "C |t4", "D s4|"]],
	["merge over an empty side", (r) => merge(r, "C", "D"), ["A s1|t1", "B s2 s3|t2 t3", "C s4|t4"]],
	["divide", (r) => divide(r, "B", 1, 1), ["A s1|t1", "B s2|t2", "N s3|t3", "C |t4", "D s4|"]],
	[
		"divide, both sides apart",
		(r) => divide(r, "B", 2, 0),
		["A s1|t1", "B s2 s3|", "N |t2 t3", "C |t4", "D s4|"],
	],
	[
		"divide, the other way round",
		(r) => divide(r, "B", 0, 2),
		["A s1|t1", "B |t2 t3", "N s2 s3|", "C |t4", "D s4|"],
	],
	["move down", (r) => move(r, "B", "C", "s3"), ["A s1|t1", "B s2|t2 t3", "C s3|t4", "D s4|"]],
	["move up", (r) => move(r, "A", "B", "t2"), ["A s1|t1 t2", "B s2 s3|t3", "C |t4", "D s4|"]],
	[
		"move up the only rendering",
		(r) => move(r, "A", "B", "s2"),
		["A s1 s2|t1", "B s3|t2 t3", "C |t4", "D s4|"],
	],
	["swap in a passage", (r) => swap(r, "t2", "t3"), ["A s1|t1", "B s2 s3|t3 t2", "C |t4", "D s4|"]],
	["swap over a border", (r) => swap(r, "t1", "t2"), ["A s1|t2", "B s2 s3|t1 t3", "C |t4", "D s4|"]],
])("%s and its inverse, twice", (_, operation, after) => thereAndBack(start, operation, after));

const many = (side: string, count: number) =>
	Array.from({ length: count }, (_, i) => `${side}${i}`).join(" ");

test.each<[string, string[], Make]>([
	["merge", [`s1|${many("t", maxSegmentsOfRow)}`, "|u1"], (r) => merge(r, "A", "B")],
	["move", [`s1|${many("t", maxSegmentsOfRow)}`, "s2|u1"], (r) => move(r, "A", "B", "u1")],
	["shift", [`s1|${many("t", maxSegmentsOfRow)}`, "s2|u1"], (r) => shifted(r, "target", "up", "A", "u1")],
	[
		"insert",
		[`s1|${many("t", maxSegmentsOfRow)}`],
		(r) => posted({ type: "insert", row: shape(r, "A"), segment: id("new"), text: "", after: null }),
	],
	[
		"split",
		[`s1|${many("t", maxSegmentsOfRow)}`],
		() => posted({ type: "split", segment: id("t0"), version: 1, at: 2, draftAt: 2, id: id("new") }),
	],
])("a passage never grows beyond what operations can name: %s", (_, before, operation) => {
	const replica = example(before);
	const was = lines(replica);
	expect(refusalOf(replica, operation(replica))).toEqual({
		refused: "row-too-long",
		values: { max: maxSegmentsOfRow },
	});
	expect(lines(replica)).toEqual(was);
});

test("an inverse that would bring back an id which is in use again is refused", () => {
	const replica = example(["s1|", "s2|", "s3|t3"]);
	const divideAgain = inverseOf(perform(replica, merge(replica, "A", "B")));
	perform(replica, divideAgain);
	perform(replica, move(replica, "B", "C", "s3"));
	perform(replica, move(replica, "A", "B", "s2"));
	expect(lines(replica)).toEqual(["A s1 s2|", "B s3|", "C |t3"]);
	expect(refusalOf(replica, divideAgain)).toEqual({ refused: "id-used", values: { id: id("B") } });
	expect(lines(replica)).toEqual(["A s1 s2|", "B s3|", "C |t3"]);
});
