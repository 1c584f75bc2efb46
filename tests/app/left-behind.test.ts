/** What an earlier page left on the device of several sentences: none of it waits for somebody to come by. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { KeptDraft, KeptRequest } from "#app/_workbench/sync/kept.ts";
import { idOf, passages, served } from "./served.ts";

beforeAll(() => import("#app/_workbench/store/carry-along.ts")); // it comes late, and clocks stand still below
beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const draft = (name: string, row: number, base: string, text: string): KeptDraft => ({
	segment: idOf(name),
	passage: idOf(`row${row}`),
	version: 1,
	base,
	text,
	at: 1,
	isNew: false,
});
const edit = (name: string, text: string, version = 1) => ({
	type: "edit",
	segment: idOf(name),
	version,
	text,
});
const join = (left: string, right: string) => ({
	type: "join",
	v: 1,
	segments: [idOf(left), idOf(right)],
	versions: [1, 1],
	separator: " ",
	as: null,
});
const split = (name: string, at: number) => ({
	type: "split",
	v: 1,
	segment: idOf(name),
	version: 1,
	at,
	draftAt: at,
	id: idOf("cut"),
	separator: "",
	as: null,
});

type Bench = ReturnType<typeof served>;

/** Somebody else takes a sentence out, as a re-import does. */
function remove({ server, other }: Bench, name: string): void {
	const row = server.rows.find(({ target }) => target.some(({ id }) => id === idOf(name)));
	const ids = (side: "source" | "target") => row?.[side].map(({ id }) => id);
	const shape = { id: row?.id, source: ids("source"), target: ids("target") };
	other({ type: "remove", v: 1, row: shape, segment: idOf(name), version: 1, order: null });
}

async function reloaded(bench: Bench): Promise<void> {
	bench.desk.open(null);
	await bench.restored();
	await bench.rest();
	await bench.rest();
}

/** The page is loaded again, with what the last one has kept. */
async function again({ server, keep }: Bench): Promise<Bench> {
	const drafts = [...keep.drafts.values()];
	const bench = served(server.rows, { drafts, requests: [...keep.requests.values()], at: server });
	await reloaded(bench);
	return bench;
}

const kept = ({ keep }: Bench) => [...keep.drafts.values()].map(({ text }) => text).toSorted();
const told = ({ desk }: Bench) =>
	desk.state
		.get()
		.troubles.map(({ text }) => text)
		.toSorted();
const both = ({ desk }: Bench) =>
	[...desk.state.get().conflicts.values()].map(({ mine, theirs }) => [mine, theirs]);

describe.each([
	["of passages that are loaded", undefined],
	["of passages that are not loaded", 1],
])("wordings of several sentences, %s,", (_, loaded) => {
	const begin = (target: readonly string[], ...drafts: KeptDraft[]) =>
		served(passages(["Noon."], target, ["Rain fell."]), {
			drafts: [draft("a", 0, "Noon.", "Noon came."), ...drafts],
			...(loaded !== undefined && { loaded }),
		});

	test("are saved like the one that is opened", async () => {
		const bench = begin(
			["The ferry left."],
			draft("b", 1, "The ferry left.", "The old ferry left."),
			draft("c", 2, "Rain fell.", "Rain fell hard."),
		);
		await reloaded(bench);
		expect(bench.texts()).toEqual([["Noon came."], ["The old ferry left."], ["Rain fell hard."]]);
		expect([bench.editor.text, kept(bench)]).toEqual(["Noon came.", []]);
		expect(bench.desk.state.get()).toMatchObject({ unsaved: false, restored: new Map() });
	});

	test("are merged with what others wrote", async () => {
		const bench = begin(
			["The bell rang at noon."],
			draft("b", 1, "The bell rang at noon.", "The bell rang at dusk."),
		);
		bench.other(edit("b", "A bell rang at noon."));
		await reloaded(bench);
		expect([bench.texts()[1], kept(bench)]).toEqual([["A bell rang at dusk."], []]);
	});

	test("stand beside others' same words until somebody decides, after another reload too", async () => {
		const begun = begin(["The gate was shut."], draft("b", 1, "The gate was shut.", "The gate was open."));
		begun.other(edit("b", "The gate was locked."));
		await reloaded(begun);
		for (const bench of [begun, await again(begun)]) {
			expect(both(bench)).toEqual([["The gate was open.", "The gate was locked."]]);
			expect([bench.texts()[1], kept(bench)]).toEqual([["The gate was locked."], ["The gate was open."]]);
			expect(bench.desk.state.get().unsaved).toBe(true);
		}
	});

	test("go into the whole of a sentence that was joined", async () => {
		const bench = begin(["Fog lay.", "Ice came."], draft("c", 1, "Ice came.", "Thick ice came."));
		bench.other(join("b", "c"));
		await reloaded(bench);
		expect([bench.texts()[1], kept(bench), told(bench)]).toEqual([["Fog lay. Thick ice came."], [], []]);
	});

	test("go into the halves of a sentence that was divided", async () => {
		const bench = begin(
			["Ice came. Fog lay."],
			draft("b", 1, "Ice came. Fog lay.", "Ice came. Wet fog lay."),
		);
		bench.other(split("b", 10));
		await reloaded(bench);
		expect([bench.texts()[1], kept(bench), told(bench)]).toEqual([["Ice came. ", "Wet fog lay."], [], []]);
	});

	test("of sentences that are gone are all shown and kept, until they are thrown away", async () => {
		const begun = begin(
			["Mud.", "Sand.", "Clay."],
			draft("c", 1, "Sand.", "Sand lay."),
			draft("d", 1, "Clay.", "Clay lay."),
		);
		remove(begun, "c");
		remove(begun, "d");
		await reloaded(begun);
		const bench = await again(begun);
		for (const one of [begun, bench]) {
			expect([told(one), kept(one)]).toEqual([
				["Clay lay.", "Sand lay."],
				["Clay lay.", "Sand lay."],
			]);
			expect(one.desk.state.get().unsaved).toBe(true);
		}
		bench.desk.settlement.dismiss(idOf("c"));
		await bench.rest();
		expect([told(bench), kept(bench)]).toEqual([["Clay lay."], ["Clay lay."]]);
	});

	test("go on from what was sent without an answer, and hold both people's words", async () => {
		const request: KeptRequest = {
			key: "k",
			turn: 1,
			change: { kind: "operation", operation: edit("b", "The ferry left at dusk.") },
			passage: idOf("row1"),
			stand: -1,
			before: "The ferry left at noon.",
			tried: true,
		};
		const later = {
			...draft("b", 1, "The ferry left at dusk.", "The ferry left at dusk, late."),
			version: -1,
		};
		const bench = served(passages(["Noon."], ["The ferry left at noon."]), {
			drafts: [draft("a", 0, "Noon.", "Noon came."), later],
			requests: [request],
			...(loaded !== undefined && { loaded }),
		});
		bench.other(edit("b", "The boat left at noon."));
		await reloaded(bench);
		expect([bench.texts()[1], kept(bench)]).toEqual([["The boat left at dusk, late."], []]);
	});

	test("go on from what was sent and answered when the page died", async () => {
		const later = {
			...draft("b", 1, "The ferry left at dusk.", "The ferry left at dusk, late."),
			version: -1,
		};
		const bench = begin(["The ferry left at noon."], later, draft("c", 2, "Rain fell.", "Rain fell hard."));
		bench.other(edit("b", "The ferry left at dusk."));
		await reloaded(bench);
		expect(bench.texts().slice(1)).toEqual([["The ferry left at dusk, late."], ["Rain fell hard."]]);
		expect(kept(bench)).toEqual([]);
	});

	test("are put into empty renderings", async () => {
		const bench = begin([], { ...draft("new", 1, "", "Fog lay."), version: 0, isNew: true });
		await reloaded(bench);
		expect([bench.texts()[1], kept(bench), told(bench)]).toEqual([["Fog lay."], [], []]);
	});

	test("that were suggested are sent as suggestions, or shown", async () => {
		const post = vi.fn(async () =>
			Response.json({ key: "refusals.segment-gone", values: {} }, { status: 422 }),
		);
		vi.stubGlobal("fetch", post);
		const suggested = {
			...draft("b", 1, "The ferry left.", "The old ferry left."),
			suggested: true,
		} as const;
		const bench = begin(["The ferry left."], suggested);
		await reloaded(bench);
		expect([post.mock.calls.length, told(bench), kept(bench)]).toEqual([
			1,
			["The old ferry left."],
			["The old ferry left."],
		]);
		expect(bench.texts()).toEqual([["Noon came."], ["The ferry left."], ["Rain fell."]]);
	});
});

test("a wording of a passage that is gone, in which it would be the first, is shown and kept", async () => {
	const bench = served(passages(["Noon."]), {
		drafts: [
			draft("a", 0, "Noon.", "Noon came."),
			{ ...draft("new", 7, "", "Fog lay."), version: 0, isNew: true },
		],
	});
	await reloaded(bench);
	expect([bench.texts(), told(bench), kept(bench)]).toEqual([[["Noon came."]], ["Fog lay."], ["Fog lay."]]);
});

test("what is typed beside another's same words is not taken for a decision by the next page", async () => {
	const bench = served(passages(["The ferry left at noon."], ["Fog."]));
	bench.enter("a");
	bench.server.reachable = false;
	bench.type("The ferry left at dusk.");
	await bench.rest();
	bench.other(edit("a", "The ferry left at nine."));
	await bench.back();
	const theirs = "The ferry left at nine.";
	expect(both(bench)).toEqual([["The ferry left at dusk.", theirs]]);
	bench.type("The old ferry left at dusk.");
	await bench.rest();
	const next = await again(bench);
	expect(both(next)).toEqual([["The old ferry left at dusk.", theirs]]);
	next.type("The old ferry left at dusk, late.");
	await next.rest();
	next.enter("b");
	next.enter("a");
	next.type("The old ferry left at dusk, too late.");
	await next.rest();
	const last = await again(next);
	expect(both(last)).toEqual([["The old ferry left at dusk, too late.", theirs]]);
	expect(last.texts()[0]).toEqual([theirs]);
	last.desk.settlement.decide(idOf("a"), "mine");
	await last.rest();
	expect([last.texts()[0], kept(last)]).toEqual([["The old ferry left at dusk, too late."], []]);
});

test("what was typed in a sentence before the older wording of it was found stands beside that one", async () => {
	const bench = served(passages(["The ferry left at noon."]), {
		drafts: [draft("a", 0, "The ferry left at noon.", "The ferry left at dusk.")],
	});
	bench.enter("a");
	bench.type("The ferry left at nine.");
	await bench.restored();
	await bench.rest();
	expect(both(bench)).toEqual([["The ferry left at nine.", "The ferry left at dusk."]]);
	expect(bench.texts()).toEqual([["The ferry left at dusk."]]);
});
