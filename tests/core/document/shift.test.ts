/** shift: one side moves by one passage. */
import { expect, test } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import {
	confirmed,
	example,
	inverseOf,
	lines,
	perform,
	posted,
	refusalOf,
	shape,
	shifted,
	standingOfRow,
} from "./example.ts";
import { thereAndBack } from "./there-and-back.ts";

type Make = (replica: Replica) => Operation;
const merge = (r: Replica, a: string, b: string) =>
	posted({ type: "merge", rows: [shape(r, a), shape(r, b)] });

const start = ["s1|t1", "s2 s3|t2 t3", "|t4", "s4|"];

test.each<[string, string, Make]>([
	[
		"order-changed",
		"shifting a grouping that is gone",
		(r) => posted({ ...shifted(r, "target", "down", "A", "t1"), order: 99 }),
	],
	["row-changed", "shifting from a passage that is gone", (r) => shifted(r, "target", "down", "Z", "t1")],
	["row-changed", "shifting down from a segment elsewhere", (r) => shifted(r, "target", "down", "A", "t2")],
	[
		"row-changed",
		"shifting up from a segment that begins no passage",
		(r) => shifted(r, "target", "up", "A", "t3"),
	],
	["row-changed", "shifting up into the last passage", (r) => shifted(r, "source", "up", "D", "s4")],
	["nothing-beside", "shifting down what stands alone", (r) => shifted(r, "target", "down", "C", "t4")],
	[
		"nothing-beside",
		"shifting down a source that stands alone",
		(r) => shifted(r, "source", "down", "D", "s4"),
	],
])("refused as %s: %s", (key, _, operation) => {
	const replica = example(start);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(lines(replica)).toEqual(lines(example(start)));
	expect([replica.number, replica.order]).toEqual([1, 1]);
});

test.each<[string, string[], Make, string[]]>([
	[
		"makes a last passage",
		["s1|t1", "s2|t2"],
		(r) => shifted(r, "target", "down", "A", "t1"),
		["A s1|", "B s2|t1", "N1 |t2"],
	],
	[
		"needs none where the last has room",
		["s1|t1", "s2|t2", "s3|"],
		(r) => shifted(r, "target", "down", "A", "t1"),
		["A s1|", "B s2|t1", "C s3|t2"],
	],
	[
		"from within a passage",
		["s1|t1 t2", "s2|t3"],
		(r) => shifted(r, "target", "down", "A", "t2"),
		["A s1|t1", "B s2|t2", "N1 |t3"],
	],
	[
		"from the last passage",
		["s1|t1", "s2|t2"],
		(r) => shifted(r, "target", "down", "B", "t2"),
		["A s1|t1", "B s2|", "N1 |t2"],
	],
	[
		"takes up a gap",
		["s1|t1", "s2|", "s3|t3"],
		(r) => shifted(r, "target", "down", "A", "t1"),
		["A s1|", "B s2|t1", "C s3|", "N1 |t3"],
	],
	[
		"lets a passage vanish in the middle",
		["s1|t1", "s2|", "|t3"],
		(r) => shifted(r, "target", "down", "A", "t1"),
		["A s1|", "B s2|t1", "N1 |t3"],
	],
	[
		"lets several passages vanish",
		["s1|t1", "s2|", "|t3", "s4|", "|t5", "s6|t6"],
		(r) => shifted(r, "target", "down", "A", "t1"),
		["A s1|", "B s2|t1", "D s4|t3", "F s6|t5", "N1 |t6"],
	],
	[
		"on the source side",
		["s1|t1", "s2|t2", "|t3"],
		(r) => shifted(r, "source", "down", "A", "s1"),
		["A |t1", "B s1|t2", "C s2|t3"],
	],
	[
		"keeps the passages above",
		["s1|t1", "s2|t2", "s3|t3"],
		(r) => shifted(r, "target", "down", "B", "t2"),
		["A s1|t1", "B s2|", "C s3|t2", "N1 |t3"],
	],
])("shifting down %s", (_, before, operation, after) => thereAndBack(before, operation, after));

test.each<[string, string[], Make, string[]]>([
	[
		"joins the first two",
		["s1|t1", "s2|t2", "s3|t3"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t1 t2", "B s2|t3", "C s3|"],
	],
	[
		"fills a gap",
		["s1|", "s2|t2", "s3|t3"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t2", "B s2|t3", "C s3|"],
	],
	[
		"lets the last passage vanish",
		["s1|t1", "s2|t2", "|t3"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t1 t2", "B s2|t3"],
	],
	[
		"lets one vanish in the middle",
		["s1|t1", "|t2", "s3|", "s4|t4"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t1 t2", "C s3|t4", "D s4|"],
	],
	[
		"lets one vanish before the last",
		["s1|t1", "|t2", "s3|"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t1 t2", "C s3|"],
	],
	[
		"lets several vanish",
		["s1|t1", "|t2", "s3|", "|t4", "s5|", "|t6"],
		(r) => shifted(r, "target", "up", "A", "t2"),
		["A s1|t1 t2", "C s3|t4", "E s5|t6"],
	],
	[
		"on the source side",
		["s1|t1", "s2|t2", "s3|"],
		(r) => shifted(r, "source", "up", "A", "s2"),
		["A s1 s2|t1", "B s3|t2"],
	],
	[
		"keeps the passages above",
		["s1|t1", "s2|t2", "s3|t3"],
		(r) => shifted(r, "target", "up", "B", "t3"),
		["A s1|t1", "B s2|t2 t3", "C s3|"],
	],
])("shifting up %s", (_, before, operation, after) => thereAndBack(before, operation, after));

test("undoing a shift brings back every confirmed link, review and confidence", () => {
	const before = example(["s1|t1", "s2|", "|t3", "s4|t4"]);
	perform(before, confirmed(before, ["A", "D"], ["link", "review"]));
	const standings = () => before.rows().map((row) => before.standing(row));
	const as = standings();
	const undo = inverseOf(perform(before, shifted(before, "target", "down", "A", "t1")));
	expect(standingOfRow(before, "D")).toMatchObject({ link: "stale", confidence: null });
	perform(before, undo);
	expect(standings()).toEqual(as);
});

test("a shift is refused once the grouping has changed, and fits again when that change is taken back", () => {
	const replica = example(start);
	const later = shifted(replica, "target", "down", "A", "t1");
	const undo = inverseOf(perform(replica, merge(replica, "A", "B")));
	expect(refusalOf(replica, later)).toEqual({ refused: "order-changed" });
	perform(replica, undo);
	expect(refusalOf(replica, later)).toBe("applied");
});
