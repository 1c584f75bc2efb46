/** What to read first. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkStates, passageStates } from "#lib/core/document/model.ts";
import { type RiskOf, riskOf } from "#lib/core/qa/risk.ts";

const calm: RiskOf = {
	paired: true,
	link: "confirmed",
	confidence: 0.9,
	state: "edited",
	findings: { critical: 0, major: 0, minor: 0 },
	machine: 0,
	days: 60,
};

test("nothing speaks against a passage with a confirmed link, words of a person and no finding", () => {
	expect(riskOf(calm).score).toBe(0);
});

test.each<[string, Partial<RiskOf>, Partial<RiskOf>]>([
	["a stale link more than a doubtful one", { link: "stale" }, { link: "automatic", confidence: 0.4 }],
	["a doubtful link more than a sure one", { link: "automatic", confidence: 0.4 }, { link: "automatic" }],
	[
		"a critical finding more than a major one",
		{ findings: { ...calm.findings, critical: 1 } },
		{ findings: { ...calm.findings, major: 1 } },
	],
	[
		"two findings more than one",
		{ findings: { ...calm.findings, major: 2 } },
		{ findings: { ...calm.findings, major: 1 } },
	],
	["the machine's wording more than a half of it", { machine: 1 }, { machine: 0.5 }],
	["what nobody touched for long more than what is new", { machine: 1, days: 40 }, { machine: 1, days: 0 }],
	["an edited one more than a reviewed one", { machine: 1 }, { machine: 1, state: "reviewed" }],
	[
		"a reviewed one more than an approved one",
		{ machine: 1, state: "reviewed" },
		{ machine: 1, state: "approved" },
	],
])("%s", (_, more, less) => {
	expect(riskOf({ ...calm, ...more }).score).toBeGreaterThan(riskOf({ ...calm, ...less }).score);
});

test("a document of one side has no link to doubt", () => {
	expect(riskOf({ ...calm, paired: false, link: "automatic", confidence: null })).toMatchObject({
		score: 0,
		link: 0,
	});
});

test("the score and each part are between 0 and 1", () => {
	const count = fc.nat(500);
	const passage = fc.record({
		paired: fc.boolean(),
		link: fc.constantFrom(...linkStates),
		confidence: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		state: fc.constantFrom(...passageStates),
		findings: fc.record({ critical: count, major: count, minor: count }),
		machine: fc.double({ min: 0, max: 1, noNaN: true }),
		days: fc.nat(10_000),
	});
	fc.assert(
		fc.property(passage, (one) => {
			for (const part of Object.values(riskOf(one))) {
				expect(part).toBeGreaterThanOrEqual(0);
				expect(part).toBeLessThanOrEqual(1);
			}
		}),
	);
});
