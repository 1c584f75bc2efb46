/** Hands faster than the network: a server in memory that answers every request after a while. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { goToIndex } from "#app/_workbench/store/travel.ts";
import { Turns } from "#app/_workbench/store/turns.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import { applyLocally } from "#app/_workbench/sync/local.ts";
import { RowCache } from "#app/_workbench/sync/row-cache.ts";
import type { OperationBody, RowWindow, WireRow } from "#app/_workbench/sync/wire.ts";
import { paper } from "./paper.ts";
import { head, rowsFrom } from "./rows.ts";

const latency = 300;
const later = () => new Promise<void>((resolve) => setTimeout(resolve, latency));

/** Keeps a document, and applies to it what is posted. */
class Server {
	readonly rows: RowCache;
	number = 1;
	order = 1;
	readonly refused: OperationBody[] = [];
	readonly #description = head(0).description;

	constructor(passages: number) {
		this.rows = new RowCache(passages);
		this.rows.place({ rows: rowsFrom(0, passages) });
	}

	window(path: string): RowWindow {
		const query = new URL(path, "http://localhost").searchParams;
		const around = query.get("around");
		const limit = Number(query.get("limit"));
		const first = around ? this.rows.indexOf(around) - Math.floor(limit / 2) : Number(query.get("offset"));
		const offset = Math.max(0, first);
		const rows = this.#all()
			.slice(offset, offset + limit)
			.map((row, i) => ({ ...row, index: offset + i }));
		return { headNumber: this.number, orderNumber: this.order, total: this.rows.total, offset, rows };
	}

	post(operation: OperationBody): Response {
		const before = this.#all();
		const at = new Date(0).toISOString();
		const change = applyLocally(this.rows, operation, null, {
			number: this.number + 1,
			order: this.order,
			description: this.#description,
			by: "Lin",
			at,
		});
		if (!change) {
			this.refused.push(operation);
			return Response.json({ key: "refusals.order-changed", values: {} }, { status: 422 });
		}
		this.number += 1;
		this.order = change.order;
		const wide = change.count > 25;
		return Response.json({
			number: this.number,
			headNumber: this.number,
			orderNumber: this.order,
			replaced: wide ? [] : before.slice(change.start, change.start + change.count).map(({ id }) => id),
			rows: wide ? [] : this.#all().slice(change.start, change.start + change.now),
			reload: wide,
		});
	}

	#all(): WireRow[] {
		const all: WireRow[] = [];
		for (let index = 0; index < this.rows.total; index++) {
			const row = this.rows.at(index);
			if (row) all.push(row);
		}
		return all;
	}

	texts(): (string | undefined)[] {
		return this.#all().map(({ target }) => target.map(({ text }) => text).join(" "));
	}
}

function workbench(passages: number) {
	const server = new Server(passages);
	vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
		await later();
		const answer = server.post((JSON.parse(String(init.body)) as { operation: OperationBody }).operation);
		await later();
		return answer;
	});
	const desk = new Desk({
		head: head(passages),
		window: server.window("/passages?offset=0&limit=100"),
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			await later();
			const answer = server.window(path) as Body;
			await later();
			return answer;
		},
	});
	const editor = paper();
	desk.openKeep(memoryKeep());
	desk.editor = editor as unknown as SegmentEditor;
	const said: string[] = [];
	const unsaid: string[] = [];
	let offered: () => void = () => undefined;
	desk.say = (key, _values, extra) => {
		said.push(key);
		offered = extra?.action?.run ?? offered;
	};
	desk.unsay = (key) => unsaid.push(key);
	desk.open(null);
	/** Types as the keys do: now, or when the row is there. */
	const type = (text: string) =>
		desk.turns.take(() => {
			if (!desk.typing.open) return;
			editor.text += text;
			desk.typed(editor.text);
		}, text);
	const press = (id: keyof typeof actions) => desk.turns.take(() => actions[id](desk));
	return { desk, server, editor, said, unsaid, type, press, takeOffer: () => offered() };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const longEnough = 600_000;

describe("typing and confirming without pause", () => {
	test.each([1, 40, 90])(
		"from passage %j on over the edge of what is loaded loses and misplaces nothing",
		async (first) => {
			const { desk, server, type, press, said } = workbench(250);
			desk.turns.take(() => goToIndex(desk, first));
			for (let i = 0; i < 120; i++) {
				type(` t${i}.`);
				press("confirm");
				await vi.advanceTimersByTimeAsync(5);
			}
			await vi.advanceTimersByTimeAsync(longEnough);
			const mine = (i: number) => i >= first && i < first + 120;
			expect(server.texts()).toEqual(
				rowsFrom(0, 250).map((_, i) => (mine(i) ? `Text ${i}. t${i - first}.` : `Text ${i}.`)),
			);
			const states = rowsFrom(0, 250).map((_, i) => server.rows.at(i)?.state);
			expect(states).toEqual(states.map((_, i) => (mine(i) ? "reviewed" : "draft")));
			expect(desk.state.get()).toMatchObject({ place: { passage: `row${first + 120}` }, unsaved: false });
			expect(said).toEqual([]);
		},
	);

	test("while a passage is on its way no text is open, and what is typed goes there", async () => {
		const { desk, server, type, press } = workbench(250);
		desk.turns.take(() => goToIndex(desk, 200));
		expect(desk.state.get()).toMatchObject({ travelling: 200, place: { passage: "row0" } });
		expect(desk.typing.open).toBeNull();
		desk.typed("Lost?"); // an editor that still had the focus
		type(" There.");
		press("confirm");
		press("confirm");
		await vi.advanceTimersByTimeAsync(longEnough);
		expect(server.texts().flatMap((text, i) => (text === `Text ${i}.` ? [] : [i]))).toEqual([200]);
		expect(server.texts()[200]).toBe("Text 200. There.");
		expect([199, 200, 201, 202].map((i) => server.rows.at(i)?.state)).toEqual([
			"draft",
			"reviewed",
			"reviewed",
			"draft",
		]);
		expect(server.rows.row("row0")?.state).toBe("draft");
	});

	test("the rows ahead are there before anybody gets to them", async () => {
		const { desk } = workbench(250);
		desk.turns.take(() => goToIndex(desk, 80));
		await vi.advanceTimersByTimeAsync(2 * latency);
		expect(desk.data.rows.at(199)?.id).toBe("row199");
		expect(desk.state.get().travelling).toBeNull();
	});

	test("the way to a passage can be given up, and leads back to where one was", async () => {
		const { desk, editor } = workbench(250);
		desk.turns.take(() => goToIndex(desk, 200));
		desk.turns.take(() => undefined, "typed");
		expect(desk.turns.forget()).toBe("typed");
		desk.giveUp?.();
		await vi.advanceTimersByTimeAsync(1);
		expect(desk.state.get()).toMatchObject({ travelling: null, place: { passage: "row0" } });
		expect([desk.typing.open?.passage, editor.text]).toEqual(["row0", "Text 0."]);
	});
});

describe("aligning without pause", () => {
	test.each([
		["a wide change", 60, 30],
		["a change of few rows", 60, 50],
	])("ten shifts are ten shifts: %s", async (_name, passages, first) => {
		const { desk, server, press, said } = workbench(passages);
		desk.turns.take(() => goToIndex(desk, first));
		desk.setMode("align");
		for (let i = 0; i < 10; i++) {
			press("shiftUp");
			await vi.advanceTimersByTimeAsync(130);
		}
		await vi.advanceTimersByTimeAsync(longEnough);
		expect(server.refused).toEqual([]);
		expect(said).toEqual(new Array(10).fill("shiftedUp"));
		const gathered = rowsFrom(first - 10, 11).map(({ target }) => target[0]?.text);
		expect(server.texts()[first - 10]).toBe(gathered.join(" "));
		expect(desk.state.get().place?.passage).toBe(`row${first - 10}`);
		expect(desk.data.rows.at(first - 10)?.target.at(-1)?.text).toBe(`Text ${first}.`);
	});

	test("M, D and U pressed one upon the other all come about", async () => {
		const { desk, server, press, said } = workbench(60);
		desk.turns.take(() => goToIndex(desk, 10));
		desk.setMode("align");
		for (const id of ["merge", "merge", "moveDown", "shiftDown"] as const) press(id);
		await vi.advanceTimersByTimeAsync(longEnough);
		expect(server.refused).toEqual([]);
		expect(said).toEqual(["shiftedDown"]);
		expect(server.number).toBe(5);
	});

	test("the offer to undo a shift ends with whatever is done next", async () => {
		const { desk, server, press, unsaid, takeOffer } = workbench(60);
		const sent = vi.spyOn(desk.data, "send");
		desk.setMode("align");
		press("shiftDown");
		await vi.advanceTimersByTimeAsync(1);
		press("confirmLink");
		expect(unsaid).toEqual(["shiftedDown"]);
		takeOffer();
		expect(sent).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(longEnough);
		press("shiftDown");
		await vi.advanceTimersByTimeAsync(1);
		takeOffer();
		expect(sent).toHaveBeenCalledOnce();
		expect(server.refused).toEqual([]);
	});
});

describe("turns", () => {
	test("what is done while something is under way is done afterwards, in order, each in its own time", async () => {
		const turns = new Turns();
		const done: string[] = [];
		const slow = (name: string) => () => later().then(() => done.push(name));
		const quick = (name: string) => () => done.push(name);
		turns.take(quick("a"));
		turns.take(slow("b"));
		turns.take(quick("c"), "c");
		turns.take(slow("d"));
		turns.take(quick("e"), "e");
		expect(done).toEqual(["a"]);
		await vi.advanceTimersByTimeAsync(latency);
		expect(done).toEqual(["a", "b", "c"]);
		expect(turns.busy).toBe(true);
		await vi.advanceTimersByTimeAsync(latency);
		expect(done).toEqual(["a", "b", "c", "d", "e"]);
		expect(turns.busy).toBe(false);
	});
});
