/** attach, detach and import: whole sides. */
import { expect, test } from "vitest";
import type { Import } from "#lib/core/document/operations/import.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
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
	standingOfRow,
} from "./example.ts";

type Make = (replica: Replica) => Operation;
const attach = (replica: Replica, fields: object = {}): Operation =>
	posted({
		type: "attach",
		side: "source",
		segments: [
			[id("f1"), "furniture", true, "首页"],
			[id("s1"), "title", true, "题"],
			[id("s2"), "body", true, "文"],
		],
		origin: null,
		rows: [
			[id("A"), 1, 1, 0.9],
			[id("B"), 1, 1, null],
			...replica
				.rows()
				.slice(2)
				.map((row) => [row.id, 0, row.target.length, null]),
		],
		...fields,
	});

test.each<[string, string, Make]>([
	["side-present", "attaching a side that is there", (r) => attach(r)],
	[
		"built-upon",
		"detaching what was never attached",
		() => posted({ type: "detach", side: "source", version: 9, rows: [], written: [] }),
	],
	["not-empty", "a second import", () => imported(["s1|t1"])],
])("refused as %s: %s", (key, _, operation) => {
	const replica = example(["s1|t1", "s2|t2"]);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(replica.number).toBe(1);
});

const furniture: Import["source"][number] = [id("f1"), "furniture", true, "Home"];
test.each<[string, Partial<Import>]>([
	["rows that leave a segment over", { rows: [[id("A"), 1, 0, null]] }],
	["rows that need more segments", { rows: [[id("A"), 1, 2, null]] }],
	[
		"a row of nothing",
		{
			rows: [
				[id("A"), 1, 1, null],
				[id("B"), 0, 0, null],
			],
		},
	],
	["a side of nothing but furniture", { source: [furniture], rows: [[id("A"), 0, 1, null]] }],
])("an import with %s is refused", (_, fields) => {
	const replica = new Replica();
	expect(refusalOf(replica, { ...imported(["s1|t1"]), ...fields })).toEqual({ refused: "rows-do-not-fit" });
	expect(refusalOf(replica, imported(["s1|t1"]))).toBe("applied");
});

test.each<[string, string[], Import["origin"], unknown[]]>([
	["a target side that nobody said the origin of", ["s1|t1"], null, [{ kind: "unknown" }]],
	["a source side alone, whatever is said", ["s1|"], { kind: "human" }, []],
])("origins are kept exactly for target sides: %s", (_, before, origin, expected) => {
	const replica = new Replica();
	perform(replica, { ...imported(before), origin });
	expect(replica.description.origins).toEqual(expected);
});

test("attaching a source keeps every text, edit and state, and marks reviews as made without it", () => {
	const replica = example(["|t1", "|t2", "|t3"]);
	perform(replica, edited(replica, "t1", "Edited."));
	perform(replica, confirmed(replica, ["A"], ["review"]));
	const undo = inverseOf(perform(replica, attach(replica)));
	expect(lines(replica)).toEqual(["A s1|t1", "B s2|t2", "C |t3"]);
	expect(replica.furniture("source").map((segment) => segment.text)).toEqual(["首页"]);
	expect(standingOfRow(replica, "A")).toEqual({
		state: "reviewed",
		withoutSource: true,
		link: "automatic",
		confidence: 0.9,
	});
	expect(replica.description.origins).toHaveLength(1);
	const redo = inverseOf(perform(replica, undo));
	expect(lines(replica)).toEqual(["A |t1", "B |t2", "C |t3"]);
	expect(replica.furniture("source")).toEqual([]);
	expect(standingOfRow(replica, "A")).toMatchObject({ state: "reviewed", withoutSource: false });
	expect(inverseOf(perform(replica, redo))).toEqual(undo);
	expect(standingOfRow(replica, "A").confidence).toBe(0.9);
	expect(segmentOf(replica, "s1").version).toBe(4);
});

test.each([
	["both reviewed", ["A", "B"], ["review"], { state: "reviewed", withoutSource: true }],
	["both approved", ["A", "B"], ["review", "approval"], { state: "approved", withoutSource: true }],
	["one of them reviewed", ["A"], ["review"], { state: "draft", withoutSource: false }],
])(
	"a passage made of two, %s, when a source is attached; undoing leaves no word of it",
	(_, rows, kinds, expected) => {
		const replica = example(["|t1", "|t2", "|t3"]);
		perform(replica, confirmed(replica, rows, kinds));
		const states = () => replica.rows().map((row) => replica.standing(row).state);
		const before = states();
		const undo = inverseOf(
			perform(
				replica,
				attach(replica, {
					rows: [
						[id("A"), 2, 2, 0.9],
						[id("C"), 0, 1, null],
					],
				}),
			),
		);
		expect(standingOfRow(replica, "A")).toMatchObject(expected);
		perform(replica, undo);
		expect(states()).toEqual(before);
		perform(replica, posted({ type: "merge", rows: [shape(replica, "A"), shape(replica, "B")] }));
		expect(standingOfRow(replica, "A").state).toBe("draft");
	},
);

test("attaching a target brings its origin, and detaching takes it away with its later correction", () => {
	const replica = example(["s1|", "s2|"]);
	const target = posted({
		type: "attach",
		side: "target",
		segments: [
			[id("t1"), "body", true, "One."],
			[id("t2"), "furniture", false, "Share"],
		],
		origin: null,
		rows: [
			[id("A"), 1, 1, null],
			[id("B"), 1, 0, null],
		],
	});
	const undo = inverseOf(perform(replica, target));
	expect([segmentOf(replica, "t1").origin, replica.description.origins]).toEqual([0, [{ kind: "unknown" }]]);
	perform(
		replica,
		posted({ type: "origin", index: 0, before: { kind: "unknown" }, after: { kind: "human" } }),
	);
	const redo = inverseOf(perform(replica, undo));
	expect(replica.description.origins).toEqual([]);
	perform(replica, redo);
	expect(replica.description.origins).toEqual([{ kind: "human" }]);
});

test.each<[string, Make[]]>([
	["a text of it was changed", [(r) => edited(r, "s1", "新。")]],
	["passages were merged", [(r) => posted({ type: "merge", rows: [shape(r, "A"), shape(r, "B")] })]],
	[
		"the other side was cut differently, though into as many",
		[
			() => posted({ type: "split", segment: id("t1"), version: 1, at: 2, draftAt: 2, id: id("new") }),
			(r) =>
				posted({
					type: "join",
					segments: [id("t3"), id("t4")],
					versions: [segmentOf(r, "t3").version, segmentOf(r, "t4").version],
					separator: " ",
				}),
		],
	],
])("an attached side cannot be detached when %s", (_, changes) => {
	const replica = example(["|t1", "|t2", "|t3 t4"]);
	const undo = inverseOf(perform(replica, attach(replica)));
	for (const change of changes) perform(replica, change(replica));
	const before = lines(replica);
	expect(refusalOf(replica, undo)).toEqual({ refused: "built-upon" });
	expect(lines(replica)).toEqual(before);
});

test.each<[string, Make]>([
	["passages were merged", (r) => posted({ type: "merge", rows: [shape(r, "A"), shape(r, "B")] })],
	[
		"a segment was split",
		() => posted({ type: "split", segment: id("t1"), version: 1, at: 2, draftAt: 2, id: id("new") }),
	],
])("a detached side cannot come back when %s since", (_, change) => {
	const replica = example(["|t1", "|t2"]);
	const redo = inverseOf(perform(replica, inverseOf(perform(replica, attach(replica)))));
	perform(replica, change(replica));
	expect(refusalOf(replica, redo)).toEqual({ refused: "built-upon" });
});

test("an edit of the first side stays when the other is detached and attached again", () => {
	const replica = example(["|t1", "|t2"]);
	const undo = inverseOf(perform(replica, attach(replica)));
	perform(replica, edited(replica, "t1", "Edited."));
	perform(replica, inverseOf(perform(replica, undo)));
	expect([segmentOf(replica, "t1").text, lines(replica)]).toEqual(["Edited.", ["A s1|t1", "B s2|t2"]]);
});
