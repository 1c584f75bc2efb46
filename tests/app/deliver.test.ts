import { expect, test } from "vitest";
import { isVersionName } from "#app/projects/[projectId]/documents/[documentId]/compare/versions.ts";
import { exportPath, isInOrder } from "#app/projects/[projectId]/documents/[documentId]/deliver/choices.ts";
import {
	sharedWarnings,
	warningsFor,
} from "#app/projects/[projectId]/documents/[documentId]/deliver/warnings.ts";

const nothing = { passages: 5, unreviewed: 0, empty: 0, stale: 0 };

test.each([
	["both-sides", { ...nothing, unreviewed: 2, empty: 1, stale: 1 }, ["unreviewed", "empty", "stale"]],
	["target", { ...nothing, unreviewed: 2, stale: 1 }, ["unreviewed"]],
	["draft", { ...nothing, stale: 1 }, []],
	["both-sides", nothing, []],
] as const)("what needs %s and stands at %j warns of %j", (needs, readiness, expected) => {
	expect(warningsFor({ needs }, readiness)).toEqual(expected);
});

test("what every format would warn of is said once, and what only some would at those", () => {
	const readiness = { ...nothing, unreviewed: 2, stale: 1 };
	const formats = [{ needs: "target" }, { needs: "both-sides" }] as const;
	expect(sharedWarnings(formats, readiness)).toEqual(["unreviewed"]);
	expect(sharedWarnings([formats[1]], readiness)).toEqual(["unreviewed", "stale"]);
	expect(sharedWarnings([], readiness)).toEqual([]);
});

test.each([
	["draft", true],
	["now", true],
	["1", true],
	["97", true],
	["0", false],
	["007", false],
	["-1", false],
	["1.5", false],
	["1234567890", false],
	["head", false],
	["", false],
])("%j in the address names a version: %j", (value, expected) => {
	expect(isVersionName(value)).toBe(expected);
});

const usual = { from: "draft", to: "now", layout: "article", comments: "none" } as const;
const tracked = { id: "docx-tracked", options: ["from", "layout", "comments"] } as const;

test.each([
	[tracked, usual, "/api/v1/documents/d/export/docx-tracked"],
	[
		tracked,
		{ ...usual, from: "3", to: "9", layout: "columns", comments: "open" },
		"/api/v1/documents/d/export/docx-tracked?to=9&from=3&layout=columns&comments=open",
	],
	[{ id: "tmx" }, { ...usual, from: "3", to: "9", layout: "columns" }, "/api/v1/documents/d/export/tmx?to=9"],
] as const)("%j with %j is asked for at %s", (format, choices, expected) => {
	expect(exportPath("d", format, choices)).toBe(expected);
});

test.each([
	[{ ...usual }, true],
	[{ ...usual, from: "3", to: "9" }, true],
	[{ ...usual, from: "10", to: "9" }, false],
	[{ ...usual, from: "10" }, true],
] as const)("changes with %j run forwards: %j", (choices, expected) => {
	expect(isInOrder(choices)).toBe(expected);
});
