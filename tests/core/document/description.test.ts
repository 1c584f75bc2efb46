/** describe, label and origin: what a document says of itself. */
import { expect, test } from "vitest";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { example, imported, inverseOf, perform, posted, refusalOf } from "./example.ts";

type Make = (replica: Replica) => Operation;
test.each<[string, string, Make]>([
	[
		"description-changed",
		"describing from an older title",
		() => posted({ type: "describe", before: { title: "Old" }, after: { title: "New" } }),
	],
	[
		"description-changed",
		"describing another field than was seen",
		() => posted({ type: "describe", before: { byline: null }, after: { title: "New" } }),
	],
	["nothing-changed", "describing nothing", () => posted({ type: "describe", before: {}, after: {} })],
	[
		"nothing-changed",
		"describing the same",
		() => posted({ type: "describe", before: { byline: null }, after: { byline: null } }),
	],
	[
		"nothing-changed",
		"describing fewer fields than were seen",
		() =>
			posted({ type: "describe", before: { title: "An example", byline: null }, after: { title: "New" } }),
	],
	[
		"no-such-version",
		"labelling the revision being written",
		(r) => posted({ type: "label", number: r.number + 1, before: null, after: "now" }),
	],
	[
		"no-such-version",
		"labelling the future",
		() => posted({ type: "label", number: 50, before: null, after: "later" }),
	],
	[
		"description-changed",
		"relabelling from an older name",
		() => posted({ type: "label", number: 1, before: "draft", after: "x" }),
	],
	[
		"nothing-changed",
		"labelling nothing",
		() => posted({ type: "label", number: 1, before: null, after: null }),
	],
	[
		"description-changed",
		"an origin that is not there",
		() => posted({ type: "origin", index: 1, before: { kind: "human" }, after: { kind: "unknown" } }),
	],
	[
		"description-changed",
		"an origin seen with another engine",
		() =>
			posted({
				type: "origin",
				index: 0,
				before: { kind: "machine", engine: "Other" },
				after: { kind: "human" },
			}),
	],
	[
		"nothing-changed",
		"the same origin",
		() =>
			posted({
				type: "origin",
				index: 0,
				before: { kind: "machine", engine: "Engine" },
				after: { kind: "machine", engine: "Engine" },
			}),
	],
])("refused as %s: %s", (key, _, operation) => {
	const replica = example(["s1|t1", "s2|t2"]);
	expect(refusalOf(replica, operation(replica))).toMatchObject({ refused: key });
	expect(replica.number).toBe(1);
});

test.each<[string, object, object]>([
	["an empty title", { title: "" }, { title: "Named" }],
	["an unknown language", { sourceLanguage: "" }, { sourceLanguage: "zh-Hant" }],
	["several fields", { publishedOn: null, byline: null }, { publishedOn: "2024-05", byline: "Li Lan" }],
])("whatever was imported can be named as seen, changed and restored: %s", (_, before, after) => {
	const replica = new Replica();
	perform(
		replica,
		posted({ ...imported(["s1|t1"]), description: { ...imported([]).description, ...before } }),
	);
	const undo = inverseOf(perform(replica, posted({ type: "describe", before, after })));
	expect(replica.description).toMatchObject(after);
	perform(replica, posted(undo));
	expect(replica.description).toMatchObject(before);
});

test("labels name versions, each name once, and undoing brings the old name back", () => {
	const replica = example(["s1|t1"]);
	perform(replica, posted({ type: "label", number: 1, before: null, after: " sent to desk " }));
	perform(replica, posted({ type: "label", number: 2, before: null, after: "b" }));
	const taken = posted({ type: "label", number: 3, before: null, after: "sent to desk" });
	expect(refusalOf(replica, taken)).toEqual({ refused: "label-taken", values: { name: "sent to desk" } });
	const undo = inverseOf(
		perform(replica, posted({ type: "label", number: 1, before: "sent to desk", after: null })),
	);
	expect(replica.description.labels).toEqual([{ number: 2, name: "b" }]);
	perform(replica, undo);
	expect(replica.description.labels).toEqual([
		{ number: 1, name: "sent to desk" },
		{ number: 2, name: "b" },
	]);
});
