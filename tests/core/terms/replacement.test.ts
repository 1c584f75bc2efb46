import { expect, test } from "vitest";
import { replacementAt } from "#lib/core/terms/replacement.ts";

const office = "International Department of the CPC Central Committee";

test.each([
	// The place is between the brackets.
	["Jin Xin, [Central United Department]", "Central United Department", office, office],
	["the [Foreign Liaison Department] said", "Foreign Liaison Department", office, office],
	["the Central [Liaison Department] said", "Liaison Department", office, null],
	["the [Liaison Department] of the Party", "Liaison Department", office, null],
	["In [Liaison Department] meetings", "Liaison Department", office, office],
	["THE [LIAISON DEPARTMENT]", "Liaison Department", office, null],
	[
		"strengthen [four self-confidences]",
		"four self-confidence",
		"Four-Sphere Confidence",
		"Four-Sphere Confidence",
	],
	["to [achieve the “two safeguards]”", "achieve two safeguards", "Two Upholds", null],
	["[achieve two safeguards]", "achieve two safeguards", "Two Upholds", null],
	["the [common fate community]", "common fate community", "community with a shared future", null],
	["They [insisted on opening up].", "insist on opening up", "remain committed to opening up", null],
	["They [insisted on opening up].", "insist on opening up", "insist on openness", "insisted on openness"],
	[
		"[Positive fiscal policy] helps",
		"positive fiscal policy",
		"proactive fiscal policy",
		"Proactive fiscal policy",
	],
	[
		"all [positive fiscal policies]",
		"positive fiscal policy",
		"proactive fiscal policy",
		"proactive fiscal policies",
	],
	[
		"a [camp business environment]",
		"camp business environment",
		"business environment",
		"business environment",
	],
	["an [entity economy]", "entity economy", "real economy", null],
	["the [entity economy]", "entity economy", "the real economy", "real economy"],
	["by [external prevention of input]", "external prevention of input", "guard against imported cases", null],
])("%s: %s becomes %s as %s", (marked, listed, wanted, expected) => {
	const start = marked.indexOf("[");
	const text = marked.replace(/[[\]]/gu, "");
	expect(replacementAt({ text, start, end: marked.indexOf("]") - 1 }, listed, wanted)).toBe(expected);
});
