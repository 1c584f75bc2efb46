import { describe, expect, test } from "vitest";
import { plainLine } from "#app/_workbench/editor/plain-paste.ts";
import { cellsOf } from "#app/_workbench/outline/square-paths.ts";
import {
	type Letters,
	needsAttention,
	nextInDoubt,
	search,
	spliced,
	withRows,
} from "#app/_workbench/store/outline-letters.ts";
import { kindsFor } from "#app/_workbench/store/review-actions.ts";
import type { WireRow } from "#app/_workbench/sync/wire.ts";
import { outline } from "./outlines.ts";
import { head, row } from "./rows.ts";

const letters = (states: string, links: string, confidences = "-".repeat(states.length)): Letters =>
	outline(states, {
		links,
		confidences,
		headings: [
			{ index: 1, passage: "row1", text: "One", source: null, kind: "heading" },
			{ index: 4, passage: "row4", text: "Four", source: null, kind: "heading" },
		],
	});

describe("the outline's letters", () => {
	test("follow a merge: what comes after moves up, headings too", () => {
		const after = spliced(letters("edmcra", "acsaca"), { start: 2, count: 2, now: 1 });
		expect([after.states.length, after.states.slice(3), after.links.slice(3)]).toEqual([5, "ra", "ca"]);
		expect(after.headings.map(({ index }) => index)).toEqual([1, 3]);
	});

	test("follow a division: what comes after moves down", () => {
		const after = spliced(letters("edmcra", "acsaca"), { start: 1, count: 1, now: 2 });
		expect([after.states.length, after.states.slice(3), after.headings.map(({ index }) => index)]).toEqual([
			7,
			"mcra",
			[1, 5],
		]);
	});

	test("take in rows as they are: an untouched machine draft has a letter of its own", () => {
		const { origins } = head(0).description;
		const reviewed: WireRow = { ...row(1), state: "reviewed", link: "confirmed" };
		const after = withRows(
			letters("eeee", "aaaa"),
			[
				[0, row(0)],
				[1, reviewed],
				[9, row(9)],
			],
			{ origins },
		);
		expect([after.states, after.links]).toEqual(["mree", "acaa"]);
		const byPeople = withRows(letters("eeee", "aaaa"), [[0, row(0)]], { origins: [{ kind: "human" }] });
		expect(byPeople.states).toBe("deee");
	});

	test.each([
		["m", "c", true, true],
		["r", "a", true, true],
		["r", "s", true, true],
		["r", "c", true, false],
		["r", "a", false, false],
		["m", "a", false, true],
	])("state %s with link %s, two sides: %s, needs attention: %s", (state, link, twoSided, expected) => {
		expect(needsAttention(letters(state, link), 0, twoSided)).toBe(expected);
	});

	test.each([
		[2, 1, 5],
		[5, 1, 0],
		[0, -1, 5],
		[5, -1, 0],
	] as const)("from %i in direction %i the search finds %i, going round the end", (from, step, found) => {
		expect(search(8, from, step, (index) => index === 0 || index === 5)).toBe(found);
	});

	test("a search that nothing answers ends", () => {
		expect(search(50_000, 7, 1, () => false)).toBe(-1);
	});
});

describe("the walk from the least sure link on", () => {
	/** Each place and what follows it, from the start, as somebody goes who confirms nothing. */
	function walk(text: string, links: string, steps: number): number[] {
		const all = letters("d".repeat(links.length), links, text);
		const seen: number[] = [];
		for (let from: number | null = null; seen.length < steps; seen.push(from)) from = nextInDoubt(all, from);
		return seen;
	}

	test.each([
		[
			"the least sure comes first, equal ones in reading order, until there is no more",
			"o5K5a",
			"aaaaa",
			[1, 3, 2, 4, 0, -1],
		],
		["what a change made stale comes before, what people put together last", "05-K", "saaa", [0, 1, 3, 2]],
		["what is confirmed does not come at all", "05K", "cac", [1, -1]],
	])("%s", (_, text, links, expected) => {
		expect(walk(text, links, expected.length)).toEqual(expected);
	});

	test("goes on from a link that was confirmed on the way", () => {
		expect(nextInDoubt(letters("ddd", "caa", "5AK"), 0)).toBe(1);
		expect(nextInDoubt(letters("ddd", "aca", "5AK"), 1)).toBe(2);
		expect(nextInDoubt(letters("ddd", "aaa", "5AK"), 0, (index) => index === 1)).toBe(2);
	});

	test("ends where every link is confirmed", () => {
		expect(nextInDoubt(letters("dd", "cc", "05"), null)).toBe(-1);
	});
});

test("confidences follow rows, divisions and merges", () => {
	const all = letters("dddd", "aaca", "5o5-");
	expect(withRows(all, [[1, { ...row(1), confidence: 0.3 }]], { origins: [] }).confidences).toBe("5F5-");
	expect(spliced(all, { start: 0, count: 2, now: 1 }).confidences).toBe("-5-");
});

describe("rows that are loaded", () => {
	test("say nothing new: the outline stays the very same, so that nothing is drawn", () => {
		const { origins } = head(0).description;
		const all = withRows(letters("dd", "aa"), [[0, row(0)]], { origins });
		expect(withRows(all, [[0, row(0)]], { origins })).toBe(all);
	});

	test("name who worded them last; whoever works here has a letter at once", () => {
		const by = (name: string | null, version: number) => ({ ...row(0).target[0], changedBy: name, version });
		const worded = { ...row(0), target: [by("Mo", 3), by("Lin", 7)] } as WireRow;
		const me = { id: "lin", name: "Lin" };
		const all = outline("cc", { people: [{ id: "mo", name: "Mo" }], authors: "--" });
		const after = withRows(all, [[1, worded]], { origins: [], me });
		expect([after.authors, after.people.map(({ id }) => id)]).toEqual(["-1", ["mo", "lin"]]);
		expect(withRows(all, [[1, worded]], { origins: [] }).authors).toBe("-+");
	});
});

describe("the squares of a document", () => {
	test("are one for each passage while there is room", () => {
		expect(cellsOf("ramc")).toEqual({ perCell: 1, cells: ["reviewed", "approved", "machine", "edited"] });
	});

	test("stand for several in a long one, and show the passage with most left to do", () => {
		const { perCell, cells } = cellsOf(`${"r".repeat(31)}m${"a".repeat(49_968)}`);
		expect([perCell, cells.length, cells[0], cells[1]]).toEqual([32, 1563, "machine", "approved"]);
	});
});

describe("confirming", () => {
	test.each([
		["a machine draft", {}, true, false, ["link", "review"]],
		["a machine draft of a one-sided document", {}, false, false, ["review"]],
		["for approval", {}, true, true, ["link", "review", "approval"]],
		["what is reviewed, for approval", { state: "reviewed", link: "confirmed" }, true, true, ["approval"]],
		["what is confirmed already", { state: "reviewed", link: "confirmed" }, true, false, []],
		["an empty rendering", { state: "empty" }, true, false, ["link"]],
		[
			"what was reviewed without its source",
			{ state: "reviewed", withoutSource: true },
			true,
			false,
			["link", "review"],
		],
		["an edited wording with a good link", { state: "edited", link: "confirmed" }, true, false, ["review"]],
	] as const)("%s states %#", (_name, change, twoSided, approve, kinds) => {
		expect(kindsFor({ ...row(0), ...change }, twoSided, approve)).toEqual(kinds);
	});
});

describe("pasted text", () => {
	test.each([
		["one\ntwo", "one two"],
		["one \r\n  two", "one two"],
		["one\ttwo", "one two"],
		["a\u2028b\u0000\u0007c", "a bc"],
		["全角　空格", "全角　空格"],
	])("%j arrives as %j", (pasted, plain) => {
		expect(plainLine(pasted)).toBe(plain);
	});
});
