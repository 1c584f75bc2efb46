/** What mending all findings of a check would change, place by place. */
import { expect, test } from "vitest";
import { planFixes } from "#app/_workbench/store/fix-plan.ts";
import { editsOf } from "#app/_workbench/store/replace-plan.ts";
import type { ListedFinding } from "#lib/core/qa/wire.ts";

const fix = (place: number, start: number, end: number, after: string, more: object = {}): ListedFinding => ({
	documentId: "d",
	title: "A walk",
	passage: `p${place}`,
	index: place,
	state: "draft",
	text: "The teh boat, teh one.",
	language: "en",
	version: 1,
	finding: {
		check: "teh",
		key: "wrong",
		severity: "minor",
		side: "target",
		segment: `t${place}`,
		start,
		end,
		values: {},
		fix: after,
		fingerprint: "f",
		dismissal: null,
		...more,
	},
});

test.each([
	["every place of a text", [fix(0, 4, 7, "the"), fix(0, 14, 17, "the")], ["The the boat, the one."]],
	["of two that overlap the first", [fix(0, 4, 7, "the"), fix(0, 4, 12, "it")], ["The the boat, teh one."]],
	["only what has a fix", [fix(0, 4, 7, "the", { fix: null }), fix(1, 4, 7, "a")], ["The a boat, teh one."]],
	[
		"one side, that of the first",
		[fix(0, 4, 7, "the"), fix(1, 4, 7, "the", { side: "source" })],
		["The the boat, teh one."],
	],
	["what is only taken out", [fix(0, 4, 8, "")], ["The boat, teh one."]],
])("mends %s", (_, fixes, expected) => {
	const { edits } = editsOf(planFixes(fixes), () => true);
	expect(edits.map(([, , text]) => text)).toEqual(expected);
});
