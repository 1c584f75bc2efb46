import { expect, test } from "vitest";
import type { OtherVersion } from "#lib/core/document/model.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { seenRow } from "#lib/core/document/operations/update-rows.ts";
import { stateOf } from "#lib/core/document/operations/update-side.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import {
	confirmed,
	edited,
	example,
	id,
	inverseOf,
	lines,
	perform,
	posted,
	refusalOf,
	rowOf,
	segmentOf,
	standingOfRow,
} from "./example.ts";

type Left = "newer" | "older" | "gone" | "beside";
type WithoutNumber<Other> = Other extends OtherVersion ? Omit<Other, "since"> & { since: null } : never;

const left: Record<Left, WithoutNumber<OtherVersion>> = {
	newer: { is: "newer", text: "Theirs.", origin: 0, since: null },
	older: { is: "older", text: "Earlier.", since: null },
	gone: { is: "gone", since: null },
	beside: { is: "beside", text: "Across.", since: null },
};

/** One passage of s1 beside t1 and t2, confirmed; then a re-import left something beside t1. */
function reimported(kind: Left): Replica {
	const replica = example(["s1|t1 t2", "s2|"]);
	perform(replica, confirmed(replica, ["A"], ["link", "review"]));
	const row = seenRow(rowOf(replica, "A"));
	perform(
		replica,
		posted({
			type: "update",
			side: "target",
			stretches: [
				{
					before: [row],
					after: [{ id: id("A"), source: [id("s1")], target: [id("t1"), id("t2")], confidence: null }],
				},
			],
			written: [{ ...stateOf(segmentOf(replica, "t1")), other: left[kind] }],
			beside: [],
			moved: [],
			order: null,
		}),
	);
	return replica;
}

const settle = (take: boolean, more: object = {}): Operation =>
	posted({ type: "settle", segment: id("t1"), version: 1, since: 3, take, ...more });

test.each<[string, Left, boolean, string, string]>([
	["the newer wording is taken, and is the draft from now on", "newer", true, "Theirs.", "Theirs."],
	["mine is kept", "newer", false, "Text t1.", "Text t1."],
	[
		"the earlier wording comes back; the draft stays what was imported last",
		"older",
		true,
		"Earlier.",
		"Text t1.",
	],
	["the newer wording is kept", "older", false, "Text t1.", "Text t1."],
	["what the newer version does not have is kept", "gone", false, "Text t1.", "Text t1."],
	["what stood across is left out", "beside", false, "Text t1.", "Text t1."],
])("%s, and back", (_, kind, take, text, draft) => {
	const replica = reimported(kind);
	const before = [rowOf(replica, "A"), standingOfRow(replica, "A")];
	expect(standingOfRow(replica, "A")).toMatchObject({ link: "stale", state: "reviewed" });
	const undo = inverseOf(perform(replica, settle(take)));
	const after = [rowOf(replica, "A"), standingOfRow(replica, "A")];
	expect(segmentOf(replica, "t1")).toMatchObject({ text, draft });
	expect(segmentOf(replica, "t1").other).toBeUndefined();
	expect(standingOfRow(replica, "A").link).toBe("confirmed");
	const redo = inverseOf(perform(replica, undo));
	expect([rowOf(replica, "A"), standingOfRow(replica, "A")]).toEqual(before);
	perform(replica, redo);
	expect([rowOf(replica, "A"), standingOfRow(replica, "A")]).toEqual(after);
});

test("what the newer version does not have is taken out, and comes back as it was", () => {
	const replica = reimported("gone");
	const before = rowOf(replica, "A");
	const undo = inverseOf(perform(replica, settle(true)));
	expect(lines(replica)).toEqual(["A s1|t2", "B s2|"]);
	perform(replica, undo);
	expect(rowOf(replica, "A")).toEqual(before);
});

test("confirming in sight of the other version settles it; taking that back shows it again", () => {
	const replica = reimported("newer");
	const undo = inverseOf(perform(replica, confirmed(replica, ["A"], ["link"])));
	expect(standingOfRow(replica, "A").link).toBe("confirmed");
	perform(replica, undo);
	expect(standingOfRow(replica, "A").link).toBe("stale");
});

function after(replica: Replica, first: Operation, then: Operation): Operation {
	perform(replica, first);
	return then;
}

test.each<[string, string, (replica: Replica) => Operation]>([
	["nothing-to-settle", "a choice that was made already", (r) => after(r, settle(false), settle(false))],
	["nothing-to-settle", "a choice about another re-import", () => settle(true, { since: 2 })],
	["segment-changed", "a text that was worded anew", (r) => after(r, edited(r, "t1", "Mine."), settle(true))],
	["segment-gone", "a text that is not there", () => settle(true, { segment: id("zz") })],
])("refused as %s: %s", (key, _, operation) => {
	const replica = reimported("newer");
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
});

test.each<[Left, string | undefined]>([
	["newer", "Theirs. Text t2."],
	["older", "Earlier. Text t2."],
	["gone", undefined],
])(
	"joined with its neighbour, the other version (%s) is one of the whole, and splitting gives it back",
	(kind, text) => {
		const replica = reimported(kind);
		const before = rowOf(replica, "A");
		const join = posted({ type: "join", segments: [id("t1"), id("t2")], versions: [1, 1], separator: " " });
		const undo = inverseOf(perform(replica, join));
		const { other } = segmentOf(replica, "t1");
		expect(other?.is).toBe(kind);
		expect(other && "text" in other ? other.text : undefined).toBe(text);
		perform(replica, undo);
		expect(rowOf(replica, "A")).toEqual(before);
	},
);
