import { describe, expect, test } from "vitest";
import { countsOf, failuresOf, totalOf } from "../../scripts/test-results.ts";

const result = (status: string, ...tests: readonly string[]) => ({
	name: `${process.cwd()}/tests/core/one.test.ts`,
	status,
	message: "Cannot find module",
	assertionResults: tests.map((status, i) => ({
		fullName: `claim ${i + 1}`,
		status,
		failureMessages: status === "failed" ? ["expected 1 to be 2"] : [],
	})),
});

describe("a file's result", () => {
	test.each([
		["all passed", result("passed", "passed", "passed"), [2, 0, 0]],
		["some failed", result("failed", "passed", "failed"), [1, 1, 0]],
		["did not load", result("failed"), [0, 1, 0]],
		["could not be prepared", result("failed", "pending", "skipped"), [0, 1, 2]],
		["left something out", result("passed", "passed", "todo"), [1, 0, 1]],
	])("where it %s", (_, file, [passed, failed, skipped]) => {
		expect(countsOf(file)).toEqual({ passed, failed, skipped });
	});

	test("names what failed and why", () => {
		expect(failuresOf(result("failed", "passed", "failed"))).toEqual([
			"tests/core/one.test.ts: claim 2\nexpected 1 to be 2",
		]);
		expect(failuresOf(result("failed"))).toEqual(["tests/core/one.test.ts\nCannot find module"]);
		expect(failuresOf(result("passed", "passed"))).toEqual([]);
	});
});

test("the total is of all files", () => {
	const files = [
		result("passed", "passed"),
		result("failed", "failed", "passed"),
		result("passed", "skipped"),
	];
	expect(totalOf(files.map(countsOf))).toEqual({ passed: 2, failed: 1, skipped: 1 });
});
