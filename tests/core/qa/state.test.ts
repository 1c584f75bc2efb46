import { expect, test } from "vitest";
import { approvedUntouched } from "#lib/core/qa/checks/approved-untouched.ts";
import { emptySide } from "#lib/core/qa/checks/empty-side.ts";
import { sourceChanged } from "#lib/core/qa/checks/source-changed.ts";
import { staleLink } from "#lib/core/qa/checks/stale-link.ts";
import { look, told } from "./look-with.ts";

test.each([
	["reviewed", "He came.", "He came.", ["reviewed []"]],
	["approved", "He came.", "He came.", ["approved []"]],
	["approved", "He came.", "He come.", []],
	["edited", "He came.", "He came.", []],
	["approved", "He came.", undefined, []],
	["approved", "2021", "2021", []],
] as const)("approved-untouched: %s, %j from %j", (state, text, machineDraft, expected) => {
	const target = [{ id: "t", text, ...(machineDraft !== undefined && { machineDraft }) }];
	expect(told(look(approvedUntouched, "他来了。", "", { passage: { state, target } }), text)).toEqual(
		expected,
	);
});

test("one segment that was changed is enough", () => {
	const target = [
		{ id: "a", text: "He came.", machineDraft: "He came." },
		{ id: "b", text: "He saw.", machineDraft: "He see." },
	];
	expect(look(approvedUntouched, "他来了。", "", { passage: { state: "approved", target } })).toEqual([]);
});

test.each([
	["stale", "reviewed", ["major stale []"]],
	["stale", "draft", ["minor stale []"]],
	["confirmed", "reviewed", []],
	["automatic", "draft", []],
] as const)("stale-link: %s, %s", (link, state, expected) => {
	expect(told(look(staleLink, "他来了。", "He came.", { passage: { link, state } }), "He came.")).toEqual(
		expected,
	);
});

test("of a source that was changed after the review it is enough to say that", () => {
	const passage = { link: "stale", sourceChangedAfterReview: true } as const;
	expect(look(staleLink, "他来了。", "He came.", { passage })).toEqual([]);
});

test.each([
	["他来了。", "", "approved", ["source no-rendering"]],
	["他来了。", "", "empty", []],
	["他来了。", "", undefined, ["source no-rendering"]],
	["", "He came.", "reviewed", ["target no-source"]],
	["", "He came.", "edited", []],
	["他来了。", "He came.", "approved", []],
] as const)("empty-side: %s | %s, %s", (source, target, state, expected) => {
	const faults = look(emptySide, source, target, { passage: state ? { state } : {} });
	expect(faults.map(({ side, key }) => `${side} ${key}`)).toEqual(expected);
});

test.each([
	[true, ["changed []"]],
	[false, []],
])("source-changed: %s", (sourceChangedAfterReview, expected) => {
	const faults = look(sourceChanged, "他来了。", "He came.", { passage: { sourceChangedAfterReview } });
	expect(told(faults, "他来了。")).toEqual(expected);
});
