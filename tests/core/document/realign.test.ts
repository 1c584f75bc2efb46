/** realign: passages paired anew, as an aligner proposes it; and what an aligner's pairs would change. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { type Pair, regroup, stillFitting } from "#lib/core/document/regroup.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import {
	confirmed,
	edited,
	example,
	id,
	inverseOf,
	lines,
	nameOf,
	perform,
	posted,
	refusalOf,
	shape,
	standingOfRow,
} from "./example.ts";
import { thereAndBack } from "./there-and-back.ts";

/** "1-1 2-0": the sizes of pairs, in order; the confidence of each is given or 0.8. */
function pairsOf(sizes: string, confidence = 0.8): Pair[] {
	let [s, t] = [0, 0];
	return sizes.split(" ").map((size) => {
		const [sources = 0, targets = 0] = size.split("-").map(Number);
		const pair: Pair = { source: [s, s + sources], target: [t, t + targets], confidence };
		s += sources;
		t += targets;
		return pair;
	});
}

/** What realigning the whole document to these pairs would do; passages named are fixed. */
function stretchesOf(replica: Replica, pairs: readonly Pair[], fixed: readonly string[] = []) {
	const names = Array.from({ length: 99 }, (_, i) => id(`N${99 - i}`));
	const rows = replica.rows().map((row) => ({
		row,
		confidence: replica.standing(row).confidence,
		fixed: fixed.includes(nameOf(row.id)),
	}));
	return regroup(rows, pairs, () => names.pop() ?? "");
}

const realigned = (replica: Replica, sizes: string, confidence?: number): Operation =>
	posted({ type: "realign", stretches: stretchesOf(replica, pairsOf(sizes, confidence)) });

test.each<[string, string[], string, string[]]>([
	["divides", ["s1 s2|t1 t2"], "1-1 1-1", ["A s1|t1", "N1 s2|t2"]],
	["merges", ["s1|t1", "s2|t2"], "2-2", ["A s1 s2|t1 t2"]],
	["moves a border", ["s1|t1 t2", "s2|t3"], "1-1 1-2", ["A s1|t1", "B s2|t2 t3"]],
	["pulls a side apart", ["s1|t1", "s2|t2"], "1-0 1-1 0-1", ["A s1|", "B s2|t1", "N1 |t2"]],
	["closes a gap", ["s1|", "s2|t1", "|t2"], "1-1 1-1", ["A s1|t1", "B s2|t2"]],
	["puts a rendering first", ["s1|t1"], "0-1 1-0", ["N1 |t1", "A s1|"]],
	[
		"lets what begins with a rendering keep its name",
		["|t1", "s1|t2"],
		"0-1 0-1 1-0",
		["A |t1", "N1 |t2", "B s1|"],
	],
	["never puts a passage that stays before another one", ["s1|", "|t1"], "0-1 1-0", ["B |t1", "N1 s1|"]],
	[
		"leaves what lies between",
		["s1|t1 t2", "s2|t3", "s3|t4 t5", "s4|t6"],
		"1-1 0-1 1-1 1-2 1-1",
		["A s1|t1", "N1 |t2", "B s2|t3", "C s3|t4 t5", "D s4|t6"],
	],
])("%s, and back, and again", (_, before, sizes, after) => {
	thereAndBack(before, (replica) => realigned(replica, sizes), after);
});

test("only what changes is in it: passages that stay, stay out, unless the confidence is news", () => {
	const replica = example(["s1|t1", "s2|t2 t3", "s3|t4", "s4|t5"]);
	const pairs = pairsOf("1-1 1-1 1-2 1-1", 0.5).map((pair, i) => ({
		...pair,
		confidence: [0.52, 0.9, 0.8, 0.7][i] ?? 0,
	}));
	expect(stretchesOf(replica, pairs)).toEqual([
		{
			source: [
				["s2", 1],
				["s3", 1],
			].map(([name, version]) => [id(`${name}`), version]),
			target: ["t2", "t3", "t4"].map(id),
			before: [
				[id("B"), 1, 2, 0.5],
				[id("C"), 1, 1, 0.5],
			],
			after: [
				[id("B"), 1, 1, 0.9],
				[id("C"), 1, 2, 0.8],
			],
		},
		{
			source: [[id("s4"), 1]],
			target: [id("t5")],
			before: [[id("D"), 1, 1, 0.5]],
			after: [[id("D"), 1, 1, 0.7]],
		},
	]);
	expect(stretchesOf(replica, pairsOf("1-1 1-2 1-1 1-1"), ["A", "B", "C", "D"])).toEqual([]);
});

test("a fixed passage that would change is a mistake of whoever made the pairs, and so are pairs that do not fit", () => {
	const replica = example(["s1|t1", "s2|t2"]);
	expect(() => stretchesOf(replica, pairsOf("2-2"), ["A"])).toThrow(RangeError);
	expect(() => stretchesOf(replica, pairsOf("1-1"))).toThrow(RangeError);
	expect(() => stretchesOf(replica, pairsOf("1-1 1-1 1-0"))).toThrow(RangeError);
});

test("what changes and what stays cover the document, whatever the pairs", () => {
	const size = fc.constantFrom("1-1", "2-1", "1-2", "0-1", "1-0", "3-2");
	fc.assert(
		fc.property(
			fc.array(size, { minLength: 1, maxLength: 12 }),
			fc.array(size, { minLength: 1, maxLength: 12 }),
			(old, now) => {
				const total = (sizes: string[], side: 0 | 1) =>
					sizes.reduce((sum, text) => sum + Number(text.split("-")[side]), 0);
				const sides = [0, 1] as const;
				const rest = (sizes: string[], other: string[]) =>
					sides.map((side) => Math.max(0, total(other, side) - total(sizes, side)));
				const full = (sizes: string[], other: string[]) => {
					const [s = 0, t = 0] = rest(sizes, other);
					return s + t > 0 ? [...sizes, `${s}-${t}`] : sizes;
				};
				const [before, after] = [full(old, now), full(now, old)];
				let [s, t] = [0, 0];
				const names = (prefix: string, from: number, count: number) =>
					Array.from({ length: count }, (_, i) => `${prefix}${from + i}`).join(" ");
				const written = before.map((text) => {
					const [sources = 0, targets = 0] = text.split("-").map(Number);
					const line = `${names("s", s, sources)}|${names("t", t, targets)}`;
					s += sources;
					t += targets;
					return line;
				});
				const replica = example(written);
				perform(replica, realigned(replica, after.join(" ")));
				expect(replica.rows().map((row) => `${row.source.length}-${row.target.length}`)).toEqual(after);
			},
		),
		{ numRuns: 200 },
	);
});

const start = ["s1|t1 t2", "s2|t3", "s3|t4"];
const turn = (replica: Replica) => realigned(replica, "1-1 1-2 1-1", 0.52);

test.each<[string, string, (replica: Replica) => void]>([
	[
		"row-changed",
		"a passage in it was merged",
		(r) => perform(r, posted({ type: "merge", rows: [shape(r, "B"), shape(r, "C")] })),
	],
	[
		"row-changed",
		"a sentence in it was joined to another",
		(r) =>
			perform(r, posted({ type: "join", segments: [id("t1"), id("t2")], versions: [1, 1], separator: " " })),
	],
	["row-changed", "it was done already", (r) => perform(r, turn(r))],
])("refused as %s when %s", (key, _, meanwhile) => {
	const replica = example(start);
	const operation = turn(replica);
	meanwhile(replica);
	expect(refusalOf(replica, operation)).toMatchObject({ refused: key });
});

test.each<[string, string, (stretch: { before: unknown[]; after: unknown[] }) => object]>([
	["rows-do-not-fit", "it counts more than there is", (s) => ({ ...s, after: [[id("A"), 2, 9, null]] })],
	[
		"rows-do-not-fit",
		"a passage would be empty",
		(s) => ({ ...s, after: [...s.after, [id("Z"), 0, 0, null]] }),
	],
	[
		"rows-do-not-fit",
		"passages that stay change places",
		(s) => ({
			...s,
			after: [
				[id("B"), 1, 1, null],
				[id("A"), 1, 2, null],
			],
		}),
	],
	[
		"id-used",
		"a passage takes the name of another",
		(s) => ({
			...s,
			after: [
				[id("A"), 1, 1, null],
				[id("C"), 1, 2, null],
			],
		}),
	],
])("refused as %s when %s", (key, _, change) => {
	const replica = example(start);
	const operation = turn(replica);
	if (operation.type !== "realign") throw new TypeError("not a realignment");
	const stretches = operation.stretches.map((stretch) => change({ ...stretch }));
	expect(refusalOf(replica, posted({ type: "realign", stretches }))).toMatchObject({ refused: key });
});

test.each<[string, (replica: Replica) => void, string[]]>([
	["nothing", () => undefined, ["A", "C", "E"]],
	[
		"a passage merged",
		(r) => perform(r, posted({ type: "merge", rows: [shape(r, "C"), shape(r, "D")] })),
		["A", "E"],
	],
	["a source text corrected", (r) => perform(r, edited(r, "s1", "新。")), ["C", "E"]],
	["a wording corrected", (r) => perform(r, edited(r, "t1", "New.")), ["A", "C", "E"]],
	["a link confirmed", (r) => perform(r, confirmed(r, ["F"], ["link"])), ["A", "C"]],
	[
		"a passage before them divided",
		(r) => perform(r, posted({ type: "divide", row: shape(r, "A"), id: id("M"), source: 1, target: 1 })),
		["C", "E"],
	],
])("with %s meanwhile, the rest of it is still done", (_, meanwhile, left) => {
	const replica = example(["s1|t1 t2", "s2|", "s3|t3 t4", "s4|", "s5|t5 t6", "s6|"]);
	const planned = stretchesOf(replica, pairsOf("1-1 1-1 1-1 1-1 1-1 1-1"));
	meanwhile(replica);
	const seen = replica.rows().map((row) => ({ row, fixed: replica.standing(row).link === "confirmed" }));
	const stretches = stillFitting(seen, planned);
	expect(stretches.map(({ before }) => nameOf(before[0]?.[0] ?? ""))).toEqual(left);
	perform(replica, posted({ type: "realign", stretches }));
});

test("edits of the wording since stay, through it and through its undo", () => {
	const replica = example(start);
	const operation = turn(replica);
	perform(replica, edited(replica, "t2", "New."));
	const undo = inverseOf(perform(replica, operation));
	perform(replica, edited(replica, "t3", "Newer."));
	perform(replica, undo);
	expect(lines(replica)).toEqual(lines(example(start)));
	expect(replica.rows().flatMap((row) => row.target.map((segment) => segment.text))).toEqual([
		"Text t1.",
		"New.",
		"Newer.",
		"Text t4.",
	]);
});

test("what was stated of a passage is gone while it is paired otherwise, and back after undo", () => {
	const replica = example(start);
	perform(replica, confirmed(replica, ["B"], ["link", "review"]));
	const before = standingOfRow(replica, "B");
	const undo = inverseOf(perform(replica, turn(replica)));
	expect(standingOfRow(replica, "B")).toMatchObject({ state: "draft", link: "stale", confidence: 0.52 });
	perform(replica, undo);
	expect(standingOfRow(replica, "B")).toEqual(before);
});

test("a confidence that is said anew changes no grouping and comes back", () => {
	const replica = example(["s1|t1", "s2|t2"]);
	const undo = inverseOf(perform(replica, realigned(replica, "1-1 1-1", 0.9)));
	expect(replica.order).toBe(1);
	expect(standingOfRow(replica, "A").confidence).toBe(0.9);
	perform(replica, undo);
	expect(standingOfRow(replica, "A").confidence).toBe(0.5);
	expect(replica.order).toBe(1);
});

test("a pairing that nobody spoke of before is forgotten again by undo", () => {
	const replica = example(["s1 s2|t1 t2"]);
	const undo = inverseOf(perform(replica, realigned(replica, "1-1 1-1")));
	perform(replica, undo);
	perform(replica, posted({ type: "divide", row: shape(replica, "A"), id: id("M"), source: 1, target: 1 }));
	expect(standingOfRow(replica, "A").confidence).toBeNull();
});
