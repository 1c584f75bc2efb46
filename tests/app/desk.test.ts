import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { restore } from "#app/_workbench/store/restore.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import type { Answer, OperationBody, RowWindow, WireRow } from "#app/_workbench/sync/wire.ts";
import { outline } from "./outlines.ts";
import { paper } from "./paper.ts";
import { head, rowsFrom } from "./rows.ts";

/** A workbench on a document of 20 passages, and a server whose answers the test gives. */
function workbench(passages = 20) {
	const window: RowWindow = {
		headNumber: 1,
		orderNumber: 1,
		total: passages,
		offset: 0,
		rows: rowsFrom(0, Math.min(passages, 20)),
	};
	const said: string[] = [];
	const asked: string[] = [];
	const answers: Response[] = [];
	const posted: OperationBody[] = [];
	const reads: RowWindow[] = [];
	vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
		posted.push((JSON.parse(String(init.body)) as { operation: OperationBody }).operation);
		return answers.shift() ?? new Response(null, { status: 500 });
	});
	const desk = new Desk({
		head: head(passages),
		window,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			asked.push(path);
			if (path.includes("/revisions")) return { headNumber: 1, revisions: [] } as Body;
			return (reads.shift() ?? window) as Body;
		},
	});
	const keep = memoryKeep();
	const editor = paper();
	desk.openKeep(keep);
	desk.editor = editor as unknown as SegmentEditor;
	desk.say = (key) => said.push(key);
	desk.open(null);
	return { desk, keep, editor, said, asked, answers, posted, reads };
}

function changed(row: WireRow, text: string, version: number): WireRow {
	return { ...row, state: "edited", target: row.target.map((segment) => ({ ...segment, text, version })) };
}

function saved(number: number, rows: WireRow[], more: Partial<Answer> = {}): Response {
	const answer: Answer = {
		number,
		headNumber: number,
		orderNumber: 1,
		replaced: rows.map(({ id }) => id),
		rows,
		reload: false,
		...more,
	};
	return Response.json(answer);
}

const stale = (text: string, version: number) =>
	Response.json({ key: "conflict", values: { current: text, version, yours: "" } }, { status: 409 });

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe("typing in the workbench", () => {
	test("is saved after a rest, and the next save names the version that the first one made", async () => {
		const { desk, editor, answers, posted } = workbench();
		const row = desk.row();
		if (!row) throw new Error("no row");
		answers.push(saved(2, [changed(row, "One.", 2)]), saved(3, [changed(row, "One. Two.", 3)]));
		editor.text = "One.";
		desk.typed("One.");
		await vi.advanceTimersByTimeAsync(2_000);
		editor.text = "One. Two.";
		desk.typed("One. Two.");
		await vi.advanceTimersByTimeAsync(2_000);
		expect(posted).toEqual([
			{ type: "edit", segment: "t0.0", version: 1, text: "One." },
			{ type: "edit", segment: "t0.0", version: 2, text: "One. Two." },
		]);
		expect(desk.state.get()).toMatchObject({ unsaved: false, sync: { kind: "saved" } });
	});

	test("stands against rows that were read before it was saved", async () => {
		const { desk, editor, answers } = workbench();
		const row = desk.row();
		if (!row) throw new Error("no row");
		answers.push(saved(3, [changed(row, "One.", 3)]));
		editor.text = "One.";
		desk.typed("One.");
		await vi.advanceTimersByTimeAsync(2_000);
		const read = { orderNumber: 1, total: 20, offset: 0 };
		desk.data.place({ ...read, headNumber: 2, rows: rowsFrom(0, 20) });
		expect([desk.row()?.target[0]?.text, editor.text]).toEqual(["One.", "One."]);
		desk.data.place({ ...read, headNumber: 4, rows: [changed(row, "Another's.", 4)] });
		expect([desk.row()?.target[0]?.text, editor.text]).toEqual(["Another's.", "Another's."]);
	});

	test("confirming saves first, confirms exactly what was saved, and goes on", async () => {
		const { desk, answers, posted } = workbench();
		const row = desk.row();
		if (!row) throw new Error("no row");
		answers.push(
			saved(2, [changed(row, "One.", 2)]),
			saved(3, [{ ...changed(row, "One.", 2), state: "reviewed", link: "confirmed" }]),
		);
		desk.typed("One.");
		await actions.confirm(desk);
		expect(desk.state.get().place?.passage).toBe("row1");
		expect(desk.data.rows.row("row0")).toMatchObject({ state: "reviewed", link: "confirmed" });
		await vi.advanceTimersByTimeAsync(10);
		expect(posted[1]).toMatchObject({
			type: "confirm",
			kinds: ["link", "review"],
			rows: [{ target: [["t0.0", 2]] }],
		});
	});

	test("into an empty rendering makes a segment once", async () => {
		const { desk, answers, posted } = workbench();
		const row = desk.data.rows.row("row3");
		if (!row) throw new Error("no row");
		desk.data.restart({
			headNumber: 1,
			orderNumber: 1,
			total: 20,
			offset: 0,
			rows: rowsFrom(0, 20).with(3, { ...row, target: [], state: "empty" }),
		});
		desk.go(desk.placeIn({ ...row, target: [] }));
		answers.push(new Response(null, { status: 503, headers: { "retry-after": "0" } }));
		desk.typed("New");
		desk.typing.save();
		desk.typed("New text");
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(1);
		expect(posted[0]).toMatchObject({ type: "insert", text: "New", after: null });
		expect(desk.data.rows.row("row3")?.target.map(({ text }) => text)).toEqual(["New text"]);
	});
});

describe("somebody else's change of the same segment", () => {
	test("that does not touch mine is merged word by word, in the editor too", async () => {
		const { desk, editor, answers, posted, said } = workbench();
		const base = desk.row()?.target[0]?.text;
		expect(base).toBe("Text 0.");
		editor.text = "My text 0.";
		answers.push(stale("Text 0. Amended.", 5));
		desk.typed("Plain Text 0.");
		editor.text = "Plain Text 0.";
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(1);
		expect(posted[1]).toEqual({ type: "edit", segment: "t0.0", version: 5, text: "Plain Text 0. Amended." });
		expect(editor.text).toBe("Plain Text 0. Amended.");
		expect(said).toEqual(["merged"]);
	});

	test("of the same words leaves mine in the editor, and theirs beside it, until somebody decides", async () => {
		const { desk, editor, keep, answers, posted, reads } = workbench();
		const row = desk.row();
		if (!row) throw new Error("no row");
		reads.push({
			headNumber: 5,
			orderNumber: 1,
			total: 20,
			offset: 0,
			rows: [changed(row, "Theirs entirely.", 5)],
		});
		answers.push(stale("Theirs entirely.", 5));
		desk.typed("Mine entirely.");
		editor.text = "Mine entirely.";
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(desk.data.rows.row("row0")?.target[0]?.text).toBe("Theirs entirely.");
		expect(editor.text).toBe("Mine entirely.");
		expect(keep.drafts.get("t0.0")?.text).toBe("Mine entirely.");
		expect(desk.state.get().conflicts.get("t0.0")).toMatchObject({
			mine: "Mine entirely.",
			theirs: "Theirs entirely.",
		});
		await actions.confirm(desk);
		expect(desk.state.get().place?.passage).toBe("row0");
		answers.push(saved(6, [changed(row, "Mine entirely.", 6)]));
		desk.settlement.decide("t0.0", "mine");
		await vi.advanceTimersByTimeAsync(10);
		expect(posted.at(-1)).toEqual({ type: "edit", segment: "t0.0", version: 5, text: "Mine entirely." });
		expect(keep.drafts.size).toBe(0);
	});

	test("can be taken instead, and mine brought back", async () => {
		const { desk, editor, answers, posted } = workbench();
		answers.push(stale("Theirs entirely.", 5));
		desk.typed("Mine entirely.");
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(10);
		let bringBack: () => void = () => undefined;
		desk.say = (_key, _values, extra) => {
			bringBack = extra?.action?.run ?? bringBack;
		};
		desk.settlement.decide("t0.0", "theirs");
		expect(editor.text).toBe("Theirs entirely.");
		bringBack();
		expect(editor.text).toBe("Mine entirely.");
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(10);
		expect(posted.at(-1)).toEqual({ type: "edit", segment: "t0.0", version: 5, text: "Mine entirely." });
	});
});

describe("a text that the server refuses", () => {
	test("stays in the editor and on this device, with the reason", async () => {
		const { desk, editor, keep, answers } = workbench();
		answers.push(Response.json({ key: "refusals.segment-gone", values: {} }, { status: 422 }));
		desk.typed("Mine entirely.");
		editor.text = "Mine entirely.";
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(5_000);
		expect(desk.state.get().troubles).toMatchObject([
			{ key: "refusals.segment-gone", text: "Mine entirely." },
		]);
		expect([editor.text, keep.drafts.get("t0.0")?.text]).toEqual(["Mine entirely.", "Mine entirely."]);
	});
});

describe("aligning", () => {
	test("a merge shows at once and is what the server makes of it afterwards", async () => {
		const { desk, answers } = workbench();
		desk.setMode("align");
		const [first, second] = [desk.data.rows.row("row0"), desk.data.rows.row("row1")];
		if (!first || !second) throw new Error("no rows");
		const whole: WireRow = {
			...first,
			source: [...first.source, ...second.source],
			target: [...first.target, ...second.target],
			link: "stale",
		};
		answers.push(saved(2, [whole], { orderNumber: 2, replaced: ["row0", "row1"] }));
		await actions.merge(desk);
		expect(desk.data.rows.total).toBe(19);
		expect(desk.data.rows.idAt(1)).toBe("row2");
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.data.rows.row("row0")?.link).toBe("stale");
		expect([desk.data.rows.total, desk.data.serverOrder, desk.data.rows.indexOf("row5")]).toEqual([19, 2, 4]);
	});

	test("a refusal brings the rows back and says why", async () => {
		const { desk, answers, said } = workbench();
		desk.setMode("align");
		answers.push(Response.json({ key: "refusals.row-changed", values: {} }, { status: 422 }));
		await actions.merge(desk);
		expect(desk.data.rows.total).toBe(19);
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.data.rows.total).toBe(20);
		expect(said).toEqual(["refusals.row-changed"]);
	});

	test("a shift names the grouping that a merge on its way will make", async () => {
		const { desk, answers, posted } = workbench();
		desk.setMode("align");
		const [first, second] = [desk.data.rows.row("row0"), desk.data.rows.row("row1")];
		if (!first || !second) throw new Error("no rows");
		const whole: WireRow = {
			...first,
			source: [...first.source, ...second.source],
			target: [...first.target, ...second.target],
		};
		answers.push(saved(2, [whole], { orderNumber: 2, replaced: ["row0", "row1"] }));
		await actions.merge(desk);
		await actions.shiftDown(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(posted[1]).toMatchObject({ type: "shift", side: "target", from: "row0", order: 2 });
	});

	test("waits while the server cannot be reached", async () => {
		const { desk, said, posted } = workbench();
		desk.setMode("align");
		desk.state.set({ sync: { kind: "offline" } });
		await actions.merge(desk);
		expect([said, posted, desk.data.rows.total]).toEqual([["alignWaits"], [], 20]);
	});

	test("the segment one is on is followed to the passage it goes to", async () => {
		const { desk } = workbench();
		desk.setMode("align");
		await actions.next(desk);
		await actions.shiftDown(desk);
		expect(desk.state.get().place).toMatchObject({ passage: "row2", segment: "t1.0" });
	});
});

describe("undo", () => {
	test("goes to what it took back and says so", async () => {
		const { desk, editor, answers, said } = workbench();
		const row = desk.data.rows.row("row7");
		if (!row) throw new Error("no row");
		answers.push(
			saved(2, [changed(row, "As before.", 1)], { undone: { number: 1, type: "edit", passage: "row7" } }),
		);
		actions.undo(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.state.get().place?.passage).toBe("row7");
		expect([editor.text, said]).toEqual(["As before.", ["undone"]]);
	});

	test("leads nobody away who has gone on before it is answered, and follows quick undos all the way", async () => {
		const { desk, answers } = workbench();
		const leading = (number: number, passage: string) => {
			const row = desk.data.rows.row(passage);
			if (!row) throw new Error("no row");
			const undone = { number: 1, type: "edit", passage };
			answers.push(saved(number, [changed(row, `Before ${number}.`, 1)], { undone }));
		};
		leading(2, "row7");
		leading(3, "row9");
		actions.undo(desk);
		actions.undo(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.state.get().place?.passage).toBe("row9");
		leading(4, "row7");
		actions.undo(desk);
		await actions.next(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.state.get().place?.passage).toBe("row10");
	});

	test.each([
		["nothingToUndo", []],
		["laterWork", ["error"]],
	])("that is refused with %s is told in the tone %j", async (key, tones) => {
		const { desk, answers } = workbench();
		const told: unknown[] = [];
		desk.say = (sentence, _, { tone } = {}) => told.push(sentence, ...(tone ? [tone] : []));
		answers.push(Response.json({ key, values: {} }, { status: 422 }));
		actions.undo(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(told).toEqual([key, ...tones]);
	});

	test.each([
		["one passage", [7], undefined, { where: "one", first: 8 }],
		["neighbours", [7, 8, 9], 3, { where: "range", first: 8, last: 10 }],
		["passages here and there", [2, 7], 2, { where: "many", passages: 2 }],
		["more than the answer brings", [], 1_200, { where: "many", passages: 1_200 }],
		["the grouping alone", [], 0, { where: "none" }],
	])("says where it was: %s", async (_, indices, passages, place) => {
		const { desk, answers } = workbench();
		const told: unknown[] = [];
		desk.say = (key, values) => told.push(key, values);
		const rows = indices.flatMap((index) => desk.data.rows.at(index) ?? []);
		const undone = { number: 1, type: "edit", passage: rows[0]?.id ?? null };
		answers.push(saved(2, rows, { undone: { ...undone, ...(passages !== undefined && { passages }) } }));
		actions.redo(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(told).toEqual(["redone", expect.objectContaining({ type: "edit", ...place })]);
	});

	test("with nothing left asks the server once, and again when something has changed", async () => {
		const { desk, answers, posted, said } = workbench();
		const nothing = () => Response.json({ key: "nothingToUndo", values: {} }, { status: 422 });
		answers.push(nothing());
		for (let press = 0; press < 3; press++) {
			actions.undo(desk);
			await vi.advanceTimersByTimeAsync(10);
		}
		expect([posted.length, said]).toEqual([1, ["nothingToUndo", "nothingToUndo", "nothingToUndo"]]);
		const row = desk.row();
		if (!row) throw new Error("no row");
		answers.push(saved(2, [changed(row, "One.", 2)]), nothing());
		desk.typed("One.");
		actions.undo(desk);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(posted.length).toBe(3);
	});

	test("of a regrouping loads the rows anew", async () => {
		const { desk, answers, asked } = workbench();
		answers.push(
			saved(2, [], { orderNumber: 2, reload: true, undone: { number: 1, type: "shift", passage: null } }),
		);
		actions.undo(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(asked).toContain("/documents/document00001/passages?around=row0&limit=100");
	});
});

describe("wording found on this device", () => {
	const draft = {
		segment: "t0.0",
		passage: "row0",
		version: 1,
		base: "Text 0.",
		text: "Text 0. Typed before the crash.",
		at: 1,
		isNew: false,
	};

	test("goes on in the editor where it was typed, and is saved", async () => {
		const { desk, editor, answers, posted } = workbench();
		await restore(desk, memoryKeep([draft]));
		expect(editor.text).toBe(draft.text);
		expect(desk.state.get().restored.has("t0.0")).toBe(true);
		answers.push(
			saved(
				2,
				rowsFrom(0, 1).map((row) => changed(row, draft.text, 2)),
			),
		);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(posted).toEqual([{ type: "edit", segment: "t0.0", version: 1, text: draft.text }]);
		expect(desk.state.get()).toMatchObject({ unsaved: false, restored: new Map() });
	});

	test("is gone to, wherever it was typed", async () => {
		const { desk, editor } = workbench();
		await restore(
			desk,
			memoryKeep([{ ...draft, segment: "t7.0", passage: "row7", base: "Text 7.", text: "Seven." }]),
		);
		expect([desk.state.get().place?.passage, editor.text]).toEqual(["row7", "Seven."]);
	});

	test("is merged with what others wrote meanwhile, or put beside it", async () => {
		const merged = workbench();
		await restore(merged.desk, memoryKeep([{ ...draft, base: "Text 0. Old.", text: "My text 0. Old." }]));
		expect(merged.editor.text).toBe("My text 0.");
		expect(merged.desk.state.get().conflicts.size).toBe(0);
		const apart = workbench();
		await restore(apart.desk, memoryKeep([{ ...draft, base: "Words.", text: "Mine entirely." }]));
		expect(apart.editor.text).toBe("Mine entirely.");
		expect(apart.desk.state.get().conflicts.get("t0.0")).toMatchObject({
			mine: "Mine entirely.",
			theirs: "Text 0.",
		});
	});

	test("that is on the server already is forgotten", async () => {
		const { desk, keep } = workbench();
		keep.drafts.set(draft.segment, { ...draft, text: "Text 0." });
		await restore(desk, keep);
		await vi.advanceTimersByTimeAsync(10);
		expect([keep.drafts.size, desk.state.get().unsaved]).toEqual([0, false]);
	});

	test("whose place is gone is shown, and kept", async () => {
		const { desk, answers } = workbench();
		const keep = memoryKeep([{ ...draft, segment: "gone", passage: "row0" }]);
		answers.push(Response.json({ key: "refusals.segment-gone", values: {} }, { status: 422 }));
		await restore(desk, keep);
		await desk.data.queue.whenIdle();
		expect(desk.state.get().troubles).toMatchObject([{ key: "refusals.segment-gone", text: draft.text }]);
		expect(keep.drafts.size).toBe(1);
	});

	test("of an earlier page does not give way to a text that was only opened", async () => {
		const { desk, keep } = workbench();
		desk.typing.adopt([draft]);
		keep.drafts.set("t0.0", draft);
		desk.leave();
		await vi.advanceTimersByTimeAsync(10);
		expect(keep.drafts.size).toBe(1);
	});
});

describe("a change that was made for this page beside its queue", () => {
	test("is followed by loading the rows anew, and until then it is not known what stands where", async () => {
		const { desk, asked, reads } = workbench();
		const regrouped = rowsFrom(0, 18);
		reads.push({ headNumber: 2, orderNumber: 2, total: 18, offset: 0, rows: regrouped });
		desk.data.changedBeside({ number: 2 });
		expect(desk.data.isUncertain).toBe(true);
		await vi.advanceTimersByTimeAsync(0);
		expect(asked.filter((path) => path.includes("/passages"))).toHaveLength(1);
		expect([desk.data.isUncertain, desk.data.rows.total, desk.data.taken]).toEqual([false, 18, 2]);
	});

	test("and going to the least sure link waits for the outline that is read with it", async () => {
		const { desk, said } = workbench();
		const fifth = desk.data.rows.at(5);
		if (fifth) desk.go(desk.placeIn(fifth));
		const going = Promise.resolve(actions.nextUncertain(desk));
		await vi.advanceTimersByTimeAsync(500);
		expect(desk.row()?.index).toBe(5);
		desk.overview.setLetters(outline("m".repeat(20), { confidences: "g".repeat(20) }));
		await going;
		expect([desk.row()?.index, said]).toEqual([0, []]);
	});
});
