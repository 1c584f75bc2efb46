/** What people do to passages by hand: each is one operation, and taking it back leaves nothing of it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { WrittenRow } from "#lib/core/document/operations/side.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { anyAttempts, anyImport } from "./arbitrary.ts";
import {
	confirmed,
	edited,
	example,
	id,
	imported,
	inverseOf,
	lines,
	perform,
	posted,
	refusalOf,
	segmentOf,
	shape,
	shifted,
	standingOfRow,
} from "./example.ts";
import { identity, letters, order, wholeness } from "./laws.ts";
import { Session, type Snapshot, same } from "./session.ts";
import { thereAndBack } from "./there-and-back.ts";

const carried = (r: Replica, [a, b]: readonly [string, string], segments: readonly string[]) =>
	posted({ type: "carry", rows: [shape(r, a), shape(r, b)], segments: segments.map(id) });
const paragraph = (segment: string, starts: boolean) =>
	posted({ type: "paragraph", segment: id(segment), starts });
const discarded = (r: Replica, row: string, segment: string) =>
	posted({
		type: "discard",
		row: shape(r, row),
		segment: id(segment),
		version: segmentOf(r, segment).version,
	});
const affirmed = (r: Replica, from: string, to: string, more: object = {}) =>
	posted({
		type: "affirm",
		from: id(from),
		to: id(to),
		stale: true,
		grouping: r.order,
		seen: r.number,
		...more,
	});
const links = (r: Replica) => r.rows().map((row) => r.standing(row).link[0]);

describe("several sentences that stand together", () => {
	test.each<[string, readonly string[], readonly [string, string], readonly string[], readonly string[]]>([
		["up", ["s1|t1", "s2|t2 t3 t4"], ["A", "B"], ["t2", "t3"], ["A s1|t1 t2 t3", "B s2|t4"]],
		["down", ["s1|t1 t2 t3", "s2|t4"], ["A", "B"], ["t2", "t3"], ["A s1|t1", "B s2|t2 t3 t4"]],
		["as a whole side", ["s1|t1 t2", "s2|t3"], ["A", "B"], ["t1", "t2"], ["A s1|", "B s2|t1 t2 t3"]],
		["of the source", ["s1|t1", "s2 s3|t2"], ["A", "B"], ["s2", "s3"], ["A s1 s2 s3|t1", "B |t2"]],
	])("go %s together, and come back together", (_, before, rows, segments, after) => {
		thereAndBack(before, (r) => carried(r, rows, segments), after);
	});

	test.each<[string, (r: Replica) => Operation, string]>([
		["from the middle", (r) => carried(r, ["A", "B"], ["t1"]), "not-at-border"],
		["in another order", (r) => carried(r, ["A", "B"], ["t2", "t1"]), "not-at-border"],
		["of both sides at once", (r) => carried(r, ["A", "B"], ["s1", "t1"]), "not-at-border"],
		["that are all of a passage", (r) => carried(r, ["B", "C"], ["t3"]), "row-would-be-empty"],
		["of passages that are not neighbours", (r) => carried(r, ["A", "C"], ["t2"]), "row-changed"],
	])("%s are refused", (_, operation, reason) => {
		const replica = example(["s1|t1 t2", "|t3", "s2|t4"]);
		expect(refusalOf(replica, operation(replica))).toEqual({ refused: reason });
	});
});

describe("the beginning of a paragraph", () => {
	test.each(["s1", "t1"])("comes and goes with %s, whose text and version stay", (name) => {
		const replica = example(["s1|t1"]);
		const before = segmentOf(replica, name);
		const undo = inverseOf(perform(replica, paragraph(name, true)));
		expect(segmentOf(replica, name)).toEqual({ ...before, paragraphStart: true });
		expect(refusalOf(replica, paragraph(name, true))).toEqual({ refused: "nothing-changed" });
		perform(replica, undo);
		expect(segmentOf(replica, name)).toEqual(before);
	});
});

describe("an emptied rendering", () => {
	test("leaves its passage and comes back with its draft", () => {
		const replica = example(["s1|t1 t2"]);
		perform(replica, edited(replica, "t2", " "));
		const before = segmentOf(replica, "t2");
		const undo = inverseOf(perform(replica, discarded(replica, "A", "t2")));
		expect(lines(replica)).toEqual(["A s1|t1"]);
		perform(replica, undo);
		expect(segmentOf(replica, "t2")).toEqual(before);
		expect(before.draft).toBe("Text t2.");
	});

	test.each<[string, readonly string[], readonly string[], string]>([
		["a rendering with words", ["s1|t1 t2"], [], "not-empty"],
		["the only thing in its passage", ["|t1"], ["t1"], "row-would-be-empty"],
	])("but not %s", (_, rows, emptied, reason) => {
		const replica = example(rows);
		for (const name of emptied) perform(replica, edited(replica, name, ""));
		expect(refusalOf(replica, discarded(replica, "A", "t1"))).toEqual({ refused: reason });
	});
});

describe("confirming everything of a run", () => {
	test("states what nobody has stated, and taking it back leaves what others said", () => {
		const replica = example(["s1|t1", "s2|t2", "|t3", "s4|", "s5|t5"]);
		perform(replica, confirmed(replica, ["B"], ["link"]));
		const undo = inverseOf(perform(replica, affirmed(replica, "A", "D")));
		expect(links(replica)).toEqual(["c", "c", "c", "c", "a"]);
		const redo = inverseOf(perform(replica, undo));
		expect(links(replica)).toEqual(["a", "c", "a", "a", "a"]);
		perform(replica, redo);
		perform(replica, undo); // the first way back still leads there
		expect(links(replica)).toEqual(["a", "c", "a", "a", "a"]);
	});

	test("is a small entry of the log however long the run is", () => {
		const many = Array.from({ length: 3_000 }, (_, i) => `s${i}|t${i}`);
		const replica = new Replica();
		perform(replica, { ...imported(many), rows: many.map((_, i): WrittenRow => [id(`R${i}`), 1, 1, 0.5]) });
		const operation = affirmed(replica, "R0", "R2999");
		const undo = inverseOf(perform(replica, operation));
		expect(JSON.stringify([operation, undo]).length).toBeLessThan(500);
		perform(replica, undo);
		expect(new Set(links(replica))).toEqual(new Set(["a"]));
	});

	test("leaves stale links alone where they are not meant, and sources that came later than was seen", () => {
		const replica = example(["s1|t1", "s2|t2", "s3|t3"]);
		perform(replica, confirmed(replica, ["A"], ["link"]));
		perform(replica, edited(replica, "s1", "Other."));
		const seen = replica.number;
		perform(replica, edited(replica, "s2", "Unseen."));
		perform(replica, affirmed(replica, "A", "C", { stale: false, seen }));
		expect(links(replica)).toEqual(["s", "a", "c"]);
	});

	test.each<[string, (r: Replica) => Operation, string]>([
		["after passages moved", (r) => affirmed(r, "A", "C", { grouping: 9 }), "order-changed"],
		["from below to above", (r) => affirmed(r, "C", "A"), "row-changed"],
		["to a passage that is not there", (r) => affirmed(r, "A", "Z"), "row-changed"],
		["where all is confirmed", (r) => affirmed(r, "B", "B"), "already-confirmed"],
	])("is refused %s", (_, operation, reason) => {
		const replica = example(["s1|t1", "s2|t2", "s3|t3"]);
		perform(replica, confirmed(replica, ["B"], ["link"]));
		expect(refusalOf(replica, operation(replica))).toEqual({ refused: reason });
	});

	test.each<[string, (r: Replica) => Operation, string]>([
		["moved", (r) => shifted(r, "target", "down", "A", "t1"), "row-changed"],
		["has another source text", (r) => edited(r, "s2", "Other."), "row-changed"],
		[
			"was taken back otherwise",
			(r) => posted({ type: "withdraw", rows: [{ ...exactOf(r, "B"), kinds: ["link"] }] }),
			"not-confirmed",
		],
	])("cannot be taken back once a passage of it %s", (_, operation, reason) => {
		const replica = example(["s1|t1", "s2|t2", "s3|t3"]);
		const undo = inverseOf(perform(replica, affirmed(replica, "A", "C")));
		perform(replica, operation(replica));
		expect(refusalOf(replica, undo)).toEqual({ refused: reason });
	});

	test("holds for what it was said of: corrected wording keeps it, a shift makes it stale", () => {
		const replica = example(["s1|t1", "s2|t2", "s3|t3"]);
		perform(replica, affirmed(replica, "A", "C"));
		perform(replica, edited(replica, "t2", "Better."));
		expect(standingOfRow(replica, "B").link).toBe("confirmed");
		perform(replica, shifted(replica, "target", "down", "B", "t2"));
		expect(links(replica)).toEqual(["c", "s", "s", "s"]);
	});
});

const exactOf = (r: Replica, name: string) => {
	const { source, target } = shape(r, name);
	const versions = (ids: readonly string[]) => ids.map((one) => [one, 1]);
	return { id: id(name), source: versions(source), target: versions(target) };
};

/** Everything that hands do to passages, and the statements that go with it. */
const hands = [
	"merge",
	"divide",
	"split",
	"join",
	"move",
	"carry",
	"shift",
	"swap",
	"realign",
	"paragraph",
	"insert",
	"discard",
	"confirm",
	"affirm",
	"undo",
] as const;

/** The letters of each side, whatever order and sentences they stand in. */
const lettersOf = ({ rows }: Snapshot) =>
	(["source", "target"] as const).map((side) =>
		[...rows.flatMap((row) => row[side].map(({ text }) => text.replace(/\s/g, ""))).join("")].sort().join(""),
	);

test("1,000 sequences of what hands do lose and double no letter at any step, and their undos lead back to the first state", () => {
	let steps = 0;
	fc.assert(
		fc.property(anyImport, anyAttempts(12), (begin, attempts) => {
			const session = new Session(begin, [wholeness, order, letters, identity()]);
			const imported = session.state;
			const all = lettersOf(imported);
			for (const attempt of attempts) {
				const act = hands[attempt.picks[3] % hands.length] ?? "merge";
				session.attempt({ ...attempt, act, text: "" });
				same(lettersOf(session.state), all, `every letter after ${act}`);
			}
			steps += session.log.length - 1;
			for (const { number, inverse } of session.log.slice(1).toReversed()) {
				if (inverse && !session.perform(inverse, number)) throw new Error(`${number} cannot be taken back`);
				same(lettersOf(session.state), all, "every letter on the way back");
			}
			same(session.state, imported, "the state as imported");
		}),
		{ numRuns: 1_000 * Number(process.env["PROPERTY_RUNS"] ?? 1) },
	);
	expect(steps).toBeGreaterThan(3_000);
});
