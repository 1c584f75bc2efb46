import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { scriptSlip } from "#lib/core/qa/checks/script-slip.ts";
import type { Check } from "#lib/core/qa/contract.ts";
import { checks } from "#lib/core/qa/registry.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import findings from "#lib/messages/en/findings.json" with { type: "json" };

const both = { sourceLanguage: "zh-Hant", targetLanguage: "en", sides: { source: true, target: true } };
const passage = {
	id: "p",
	source: [{ id: "s", text: "標准" }],
	target: [{ id: "t", text: "The standard" }],
};

test("every file of the folder is in the registry under its name", () => {
	const files = readdirSync(new URL("../../../lib/core/qa/checks/", import.meta.url));
	expect(checks.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted());
});

test.each(checks.map((check) => [check.id, check.keys] as const))(
	"%s has a sentence for all it may say",
	(id, keys) => {
		const said: object = findings[id];
		expect(Object.keys(said).toSorted()).toEqual([...keys, "name"].toSorted());
	},
);

test("the catalogue names no check that is not there", () => {
	const named = Object.entries(findings).filter(([, sentences]) => typeof sentences !== "string");
	expect(named.map(([id]) => id).toSorted()).toEqual(checks.map(({ id }) => id).toSorted());
});

test("a check that throws is a finding, and the others go on", async () => {
	const broken: Check = {
		id: "broken",
		severity: "critical",
		mqm: "accuracy/mistranslation",
		keys: [],
		concerns: () => true,
		checkPassage: () => {
			throw new Error("a bug");
		},
	};
	const run = await loadChecks(both, {}, [broken, ...checks]);
	expect(run?.look(passage).findings).toMatchObject([
		{ check: "broken", severity: "critical", side: "target", segment: "t", key: "failed", fix: null },
		{ check: "script-slip", severity: "minor", side: "source", segment: "s", start: 0, end: 2, fix: "標準" },
	]);
	expect(run?.look({ id: "p", source: [], target: [] }).findings).toEqual([]);
});

test.each([
	["zh-Hant", "en", true],
	["en", "zh-Hans", true],
	["en", "de", false],
	["zh", "en", false],
])(
	"where no check concerns a document there is nothing to run: %s to %s: %s",
	async (sourceLanguage, targetLanguage, something) => {
		expect((await loadChecks({ ...both, sourceLanguage, targetLanguage }, {}, [scriptSlip])) !== null).toBe(
			something,
		);
	},
);

test("a side that the document lacks is not looked for", async () => {
	expect(await loadChecks({ ...both, sides: { source: false, target: true } }, {}, [scriptSlip])).toBeNull();
});
