/** What others do, as a workbench without a screen shows it. */
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { followOthers } from "#app/_workbench/store/others.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import type { News } from "#app/_workbench/sync/live-stream.ts";
import type {
	Answer,
	OperationBody,
	Present,
	RowWindow,
	WireRevision,
	WireRow,
} from "#app/_workbench/sync/wire.ts";
import { paper } from "./paper.ts";
import { head, rowsFrom } from "./rows.ts";

const documentId = "document00001";

/** Rows whose ids are of the length that real ones have. */
function longRows(count: number): WireRow[] {
	const long = <Part extends { readonly id: string }>(part: Part) => ({ ...part, id: longId(part.id) });
	return rowsFrom(0, count).map((row) => ({
		...long(row),
		source: row.source.map(long),
		target: row.target.map(long),
	}));
}
const longId = (id: string) => id.replace(/\W/g, "x").padEnd(14, "0");

/** A workbench of ten passages that is told what the test tells it, and asks what the test answers. */
function workbench() {
	const rows = longRows(10);
	const windowOf = (offset: number, part: readonly WireRow[], headNumber = 1): RowWindow => ({
		headNumber,
		orderNumber: 1,
		total: 10,
		offset,
		rows: part,
	});
	const asked: string[] = [];
	const said: string[] = [];
	const sent: { path: string; body: { operation?: OperationBody } }[] = [];
	const answers: ((operation: OperationBody) => Response)[] = [];
	const log: WireRevision[] = [];
	const windows: RowWindow[] = [];
	const desk = new Desk({
		head: head(10),
		window: windowOf(0, rows),
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		fetch: async (path, init) => {
			const body = JSON.parse(String(init?.body)) as { operation?: OperationBody };
			sent.push({ path, body });
			const answer = body.operation && answers.shift();
			return answer && body.operation ? answer(body.operation) : new Response(null, { status: 500 });
		},
		read: async <Body>(path: string) => {
			asked.push(path);
			const since = Number(/since=(\d+)/.exec(path)?.[1] ?? 0);
			const revisions = log.filter(({ number }) => number > since);
			if (path.includes("/revisions")) return { headNumber: log.at(-1)?.number ?? 1, revisions } as Body;
			return (windows.shift() ?? windowOf(0, rows)) as Body;
		},
	});
	const editor = paper();
	desk.openKeep(memoryKeep());
	desk.editor = editor as unknown as SegmentEditor;
	desk.say = (key) => said.push(key);
	desk.open(null);
	let tell: (news: News) => void = () => undefined;
	const following = followOthers(desk, {
		goLive: (_, told) => {
			tell = told;
			return { wake() {}, stop() {} };
		},
		isVisible: () => true,
		reached: () => undefined,
	});
	const told = (...revisions: readonly WireRevision[]) => {
		const number = revisions.at(-1)?.number ?? 0;
		tell({ kind: "head", document: documentId, number, since: (revisions[0]?.number ?? 1) - 1, revisions });
	};
	return {
		desk,
		editor,
		rows,
		windowOf,
		asked,
		said,
		sent,
		answers,
		log,
		windows,
		told,
		tell: (news: News) => tell(news),
		following,
	};
}

function revision(number: number, operation: OperationBody, name = "Amara"): WireRevision {
	const actor = { id: name === "Lin" ? "me" : `person-${name}`, name };
	return { number, at: "2026-11-22T08:00:00.000Z", actor, type: operation.type, operation, undoes: null };
}
const edit = (row: number, version: number, text: string): OperationBody => ({
	type: "edit",
	v: 1,
	segment: longId(`t${row}.0`),
	version,
	text,
	as: null,
});
const textAt = (desk: Desk, row: number) => desk.data.rows.at(row)?.target[0];

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe("a correction by somebody else", () => {
	test("is shown as theirs without asking for anything", async () => {
		const { desk, told, asked } = workbench();
		told(revision(2, edit(3, 1, "Text three.")));
		expect(textAt(desk, 3)).toMatchObject({ text: "Text three.", version: 2, changedBy: "Amara" });
		expect(desk.data.rows.at(3)).toMatchObject({ state: "edited", link: "automatic", confidence: 0.9 });
		expect(desk.state.get().others.get(longId("row3"))).toBe("Amara");
		expect([asked, desk.data.taken]).toEqual([[], 2]);
	});

	test("that is told twice, or was read already, changes nothing", () => {
		const { desk, told, asked } = workbench();
		const first = revision(2, edit(3, 1, "Text three."));
		told(first);
		told(first, revision(3, edit(3, 2, "Text 3, again.")));
		expect(textAt(desk, 3)).toMatchObject({ text: "Text 3, again.", version: 3 });
		expect(asked).toEqual([]);
	});

	test("told while one's own save is on its way is shown once that is answered", async () => {
		const { desk, editor, told, answers, asked, rows } = workbench();
		const row = rows[0];
		if (!row) throw new Error("no row");
		const saved: Answer = {
			number: 2,
			headNumber: 2,
			orderNumber: 1,
			replaced: [row.id],
			rows: [{ ...row, target: row.target.map((segment) => ({ ...segment, text: "Mine.", version: 2 })) }],
			reload: false,
		};
		answers.push(() => Response.json(saved));
		editor.text = "Mine.";
		desk.typed("Mine.");
		desk.typing.save();
		told(revision(2, edit(0, 1, "Mine."), "Lin"), revision(3, edit(4, 1, "Theirs.")));
		expect(textAt(desk, 4)?.text).toBe("Text 4.");
		await vi.advanceTimersByTimeAsync(1);
		expect([textAt(desk, 0)?.text, textAt(desk, 4)?.text, desk.data.taken]).toEqual(["Mine.", "Theirs.", 3]);
		expect(desk.state.get().others.has(longId("row0"))).toBe(false);
		expect(asked.filter((path) => path.includes("/revisions"))).toEqual([]);
	});

	test("is shown while one's own save waits for its answer, which does not take it back", async () => {
		const { desk, editor, told, answers, rows } = workbench();
		const [row] = rows;
		if (!row) throw new Error("no row");
		const mine = row.target.map((segment) => ({ ...segment, text: "Mine.", version: 2 }));
		const saved = { number: 2, headNumber: 2, orderNumber: 1, replaced: [row.id], reload: false };
		answers.push(() => Response.json({ ...saved, rows: [{ ...row, target: mine }] } satisfies Answer));
		editor.text = "Mine.";
		desk.typed("Mine.");
		desk.typing.leave();
		told(revision(2, edit(0, 1, "Mine."), "Lin"), revision(3, edit(0, 2, "Theirs after mine.")));
		told(revision(4, edit(5, 1, "And this.")));
		await vi.advanceTimersByTimeAsync(1);
		expect([0, 5].map((index) => textAt(desk, index)?.text)).toEqual(["Theirs after mine.", "And this."]);
		desk.data.place({
			headNumber: 2,
			orderNumber: 1,
			total: 10,
			offset: 0,
			rows: [{ ...row, target: mine }],
		});
		expect(textAt(desk, 0)).toMatchObject({ text: "Theirs after mine.", version: 3 });
	});

	test("is shown although one's saves follow each other without a pause", async () => {
		const { desk, editor, told, answers, rows } = workbench();
		const [row] = rows;
		if (!row) throw new Error("no row");
		const answerTo = (number: number, text: string) => () =>
			Response.json({
				number,
				headNumber: number,
				orderNumber: 1,
				replaced: [row.id],
				rows: [{ ...row, target: row.target.map((segment) => ({ ...segment, text, version: number })) }],
				reload: false,
			} satisfies Answer);
		answers.push(answerTo(3, "Mine."));
		for (const text of ["Mine.", "Mine again."]) {
			editor.text = text;
			desk.typed(text);
			desk.typing.save();
		}
		told(revision(2, edit(4, 1, "Theirs.")));
		await vi.advanceTimersByTimeAsync(1);
		expect(desk.data.queue.requests).toHaveLength(1);
		told(revision(3, edit(0, 1, "Mine."), "Lin"), revision(4, edit(5, 1, "And this.")));
		expect([4, 5].map((index) => textAt(desk, index)?.text)).toEqual(["Theirs.", "And this."]);
		expect(textAt(desk, 0)?.text).toBe("Mine again.");
	});

	test("of other words in the sentence that is on its way leaves one's own text in the editor", () => {
		const { desk, editor, told } = workbench();
		editor.text = "Text 0, mine.";
		desk.typed(editor.text);
		desk.typing.save();
		told(revision(2, edit(0, 1, "The Text 0.")), revision(3, edit(5, 1, "And this.")));
		expect([editor.text, desk.typing.text]).toEqual(["Text 0, mine.", "Text 0, mine."]);
		expect(textAt(desk, 5)?.text).toBe("And this.");
	});

	test("after a gap is asked for with what lies in the gap", async () => {
		const { desk, told, log, asked } = workbench();
		log.push(revision(2, edit(1, 1, "Two.")), revision(3, edit(2, 1, "Three.")));
		told(revision(3, edit(2, 1, "Three.")));
		await vi.advanceTimersByTimeAsync(1);
		expect([textAt(desk, 1)?.text, textAt(desk, 2)?.text]).toEqual(["Two.", "Three."]);
		expect(asked).toEqual([`/documents/${documentId}/revisions?since=1&limit=200`]);
	});

	test("is not taken back by rows that were read before it and arrive after", () => {
		const { desk, told, rows, windowOf } = workbench();
		told(revision(2, edit(3, 1, "Text three.")));
		desk.data.place(windowOf(0, rows, 1));
		expect(textAt(desk, 3)).toMatchObject({ text: "Text three.", version: 2 });
	});

	test("that is of another kind has its own rows read, and no others", async () => {
		const { desk, told, asked, rows, windowOf, windows } = workbench();
		const [row] = rows.slice(6, 7);
		if (!row) throw new Error("no row");
		windows.push(windowOf(6, [{ ...row, state: "empty" }], 2));
		told(revision(2, { type: "remove-note", segment: longId("t6.0") }));
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toContain(`/documents/${documentId}/passages?offset=6&limit=1`);
		expect(desk.data.rows.at(6)?.state).toBe("empty");
	});

	test("of a wording that one cannot tell the rows of has all of them read anew", async () => {
		const { told, asked } = workbench();
		told({ ...revision(2, edit(0, 1, "")), type: "realign", operation: null });
		await vi.advanceTimersByTimeAsync(1);
		expect(asked).toContain(`/documents/${documentId}/passages?around=${longId("row0")}&limit=100`);
	});

	test("comes out the same in whatever parts it is told and however late rows arrive", () => {
		const change = fc.record({ row: fc.nat(4), words: fc.constantFrom("one", "two", "three", "four") });
		const delivery = fc.record({ count: fc.integer({ min: 1, max: 4 }), windowFrom: fc.option(fc.nat(20)) });
		fc.assert(
			fc.property(
				fc.array(change, { maxLength: 20 }),
				fc.array(delivery, { minLength: 20, maxLength: 20 }),
				(changes, deliveries) => {
					const { desk, told, rows, windowOf } = workbench();
					const states: WireRow[][] = [rows];
					const revisions = changes.map(({ row, words }, i) => {
						const before = states.at(-1) ?? rows;
						const version = before[row]?.target[0]?.version ?? 0;
						const text = `${words} at ${i}`;
						states.push(
							before.map((one, index) =>
								index === row
									? {
											...one,
											state: "edited",
											target: one.target.map((s) => ({ ...s, text, version: i + 2 })),
										}
									: one,
							),
						);
						return revision(i + 2, edit(row, version, text));
					});
					let at = 0;
					for (const { count, windowFrom } of deliveries) {
						const part = revisions.slice(at, at + count);
						if (part.length > 0) told(...part);
						at += part.length;
						const read = Math.min(windowFrom ?? 0, at);
						if (windowFrom !== null) desk.data.place(windowOf(0, states[read] ?? rows, read + 1));
					}
					const shown = (list: readonly (WireRow | undefined)[]) =>
						list.map((row) => [row?.state, row?.target[0]?.text, row?.target[0]?.version]);
					expect(shown(rows.map((_, i) => desk.data.rows.at(i)))).toEqual(shown(states.at(-1) ?? rows));
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe("in the sentence that one is typing", () => {
	const base = "Text 0.";

	test("other words are taken in at once, and the next save names the version they made", async () => {
		const { desk, editor, told, sent, said } = workbench();
		told(revision(2, edit(0, 1, "The text of 0 ships left on Monday.")));
		expect(editor.text).toBe("The text of 0 ships left on Monday.");
		editor.text = "The text of 0 ships left on Tuesday.";
		desk.typed(editor.text);
		told(revision(3, edit(0, 2, "The text of ten ships left on Monday.")));
		expect(editor.text).toBe("The text of ten ships left on Tuesday.");
		expect(said).toEqual(["merged"]);
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(1);
		expect(sent.at(-1)?.body.operation).toMatchObject({
			version: 3,
			text: "The text of ten ships left on Tuesday.",
		});
	});

	test.each([
		["the same words", false, "Text 0 of mine.", "Text 0 of theirs."],
		["words under an input method's composition", true, "My Text 0.", "Text 0 here."],
	])(
		"%s stay as they are typed, and the draft still says what it was made from",
		(_, composing, mine, theirs) => {
			const { desk, editor, told } = workbench();
			editor.text = mine;
			desk.typed(mine);
			editor.isComposing = composing;
			told(revision(2, edit(0, 1, theirs)));
			expect(editor.text).toBe(mine);
			expect(desk.typing.open).toMatchObject({ version: 1, base });
			expect(desk.data.rows.at(0)?.target[0]?.text).toBe(theirs);
		},
	);
});

describe("a sentence that somebody joins to its neighbour", () => {
	/** Passage 0 with two sentences, the second of which is open; joined by the answer of `join`. */
	function inSecond() {
		const desktop = workbench();
		const { desk, rows, windows, windowOf, told } = desktop;
		const [row] = rows;
		const [first] = row?.target ?? [];
		if (!row || !first) throw new Error("no row");
		const second = { ...first, id: longId("t0.1"), text: "And fog." };
		desk.data.place(windowOf(0, [{ ...row, target: [first, second] }]));
		desk.go({ passage: row.id, side: "target", segment: second.id }, { mode: "review" });
		const join = async (text = "Text 0. And fog.") => {
			windows.push(windowOf(0, [{ ...row, target: [{ ...first, text, version: 2 }] }], 2));
			told(revision(2, { type: "join", segments: [first.id, second.id] }));
			await vi.advanceTimersByTimeAsync(1);
		};
		return { ...desktop, first, second, join };
	}

	test("takes what is being typed in it along, and the caret", async () => {
		const { desk, editor, sent, first, second, join } = inSecond();
		editor.text = "And thick fog.";
		editor.caret = 10;
		desk.typed(editor.text);
		await join();
		expect([editor.text, editor.caret]).toEqual(["Text 0. And thick fog.", 18]);
		expect(desk.state.get().place?.segment).toBe(first.id);
		expect([desk.typing.draftOf(second.id), desk.typing.draftOf(first.id)?.text]).toEqual([
			undefined,
			"Text 0. And thick fog.",
		]);
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(1);
		expect(sent.at(-1)?.body.operation).toMatchObject({
			type: "edit",
			segment: first.id,
			version: 2,
			text: "Text 0. And thick fog.",
		});
		expect(desk.state.get().troubles).toEqual([]);
	});

	test("takes a caret along that rests in it, and saves nothing", async () => {
		const { desk, editor, sent, join } = inSecond();
		editor.caret = 4;
		await join();
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(1);
		expect([editor.text, editor.caret, desk.state.get().unsaved]).toEqual(["Text 0. And fog.", 12, false]);
		expect(sent.filter(({ body }) => body.operation)).toEqual([]);
	});

	test.each([
		["while an input method composes in it", true, "Text 0. And fog."],
		["into a text where its words stand twice", false, "And fog. And fog."],
	])("%s keeps what is typed where it is", async (_, composing, whole) => {
		const { desk, editor, second, join } = inSecond();
		editor.text = "And thick fog.";
		desk.typed(editor.text);
		editor.isComposing = composing;
		await join(whole);
		expect(editor.text).toBe("And thick fog.");
		expect(desk.typing.draftOf(second.id)?.text).toBe("And thick fog.");
	});
});

describe("the log is asked", () => {
	const times = (asked: readonly string[]) => asked.filter((path) => path.includes("/revisions")).length;

	test("every four seconds while nobody tells, and every thirty while somebody does", async () => {
		const { asked, tell } = workbench();
		await vi.advanceTimersByTimeAsync(12_500);
		expect(times(asked)).toBe(3);
		tell({ kind: "up", up: true });
		await vi.advanceTimersByTimeAsync(29_000);
		expect(times(asked)).toBe(3);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(times(asked)).toBe(4);
		tell({ kind: "up", up: false });
		await vi.advanceTimersByTimeAsync(1);
		expect(times(asked)).toBe(5);
	});

	test("at once where somebody who was signed out is told news again", async () => {
		const { desk, tell, asked } = workbench();
		desk.state.set({ sync: { kind: "signed-out" } });
		tell({ kind: "up", up: true });
		await vi.advanceTimersByTimeAsync(0);
		expect(asked).toHaveLength(1);
	});

	test("at once where only the number is told", async () => {
		const { desk, asked, tell, log } = workbench();
		log.push(revision(2, edit(1, 1, "Two.")));
		tell({ kind: "head", document: documentId, number: 2 });
		tell({ kind: "head", document: documentId, number: 1 });
		await vi.advanceTimersByTimeAsync(1);
		expect([times(asked), textAt(desk, 1)?.text]).toEqual([1, "Two."]);
	});
});

describe("people", () => {
	const person = (id: string, row: number | null): Present => ({
		id,
		name: id,
		passage: row === null ? null : longId(`row${row}`),
		index: row,
		typing: false,
	});
	const here = (...people: readonly Present[]): News => ({ kind: "people", document: documentId, people });

	test("are the others, not oneself in another window; nobody while nothing is heard", () => {
		const { desk, tell } = workbench();
		tell({ kind: "up", up: true });
		tell(here(person("me", 1), person("amara", 3)));
		expect(desk.state.get().people.map(({ id }) => id)).toEqual(["amara"]);
		tell({ kind: "up", up: false });
		expect(desk.state.get().people).toEqual([]);
	});

	test("are visited one after the other, from here downwards and then from the top", async () => {
		const { desk, tell, said } = workbench();
		actions.nextPerson(desk);
		expect(said).toEqual(["nobodyElsewhere"]);
		tell(here(person("amara", 7), person("bo", 2), person("cleo", null)));
		const visited: (number | undefined)[] = [];
		for (let i = 0; i < 3; i++) {
			await actions.nextPerson(desk);
			visited.push(desk.row()?.index);
		}
		expect(visited).toEqual([2, 7, 2]);
	});

	test("are told where one is, at most every few seconds, and that one left", async () => {
		const { desk, sent } = workbench();
		desk.presence.watchPlace("page1");
		desk.presence.setHere(true);
		await vi.advanceTimersByTimeAsync(1);
		for (const _ of [1, 2, 3]) await actions.next(desk);
		await vi.advanceTimersByTimeAsync(2_600);
		desk.presence.setHere(false);
		const told = sent.filter(({ path }) => path.endsWith("/presence")).map(({ body }) => body);
		const at = (row: number) => ({ page: "page1", passage: longId(`row${row}`), index: row, typing: false });
		expect(told).toEqual([at(0), at(3), { ...at(3), leaving: true }]);
	});
});
