/** What keys do to passages while they are aligned, against a server that answers at once. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeyActionId } from "#app/_workbench/keys/registry.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { confirmWithCorrection } from "#app/_workbench/store/confirm-above.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { drop } from "#app/_workbench/store/drop.ts";
import { goToIndex } from "#app/_workbench/store/travel.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import { applyLocally } from "#app/_workbench/sync/local.ts";
import { RowCache } from "#app/_workbench/sync/row-cache.ts";
import type { OperationBody, RowWindow, WireRow } from "#app/_workbench/sync/wire.ts";
import { confidenceLetter } from "#lib/core/document/wire.ts";
import { head, row } from "./rows.ts";

type Doable = Exclude<KeyActionId, "goTo" | "help" | "realign">;
const numbered = (texts: readonly (readonly [readonly string[], readonly string[]])[]) =>
	texts.map(([source, target], i) => row(i, source, target));
const plain = (count: number) => Array.from({ length: count }, (_, i) => row(i));

/** A workbench in align mode; `lines` are the passages as the server has them: "原文0。|Text 0." */
function workbench(begin: readonly WireRow[]) {
	const stored = new RowCache(begin.length);
	stored.place({ rows: begin });
	let [number, order] = [1, 1];
	const posted: OperationBody[] = [];
	const asked: string[] = [];
	const said: [string, unknown][] = [];
	const answers = new Map<string, unknown>();
	const all = () =>
		Array.from({ length: stored.total }, (_, i) => stored.at(i)).filter((one) => one !== undefined);
	const window = (): RowWindow => ({
		headNumber: number,
		orderNumber: order,
		total: stored.total,
		offset: 0,
		rows: all().map((one, index) => ({ ...one, index })),
	});
	vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
		if (!path.endsWith("/operations")) {
			posted.push({ type: path.split("/").at(-1) ?? "" });
			return Response.json({ key: "nothingToUndo", values: {} }, { status: 422 });
		}
		const { operation } = JSON.parse(String(init.body)) as { operation: OperationBody };
		posted.push(operation);
		const before = all();
		const context = { number: number + 1, order, description: head(0).description, by: "Lin", at: "" };
		const change = applyLocally(stored, operation, null, context);
		if (!change) return Response.json({ key: "refusals.row-changed", values: {} }, { status: 422 });
		number += 1;
		order = change.order;
		return Response.json({
			number,
			headNumber: number,
			orderNumber: order,
			replaced: before.slice(change.start, change.start + change.count).map(({ id }) => id),
			rows: all().slice(change.start, change.start + change.now),
			reload: false,
		});
	});
	const desk = new Desk({
		head: head(begin.length),
		window: window(),
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			asked.push(path);
			const known = [...answers].find(([part]) => path.includes(part))?.[1];
			return (known ?? window()) as Body;
		},
	});
	desk.openKeep(memoryKeep());
	desk.say = (key, values) => said.push([key, values]);
	desk.state.set({
		mode: "align",
		letters: {
			headNumber: 1,
			states: "d".repeat(begin.length),
			links: begin.map(({ link }) => link[0]).join(""),
			confidences: begin.map(({ confidence }) => confidenceLetter(confidence)).join(""),
			starts: "1".repeat(begin.length),
			shapes: begin
				.map(({ source, target }) => (source.length === 0 ? "t" : target.length ? "o" : "s"))
				.join(""),
			usual: null,
			authors: "-".repeat(begin.length),
			people: [],
			headings: [],
			words: { done: 0, total: 0, unit: "words", empty: 0 },
		},
	});
	return {
		desk,
		posted,
		asked,
		said,
		answers,
		async at(index: number, side: "source" | "target" = "target", segment?: string) {
			await goToIndex(desk, index, { side, ...(segment && { segment }) });
		},
		async press(id: Doable) {
			desk.turns.take(() => actions[id as "merge"](desk));
			await vi.runAllTimersAsync();
		},
		lines: () =>
			all().map(({ source, target }) =>
				[source, target].map((side) => side.map(({ text }) => text).join(" ")).join("|"),
			),
		links: () => all().map(({ link }) => link[0]),
	};
}

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe("each is one operation", () => {
	const pair = numbered([
		[["一。"], ["One."]],
		[
			["二。", "三。"],
			["Two.", "Three.", "Four."],
		],
		[["四。"], ["Five."]],
	]);
	test.each<[Doable, number, "source" | "target", string, readonly string[]]>([
		["mergePrevious", 1, "target", "merge", ["一。 二。 三。|One. Two. Three. Four.", "四。|Five."]],
		["takeApart", 2, "target", "divide", ["一。|One.", "二。 三。|Two. Three. Four.", "四。|", "|Five."]],
		["swap", 1, "target", "swap", ["一。|One.", "二。 三。|Three. Two. Four.", "四。|Five."]],
		["swap", 0, "target", "swap", ["一。|Two.", "二。 三。|One. Three. Four.", "四。|Five."]],
		["moveParagraphUp", 1, "target", "carry", ["一。|One. Two. Three.", "二。 三。|Four.", "四。|Five."]],
		["moveParagraphDown", 1, "target", "carry", ["一。|One.", "二。 三。|Two. Three.", "四。|Four. Five."]],
		["moveParagraphUp", 1, "source", "carry", ["一。 二。 三。|One.", "|Two. Three. Four.", "四。|Five."]],
	])("%s on passage %i, %s side", async (id, index, side, type, lines) => {
		const begins = pair.map((one) => ({
			...one,
			target: one.target.map((segment, i) => ({ ...segment, paragraphStart: i !== 1 })),
		}));
		const hands = workbench(begins);
		await hands.at(index, side);
		await hands.press(id);
		expect(hands.posted.map((operation) => operation.type)).toEqual([type]);
		expect(hands.lines()).toEqual(lines);
		expect(hands.said).toEqual([]);
	});

	test("P begins a paragraph and lets it go on again", async () => {
		const hands = workbench(plain(2));
		await hands.at(1, "source");
		await hands.press("paragraph");
		await hands.press("paragraph");
		expect(hands.posted).toEqual([
			{ type: "paragraph", segment: "s1.0", starts: true },
			{ type: "paragraph", segment: "s1.0", starts: false },
		]);
		expect(hands.said.map(([key]) => key)).toEqual(["paragraphBegins", "paragraphGoesOn"]);
	});

	test("an emptied rendering is taken out, one with words stays", async () => {
		const hands = workbench(numbered([[["一。"], ["One.", " "]]]));
		await hands.at(0);
		await hands.press("discard");
		expect(hands.said.map(([key]) => key)).toEqual(["notEmptied"]);
		await hands.at(0, "target", "t0.1");
		await hands.press("discard");
		expect(hands.lines()).toEqual(["一。|One."]);
	});

	test.each<[Doable, number, "source" | "target", string]>([
		["mergePrevious", 0, "target", "firstPassage"],
		["moveParagraphDown", 2, "target", "lastPassage"],
		["swap", 2, "target", "nothingToSwap"],
		["swap", 0, "source", "sourceOrderStays"],
		["discard", 0, "target", "notEmptied"],
	])("%s on passage %i, %s side, says %s", async (id, index, side, key) => {
		const hands = workbench(pair);
		await hands.at(index, side);
		await hands.press(id);
		expect([hands.posted, hands.said.map(([said]) => said)]).toEqual([[], [key]]);
	});
});

describe("a sentence that is dropped on a neighbour", () => {
	const crowd = () =>
		workbench(
			numbered([
				[["一。"], ["One."]],
				[["二。"], ["Two.", "Three.", "Four."]],
				[["三。"], ["Five."]],
			]),
		);
	test.each<["up" | "down", string, readonly string[]]>([
		["down", "t1.1", ["一。|One.", "二。|Two.", "三。|Three. Four. Five."]],
		["up", "t1.1", ["一。|One. Two. Three.", "二。|Four.", "三。|Five."]],
		["down", "t1.0", ["一。|One.", "二。|", "三。|Two. Three. Four. Five."]],
	])(
		"goes %s with what lies between it and the border, as one operation (%s)",
		async (direction, segment, lines) => {
			const hands = crowd();
			await hands.at(0);
			drop(hands.desk, { passage: "row1", side: "target", segment }, direction);
			await vi.runAllTimersAsync();
			expect(hands.posted.map(({ type }) => type)).toEqual(["carry"]);
			expect(hands.lines()).toEqual(lines);
		},
	);
});

describe("confirming everything above", () => {
	test("is one operation over the run, counts what it confirmed and offers to take it back", async () => {
		const rows = plain(6).map((one, i) => (i === 1 ? { ...one, link: "confirmed" as const } : one));
		const hands = workbench(rows);
		await hands.at(3);
		await hands.press("confirmAbove");
		expect(hands.posted).toEqual([
			{ type: "affirm", from: "row0", to: "row3", stale: true, grouping: 1, seen: 1 },
		]);
		expect(hands.said).toEqual([["confirmedAbove", { count: 3 }]]);
		expect(hands.links()).toEqual(["c", "c", "c", "c", "a", "a"]);
		await hands.press("confirmAbove");
		expect(hands.said.at(-1)?.[0]).toBe("allAboveConfirmed");
	});

	test("names a first passage that is not loaded", async () => {
		const hands = workbench(plain(4));
		const first = { ...row(0), id: "rowElsewhere" };
		hands.desk.data.rows.idAt = (index) => (index === 0 ? null : `row${index}`);
		hands.answers.set("offset=0&limit=1", {
			headNumber: 1,
			orderNumber: 1,
			total: 4,
			offset: 0,
			rows: [first],
		});
		await hands.at(2);
		await hands.press("confirmAbove");
		expect(hands.posted[0]).toMatchObject({ type: "affirm", from: "rowElsewhere", to: "row2" });
	});
});

describe("a correction confirms the links above it", () => {
	test("only where that is chosen", async () => {
		const hands = workbench(plain(4));
		await hands.at(2);
		await hands.press("merge");
		expect(hands.posted.map(({ type }) => type)).toEqual(["merge"]);
		expect(await confirmWithCorrection(hands.desk, 2)).toBe(0);
	});

	test("up to the nearest confirmed one, as a revision of its own that names the grouping after the correction", async () => {
		const rows = plain(7).map((one, i) => (i === 1 ? { ...one, link: "confirmed" as const } : one));
		const hands = workbench(rows);
		await hands.press("autoConfirm");
		await hands.at(5);
		await hands.press("merge");
		expect(hands.posted.slice(1)).toEqual([
			{ type: "affirm", from: "row2", to: "row4", stale: false, grouping: 2, seen: 2 },
		]);
		expect(hands.links()).toEqual(["a", "c", "c", "c", "c", "a"]);
		expect(hands.said).toEqual([
			["autoConfirmOn", undefined],
			["autoConfirmed", { count: 3 }],
		]);
	});

	test("after a shift the offer to take it back takes both back", async () => {
		const hands = workbench(plain(5));
		await hands.press("autoConfirm");
		await hands.at(2);
		let takeBack = () => {};
		hands.desk.say = (key, values, more) => {
			hands.said.push([key, values]);
			if (more?.action) takeBack = more.action.run;
		};
		await hands.press("shiftDown");
		expect(hands.said.at(-1)).toEqual(["shiftedDown", { side: "target", rows: 3, confirmed: 2 }]);
		takeBack();
		await vi.runAllTimersAsync();
		expect(hands.posted.map(({ type }) => type)).toEqual(["shift", "affirm", "undo", "undo"]);
	});

	test("confirming a link by C does so too", async () => {
		const hands = workbench(plain(3));
		await hands.press("autoConfirm");
		await hands.at(2);
		await hands.press("confirmLink");
		expect(hands.posted.map(({ type }) => type)).toEqual(["confirm", "affirm"]);
		expect(hands.links()).toEqual(["c", "c", "c"]);
	});
});

describe("the way to what looks wrong", () => {
	const odd = [
		[["一。"], []],
		[["二。"], ["Two."]],
		[[], ["Three."]],
		[["四。"], ["Four.", "And four.", "Again."]],
		[["五。"], ["Five.", "And five."]],
	] as const;

	test("stops at empty and crowded passages, either way, and says where it began anew", async () => {
		const hands = workbench(numbered(odd));
		await hands.at(1);
		const went: (string | undefined)[] = [];
		for (const id of ["nextLopsided", "nextLopsided", "nextLopsided", "previousLopsided"] as const) {
			await hands.press(id);
			went.push(hands.desk.state.get().place?.passage);
		}
		expect(went).toEqual(["row2", "row3", "row0", "row3"]);
		expect(hands.said.map(([key]) => key)).toEqual(["lopsidedFromTop", "lopsidedFromEnd"]);
	});

	test("knows passages as they stand at this moment: after a merge that nobody has answered yet, too", async () => {
		const hands = workbench(
			numbered([...odd.slice(1, 2), [["七。"], ["Seven."]], ...odd.slice(1, 3), ...odd.slice(1, 2)]),
		);
		vi.stubGlobal("fetch", () => new Promise(() => undefined));
		await hands.at(0);
		await hands.press("merge");
		await hands.press("nextLopsided");
		expect(hands.desk.state.get().place?.passage).toBe("row3");
	});

	test("stops where two stand beside two", async () => {
		const hands = workbench(
			numbered([
				[["一。"], ["One."]],
				[
					["二。", "又二。"],
					["Two.", "And two."],
				],
			]),
		);
		await hands.at(0);
		await hands.press("nextLopsided");
		expect(hands.desk.state.get().place?.passage).toBe("row1");
	});

	test("passes over what somebody confirmed to be so", async () => {
		const hands = workbench(numbered(odd).map((one) => ({ ...one, link: "confirmed" as const })));
		await hands.at(1);
		await hands.press("nextLopsided");
		expect(hands.said.map(([key]) => key)).toEqual(["noneLopsided"]);
		expect(hands.desk.state.get().place?.passage).toBe("row1");
	});

	test("from the least sure link on has an end, and begins anew when asked again", async () => {
		const rows = plain(3).map((one, i) => ({ ...one, confidence: [0.9, 0.1, 0.5][i] ?? null }));
		const hands = workbench(rows);
		const went: (string | undefined)[] = [];
		for (let press = 0; press < 5; press++) {
			await hands.press("nextUncertain");
			went.push(hands.desk.state.get().place?.passage);
		}
		expect(went).toEqual(["row1", "row2", "row0", "row0", "row1"]);
		expect(hands.said.map(([key]) => key)).toEqual(["lastUncertain"]);
	});
});
