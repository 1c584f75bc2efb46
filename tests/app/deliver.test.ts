import { expect, test } from "vitest";
import { isVersionName } from "#app/projects/[projectId]/documents/[documentId]/compare/versions.ts";
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
