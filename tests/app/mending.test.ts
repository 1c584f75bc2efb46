/** What mending all of a kind would change across documents, and what of it is asked for. */
import { expect, test } from "vitest";
import { mayBeChosen } from "#app/_workbench/store/replace-plan.ts";
import { chosenOf, planMending } from "#app/projects/[projectId]/findings/mend-plan.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { ListedFinding } from "#lib/core/qa/wire.ts";

const fix = (documentId: string, side: Side, start: number, text = "A  bad  day"): ListedFinding => ({
	documentId,
	title: documentId,
	passage: `passage of ${documentId}`,
	index: 0,
	state: "draft",
	text,
	language: side === "source" ? "zh-Hans" : "en",
	version: 3,
	finding: {
		check: "spacing",
		key: "double",
		severity: "minor",
		side,
		segment: `${side} of ${documentId}`,
		start,
		end: start + 2,
		values: {},
		fix: " ",
		fingerprint: `${start}`,
		dismissal: null,
	},
});

test("each document has its own changes, of both sides in their languages", () => {
	const fixes = [fix("canal", "source", 1), fix("canal", "target", 1), fix("mill", "target", 1)];
	const planned = planMending(fixes).map(({ title, passages }) => [
		title,
		...passages.map(({ language }) => language),
	]);
	expect(planned).toEqual([
		["canal", "zh-Hans", "en"],
		["mill", "en"],
	]);
});

test("what is unticked is not asked for, the rest by the version that was seen", () => {
	const fixes = [fix("canal", "target", 1), fix("canal", "target", 6), fix("mill", "target", 1)];
	const chosen = chosenOf(fixes, planMending(fixes), ({ place }) => place.start !== 6);
	expect(chosen).toEqual([
		["canal", "target of canal", 3, "1"],
		["mill", "target of mill", 3, "1"],
	]);
});

test("of two places that overlap only the first is offered, and asked for", () => {
	const fixes = [fix("canal", "target", 1), fix("canal", "target", 2)];
	const documents = planMending(fixes);
	expect(documents[0]?.passages[0]?.changes).toHaveLength(1);
	expect(chosenOf(fixes, documents, () => true)).toEqual([["canal", "target of canal", 3, "1"]]);
});

test("what would take an inline code away is shown, and never asked for", () => {
	const fixes = [fix("canal", "target", 1, "A\u{F0000}bad day")];
	const documents = planMending(fixes);
	const [change] = documents[0]?.passages[0]?.changes ?? [];
	expect(change && mayBeChosen(change)).toBe(false);
	expect(chosenOf(fixes, documents, () => true)).toEqual([]);
});
