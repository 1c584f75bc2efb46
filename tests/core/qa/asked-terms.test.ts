/** What is kept for another glossary rests on this: checks ask it about the texts of segments alone. */
import { expect, test } from "vitest";
import type { CheckedPassage } from "#lib/core/qa/contract.ts";
import { loadChecks } from "#lib/core/qa/run-checks.ts";
import { compileTerms, type TermMatcher } from "#lib/core/terms/matcher.ts";
import { starterTerms } from "#lib/core/terms/starter/starter-terms.ts";

const passage: CheckedPassage = {
	id: "p",
	state: "edited",
	link: "confirmed",
	source: [
		{ id: "s1", text: "坚定“四个自信”，" },
		{ id: "s2", text: "做到“两个维护”。" },
	],
	target: [
		{ id: "t1", text: "Firm up the four self-confidence,", remarks: [] },
		{
			id: "t2",
			text: "and the Two Upholds of the goverment.",
			remarks: [{ slip: "spelling", start: 27, end: 36, replacements: ["government"] }],
		},
	],
};

test("checks ask a glossary about sources as sources and renderings as renderings, segment by segment", async () => {
	const terms = compileTerms(starterTerms());
	const asked: string[] = [];
	const noting =
		<Use>(name: string, find: (text: string) => Use[]) =>
		(text: string) => {
			asked.push(`${name} ${text}`);
			return find(text);
		};
	const matcher: TermMatcher = {
		size: terms.size,
		inSource: noting("source", terms.inSource),
		allInSource: noting("source", terms.allInSource),
		inTarget: noting("target", terms.inTarget),
		allInTarget: noting("target", terms.allInTarget),
	};
	const document = { sourceLanguage: "zh", targetLanguage: "en", sides: { source: true, target: true } };
	const checker = await loadChecks(document, { terms: matcher });
	checker?.look(passage);
	expect([...new Set(asked)].toSorted()).toEqual(
		[
			...passage.source.map(({ text }) => `source ${text}`),
			...passage.target.map(({ text }) => `target ${text}`),
		].toSorted(),
	);
});
