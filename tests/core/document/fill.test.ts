/** fill and clear: renderings that come to passages without one. */
import { expect, test } from "vitest";
import { ImportedTexts } from "#lib/core/document/newer/imported-texts.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import {
	confirmed,
	edited,
	exact,
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
	standingOfRow,
} from "./example.ts";

/** B has no rendering, C a blank one that was imported so, D one that somebody emptied. */
function start(): Replica {
	const replica = example(["s1*|t1", "s2 s3|", "s4|t4", "s5|t5", "s6|"], { t4: " ", t5: "Was here." });
	perform(replica, edited(replica, "t5", ""));
	return replica;
}

const engine = { kind: "machine", engine: "Engine" };
const another = { kind: "machine", engine: "Another" };
type Line = readonly [row: string, segment: string, text: string];

function filled(replica: Replica, rows: readonly Line[], origin: object = { at: 1, is: another }): Operation {
	return posted({
		type: "fill",
		rows: rows.map(([row, segment, text]) => {
			const { source, target } = exact(replica, row);
			return [id(row), source, target, id(segment), text];
		}),
		origin,
	});
}

const all: readonly Line[] = [
	["B", "n1", "Two and three."],
	["C", "t4", "Four."],
	["D", "t5", "Five."],
	["E", "n2", "Six."],
];

test("renderings come as drafts of their origin, in one revision, and nobody has reviewed them", () => {
	const replica = start();
	perform(replica, filled(replica, all));
	expect(lines(replica)).toEqual(["A s1|t1", "B s2 s3|n1", "C s4|t4", "D s5|t5", "E s6|n2"]);
	expect(replica.description.origins).toEqual([engine, another]);
	for (const [row, segment, text] of all.filter(([row]) => row !== "D")) {
		expect(segmentOf(replica, segment)).toMatchObject({ text, draft: text, origin: 1, version: 3 });
		expect(standingOfRow(replica, row).state).toBe("draft");
	}
	expect(segmentOf(replica, "n1")).toMatchObject({ side: "target", kind: "body", paragraphStart: false });
});

test("what somebody had emptied keeps the draft that was imported", () => {
	const replica = start();
	perform(replica, filled(replica, all));
	expect(segmentOf(replica, "t5")).toMatchObject({ text: "Five.", draft: "Was here.", origin: 0 });
	expect(standingOfRow(replica, "D").state).toBe("edited");
});

test("one step takes all of it back and another brings it again, with the names of the groupings", () => {
	const [replica, before] = [start(), start()];
	const undo = inverseOf(perform(replica, filled(replica, all)));
	const after = replica.rows();
	const order = replica.order;
	const redo = inverseOf(perform(replica, undo));
	expect(replica.rows()).toEqual(before.rows());
	expect([replica.order, replica.description]).toEqual([before.order, before.description]);
	const again = inverseOf(perform(replica, redo));
	expect(replica.rows()).toEqual(after);
	expect([replica.order, replica.description.origins]).toEqual([order, [engine, another]]);
	expect(again).toEqual(undo);
});

test("only blank renderings that are worded leave the grouping its name", () => {
	const replica = start();
	perform(replica, filled(replica, [["C", "t4", "Four."]]));
	expect(replica.order).toBe(1);
});

test("an origin that the document knows already is named by its place and stays when the renderings go", () => {
	const replica = start();
	const undo = inverseOf(perform(replica, filled(replica, all, { at: 0, is: engine })));
	expect(replica.description.origins).toEqual([engine]);
	perform(replica, undo);
	expect(replica.description.origins).toEqual([engine]);
});

test("the passage with two blank renderings takes one into the first", () => {
	const replica = example(["s1|t1 t2"], { t1: "", t2: " " });
	perform(replica, filled(replica, [["A", "t1", "One."]]));
	expect(lines(replica)).toEqual(["A s1|t1 t2"]);
	expect([segmentOf(replica, "t1").text, segmentOf(replica, "t2").text]).toEqual(["One.", " "]);
});

test("a newer version of the side is compared with what was pasted", () => {
	const replica = new Replica();
	const texts = new ImportedTexts("target", "en");
	const watched = (operation: Operation) => texts.watch(operation, perform(replica, operation));
	watched(imported(["s1|t1", "s2 s3|", "s4|t4", "s5|t5", "s6|"], { t4: " ", t5: "Was here." }));
	watched(edited(replica, "t5", ""));
	watched(filled(replica, all));
	expect(["n1", "t4", "t5"].map((name) => texts.of(segmentOf(replica, name)))).toEqual([
		"Two and three.",
		"Four.",
		"Was here.",
	]);
});

test.each<[string, string, (replica: Replica) => Operation]>([
	["not-empty", "a passage that has a rendering", (r) => filled(r, [["A", "t1", "One."]])],
	["nothing-changed", "a rendering without a letter", (r) => filled(r, [["B", "n1", " \u3000"]])],
	["rows-do-not-fit", "a new segment beside a blank one", (r) => filled(r, [["C", "n1", "Four."]])],
	[
		"id-used",
		"one new segment for two passages",
		(r) =>
			filled(r, [
				["B", "n1", "Two."],
				["E", "n1", "Six."],
			]),
	],
	["id-used", "a segment of another passage", (r) => filled(r, [["B", "t1", "Two."]])],
	[
		"row-changed",
		"one passage twice",
		(r) =>
			filled(r, [
				["B", "n1", "Two."],
				["B", "n2", "Two."],
			]),
	],
	[
		"row-changed",
		"a passage that never was",
		() =>
			posted({
				type: "fill",
				rows: [[id("Z"), [], [], id("n1"), "x"]],
				origin: { at: 1, is: another },
			}),
	],
	[
		"row-changed",
		"a passage whose source was worded otherwise since",
		(r) => {
			const operation = filled(r, [["B", "n1", "Two."]]);
			perform(r, edited(r, "s2", "Changed."));
			return operation;
		},
	],
	[
		"row-changed",
		"a passage into which somebody typed since",
		(r) => {
			const operation = filled(r, [["B", "n1", "Two."]]);
			perform(
				r,
				posted({ type: "insert", row: shape(r, "B"), segment: id("n2"), text: "Typed.", after: null }),
			);
			return operation;
		},
	],
	["built-upon", "an origin that stands elsewhere", (r) => filled(r, all, { at: 0, is: another })],
	["built-upon", "an origin with a gap before it", (r) => filled(r, all, { at: 2, is: another })],
])("filling is refused as %s: %s", (key, _, operation) => {
	const replica = start();
	const posting = operation(replica);
	const before = replica.rows();
	expect(refusalOf(replica, posting)).toMatchObject({ refused: key });
	expect(replica.rows()).toEqual(before);
});

test.each<[string, string, (replica: Replica) => Operation]>([
	["segment-changed", "a rendering was corrected", (r) => edited(r, "n1", "Two, and three.")],
	[
		"row-changed",
		"a passage was merged",
		(r) => posted({ type: "merge", rows: ["D", "E"].map((n) => shape(r, n)) }),
	],
])("taking it back is refused as %s when %s", (key, _, later) => {
	const replica = start();
	const undo = inverseOf(perform(replica, filled(replica, all)));
	perform(replica, later(replica));
	expect(refusalOf(replica, undo)).toMatchObject({ refused: key });
});

test("an origin that later renderings share stays until they are gone", () => {
	const replica = start();
	const first = inverseOf(perform(replica, filled(replica, all.slice(0, 1))));
	const second = inverseOf(perform(replica, filled(replica, all.slice(1))));
	expect(refusalOf(replica, first)).toMatchObject({ refused: "built-upon" });
	perform(replica, second);
	perform(replica, first);
	expect(replica.rows()).toEqual(start().rows());
	expect(replica.description.origins).toEqual([engine]);
});

test("a link that was confirmed without a rendering is stale once there is one, and stands again when it goes", () => {
	const replica = start();
	perform(replica, confirmed(replica, ["B"], ["link"]));
	const undo = inverseOf(perform(replica, filled(replica, [["B", "n1", "Two."]])));
	expect(standingOfRow(replica, "B")).toMatchObject({ link: "stale", state: "draft" });
	perform(replica, undo);
	expect(standingOfRow(replica, "B")).toMatchObject({ link: "confirmed", state: "empty" });
});
