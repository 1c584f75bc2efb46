/** confirm and its inverses: statements about exact content. */
import { expect, test } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import type { Replica } from "#lib/core/document/replica.ts";
import {
	confirmed,
	edited,
	exact,
	example,
	id,
	inverseOf,
	perform,
	posted,
	refusalOf,
	shape,
	shifted,
	standingOfRow,
} from "./example.ts";

const all = ["link", "review", "approval"];
type Make = (replica: Replica) => Operation;
const stated = (type: string, replica: Replica, row: string, kinds: readonly string[]) =>
	posted({ type, rows: [{ ...exact(replica, row), kinds }] });

test.each<[string, string, Make]>([
	[
		"row-changed",
		"confirming what has changed",
		(r) => posted({ type: "confirm", kinds: all, rows: [{ ...exact(r, "A"), target: [[id("t1"), 7]] }] }),
	],
	[
		"row-changed",
		"confirming a passage that is gone",
		() => posted({ type: "confirm", kinds: all, rows: [{ id: id("Z"), source: [], target: [] }] }),
	],
	[
		"row-changed",
		"confirming one of two that changed",
		(r) => posted({ type: "confirm", kinds: all, rows: [exact(r, "A"), { ...exact(r, "B"), source: [] }] }),
	],
	["not-confirmed", "withdrawing what nobody stated", (r) => stated("withdraw", r, "A", ["link"])],
	[
		"row-changed",
		"withdrawing from what has changed",
		(r) => posted({ type: "withdraw", rows: [{ ...exact(r, "A"), source: [], kinds: all }] }),
	],
	[
		"row-changed",
		"asserting of what has changed",
		(r) => posted({ type: "assert", rows: [{ ...exact(r, "A"), source: [], kinds: all }] }),
	],
])("refused as %s: %s", (key, _, operation) => {
	const replica = example(["s1|t1", "s2|t2"]);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(replica.number).toBe(1);
});

test("confirming states what is missing; undoing it leaves what stood before", () => {
	const replica = example(["s1|t1"]);
	perform(replica, confirmed(replica, ["A"], ["link"]));
	const undo = inverseOf(perform(replica, confirmed(replica, ["A"], all)));
	expect(standingOfRow(replica, "A")).toMatchObject({ state: "approved", link: "confirmed" });
	expect(refusalOf(replica, confirmed(replica, ["A"], ["review"]))).toEqual({ refused: "already-confirmed" });
	perform(replica, undo);
	expect(standingOfRow(replica, "A")).toMatchObject({ state: "draft", link: "confirmed" });
});

test("doing a confirmation again after somebody else made it does not put theirs at risk", () => {
	const replica = example(["s1|t1"]);
	const undoMine = inverseOf(perform(replica, confirmed(replica, ["A"], ["link", "review"])));
	const redoMine = inverseOf(perform(replica, undoMine));
	perform(replica, confirmed(replica, ["A"], ["link"]));
	const undoAgain = inverseOf(perform(replica, redoMine));
	perform(replica, undoAgain);
	expect(standingOfRow(replica, "A")).toMatchObject({ state: "draft", link: "confirmed" });
	perform(replica, confirmed(replica, ["A"], ["review"]));
	expect(refusalOf(replica, redoMine)).toEqual({ refused: "already-confirmed" });
});

test.each<[string, Make, object]>([
	[
		"a new wording leaves the link",
		(r) => edited(r, "t1", "New."),
		{ state: "edited", link: "confirmed", confidence: 0.5 },
	],
	[
		"a new source text makes it stale",
		(r) => edited(r, "s1", "新。"),
		{ state: "edited", link: "stale", confidence: null },
	],
	[
		"a source text worded anew with others makes it stale",
		() =>
			posted({
				type: "rewrite",
				side: "source",
				edits: ["s1", "s2"].map((name) => [id(name), 1, "新。"]),
			}),
		{ state: "draft", link: "stale", confidence: null },
	],
	[
		"a merge makes it stale",
		(r) => posted({ type: "merge", rows: [shape(r, "A"), shape(r, "B")] }),
		{ state: "draft", link: "stale", confidence: null },
	],
	[
		"a shift makes it stale",
		(r) => shifted(r, "target", "down", "A", "t1"),
		{ state: "empty", link: "stale", confidence: null },
	],
])("after confirming, %s, and undoing that brings everything back", (_, operation, expected) => {
	const replica = example(["s1|t1", "s2|t2"]);
	perform(replica, confirmed(replica, ["A"], ["link", "review"]));
	const before = standingOfRow(replica, "A");
	const change = operation(replica);
	const undo = inverseOf(perform(replica, change));
	const draft = change.type === "edit" && change.segment === id("s1") ? { state: "draft" } : {};
	expect(standingOfRow(replica, "A")).toMatchObject({ ...expected, ...draft });
	perform(replica, undo);
	expect(standingOfRow(replica, "A")).toEqual(before);
});
