/** What one person writes without a network, while another works on the same sentence. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { idOf, passages, served } from "./served.ts";

beforeAll(() => import("#app/_workbench/store/carry-along.ts")); // it comes late, and clocks stand still below
beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

const edit = (name: string, version: number, text: string) => ({
	type: "edit",
	segment: idOf(name),
	version,
	text,
});

const join = (versions: readonly [number, number]) => ({
	type: "join",
	v: 1,
	segments: [idOf("a"), idOf("b")],
	versions,
	separator: " ",
	as: null,
});
const split = (at: number, version = 1) => ({
	type: "split",
	v: 1,
	segment: idOf("a"),
	version,
	at,
	draftAt: at,
	id: idOf("cut"),
	separator: "",
	as: null,
});

describe("a sentence that one has left before somebody else's wording was known", () => {
	const begin = () => served(passages(["The ferry left the old pier at noon."], ["Fog."]));

	/** The server was tried with the first wording only. */
	async function writtenTwice() {
		const bench = begin();
		bench.enter("a");
		bench.server.reachable = false;
		bench.type("The ferry left the old pier at dusk.");
		await bench.rest();
		bench.type("The ferry left the old pier at dusk, late.");
		bench.enter("b");
		return bench;
	}

	test("holds both people's words afterwards, and going back there takes none of them away", async () => {
		const { desk, editor, server, enter, type, other, back, rest, texts, keep } = begin();
		enter("a");
		server.reachable = false;
		type("The ferry left the old pier at dusk.");
		enter("b");
		other(edit("a", 1, "The boat left the old pier at noon."));
		await back();
		expect(texts()[0]).toEqual(["The boat left the old pier at dusk."]);
		expect([desk.state.get().unsaved, [...keep.drafts.keys()]]).toEqual([false, []]);
		enter("a");
		expect(editor.text).toBe("The boat left the old pier at dusk.");
		await rest();
		expect(texts()[0]).toEqual(["The boat left the old pier at dusk."]);
	});

	test("holds what was typed last, not only what was tried first", async () => {
		const { desk, other, back, texts, said } = await writtenTwice();
		other(edit("a", 1, "The boat left the old pier at noon."));
		await back();
		expect(texts()[0]).toEqual(["The boat left the old pier at dusk, late."]);
		expect([desk.state.get().unsaved, said]).toEqual([false, ["merged"]]);
	});

	test("shows what was typed last where both changed the same words", async () => {
		const { desk, other, back, keep } = await writtenTwice();
		other(edit("a", 1, "The ferry left the old pier at nine."));
		await back();
		const mine = "The ferry left the old pier at dusk, late.";
		expect(desk.state.get().conflicts.get(idOf("a"))).toMatchObject({ mine });
		expect(keep.drafts.get(idOf("a"))).toMatchObject({ text: mine });
	});
});

describe.each([
	["before one is told of it", false],
	["after one was told of it", true],
])(
	"what was written without a network in a sentence that somebody joined meanwhile, sent %s,",
	(_, heardFirst) => {
		const begin = () => served(passages(["The ferry left at noon.", "Fog lay on the pier."], ["Rain."]));

		test.each([
			["b", "Thick fog lay on the pier.", "The ferry left at noon. Thick fog lay on the pier."],
			["b", "Fog lay on the pier all day.", "The ferry left at noon. Fog lay on the pier all day."],
			["a", "The ferry left at dusk.", "The ferry left at dusk. Fog lay on the pier."],
			["a", "The ferry left at noon, late!", "The ferry left at noon, late! Fog lay on the pier."],
		])("%s: %s is in the whole", async (name, text, whole) => {
			const { desk, server, enter, type, other, back, texts, keep } = begin();
			enter(name);
			server.reachable = false;
			type(text);
			enter("c");
			other(join([1, 1]));
			await back(heardFirst);
			expect(texts()[0]).toEqual([whole]);
			expect(desk.state.get()).toMatchObject({ troubles: [], unsaved: false, sync: { kind: "saved" } });
			expect([desk.state.get().conflicts.size, keep.drafts.size, keep.requests.size]).toEqual([0, 0, 0]);
		});

		test("is in the whole, the last of it too, with the caret where it was", async () => {
			const { desk, editor, server, enter, type, other, back, rest, texts, keep } = begin();
			enter("b");
			server.reachable = false;
			type("Thick fog lay on the pier.");
			await rest();
			type("Thick fog lay on the old pier.", 21);
			other(join([1, 1]));
			await back(heardFirst);
			expect(texts()[0]).toEqual(["The ferry left at noon. Thick fog lay on the old pier."]);
			expect([editor.text, editor.caret]).toEqual([texts()[0]?.[0], 24 + 21]);
			expect(desk.state.get().place?.segment).toBe(idOf("a"));
			expect([desk.typing.open?.segment, keep.drafts.size]).toEqual([idOf("a"), 0]);
		});

		test("in both its sentences is in the whole", async () => {
			const { server, enter, type, other, back, texts } = begin();
			server.reachable = false;
			enter("a");
			type("The ferry left at dusk.");
			enter("b");
			type("Thick fog lay on the pier.");
			enter("c");
			other(join([1, 1]));
			await back(heardFirst);
			expect(texts()[0]).toEqual(["The ferry left at dusk. Thick fog lay on the pier."]);
		});

		test("is in the whole that was corrected since, beside what was corrected before and after", async () => {
			const { said, server, enter, type, other, back, texts } = begin();
			enter("b");
			server.reachable = false;
			type("Fog lay on the pier all day.");
			enter("c");
			other(edit("b", 1, "Mist lay on the pier."));
			other(join([1, 2]));
			other(edit("a", 3, "A ferry left at noon. Mist lay on the pier."));
			await back(heardFirst);
			expect(texts()[0]).toEqual(["A ferry left at noon. Mist lay on the pier all day."]);
			expect(said).toEqual(["carriedAlong"]);
		});

		test("is kept to be copied where somebody chose other words for the same", async () => {
			const { desk, server, enter, type, other, back, texts, keep } = begin();
			enter("b");
			server.reachable = false;
			type("Thick fog lay on the pier.");
			enter("c");
			other(edit("b", 1, "Mist lay on the pier."));
			other(join([1, 2]));
			await back(heardFirst);
			expect(texts()[0]).toEqual(["The ferry left at noon. Mist lay on the pier."]);
			expect(desk.state.get().troubles).toMatchObject([{ text: "Thick fog lay on the pier." }]);
			expect(keep.drafts.get(idOf("b"))).toMatchObject({ text: "Thick fog lay on the pier." });
		});
	},
);

describe("what was written without a network in a sentence that somebody divided meanwhile", () => {
	const text = "The ferry left at noon. Fog lay on the pier.";
	const begin = () => served(passages([text], ["Rain."]));

	test.each([
		["The ferry left at dusk. Fog lay on the pier.", ["The ferry left at dusk. ", "Fog lay on the pier."]],
		[
			"The ferry left at noon. Thick fog lay on the pier.",
			["The ferry left at noon. ", "Thick fog lay on the pier."],
		],
		["A ferry left at noon. Fog lay on every pier.", ["A ferry left at noon. ", "Fog lay on every pier."]],
	])("%s: is in the halves", async (mine, halves) => {
		const { desk, server, enter, type, other, back, texts, keep } = begin();
		enter("a");
		server.reachable = false;
		type(mine);
		enter("b");
		other(split(24));
		await back();
		expect(texts()[0]).toEqual(halves);
		expect(desk.state.get()).toMatchObject({ troubles: [], unsaved: false });
		expect([desk.state.get().conflicts.size, keep.drafts.size]).toEqual([0, 0]);
	});

	test("goes on in the half that the caret is in", async () => {
		const { desk, editor, server, enter, type, other, back, texts } = begin();
		enter("a");
		server.reachable = false;
		type("A ferry left at noon. Thick fog lay on the pier.", 27);
		other(split(24));
		await back();
		expect(texts()[0]).toEqual(["A ferry left at noon. ", "Thick fog lay on the pier."]);
		expect([editor.text, editor.caret]).toEqual(["Thick fog lay on the pier.", 5]);
		expect(desk.typing.open?.segment).toBe(idOf("cut"));
	});

	test.each([
		["put in where the cut is", "The ferry left at noon. Rain fell. Fog lay on the pier."],
		["written across the cut", "The ferry left at night in a thick mist of the pier."],
	])("is shown beside theirs where it was %s", async (_, mine) => {
		const { desk, server, enter, type, other, back, texts } = begin();
		enter("a");
		server.reachable = false;
		type(mine);
		enter("b");
		other(split(24));
		await back();
		expect(texts()[0]).toEqual(["The ferry left at noon. ", "Fog lay on the pier."]);
		expect(desk.state.get().conflicts.get(idOf("a"))).toMatchObject({ mine });
	});
});

describe("what an earlier page left on the device", () => {
	const draft = {
		segment: idOf("b"),
		passage: idOf("row0"),
		version: 1,
		base: "Fog.",
		text: "Thick fog.",
		at: 0,
		isNew: false,
	};
	const request = {
		key: "k",
		turn: 1,
		change: { kind: "operation", operation: edit("b", 1, "Thick fog.") },
		passage: idOf("row0"),
		stand: -1,
		before: "Fog.",
		tried: true,
	} as const;

	test.each([
		["typed and never sent", { drafts: [draft] }],
		["sent without an answer", { requests: [request] }],
		["typed, and sent without an answer", { drafts: [draft], requests: [request] }],
	])("of a sentence that is joined by now is put into the whole: %s", async (_, left) => {
		const { desk, rest, other, texts, restored, keep } = served(passages(["Noon.", "Fog."]), left);
		other(join([1, 1]));
		await restored();
		await rest();
		expect(texts()).toEqual([["Noon. Thick fog."]]);
		expect([desk.state.get().troubles, keep.drafts.size, keep.requests.size]).toEqual([[], 0, 0]);
	});

	test("of a sentence that is open, and was reworded meanwhile, stands beside the other's words", async () => {
		const left = {
			...request,
			before: "The fog.",
			change: { ...request.change, operation: edit("a", 1, "The thick fog.") },
		};
		const { editor, desk, rest, other, texts, restored } = served(passages(["The fog."]), {
			requests: [left],
		});
		other(edit("a", 1, "The fog today."));
		desk.open(null);
		await restored();
		await rest();
		expect([texts(), editor.text]).toEqual([[["The thick fog today."]], "The thick fog today."]);
	});

	test.each([
		["typed and never sent", true, false],
		["sent without an answer", false, true],
		["typed, and sent without an answer", true, true],
	])("of a sentence that is divided by now is put into its halves: %s", async (_, typed, sent) => {
		const base = "Noon came. Fog.";
		const mine = "Noon came. Fog. Rain.";
		const { desk, rest, other, texts, restored, keep } = served(passages([base]), {
			drafts: typed ? [{ ...draft, segment: idOf("a"), base, text: mine }] : [],
			requests: sent
				? [{ ...request, before: base, change: { kind: "operation", operation: edit("a", 1, mine) } }]
				: [],
		});
		other(split(11));
		desk.open(null);
		await restored();
		await rest();
		expect(texts()).toEqual([["Noon came. ", "Fog. Rain."]]);
		expect(desk.state.get()).toMatchObject({ troubles: [], conflicts: new Map() });
		expect([keep.drafts.size, keep.requests.size]).toEqual([0, 0]);
	});
});
