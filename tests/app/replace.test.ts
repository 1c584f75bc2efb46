/** Replacing what is found, and what the project remembers of a source, without a screen. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { withMarksOf } from "#app/_workbench/store/elsewhere.ts";
import { anyhow, lettersOf, optionsOf, queryOf } from "#app/_workbench/store/find-options.ts";
import { editsOf, planReplacement } from "#app/_workbench/store/replace-plan.ts";
import { replaceHere } from "#app/_workbench/store/replacer.ts";
import { planSameWording } from "#app/_workbench/store/same-source.ts";
import type { RowWindow } from "#app/_workbench/sync/wire.ts";
import type { WireElsewhere, WireHits, WireSearch } from "#lib/core/document/wire.ts";
import { markOf } from "#lib/core/formats/marked-text.ts";
import { compilePattern, isProblem, type Pattern } from "#lib/core/search/pattern.ts";
import { head, row } from "./rows.ts";

function pattern(text: string, regex = false): Pattern {
	const compiled = compilePattern({ text, regex, matchCase: false, wholeWord: false });
	if (isProblem(compiled)) throw new Error(compiled.problem);
	return compiled;
}

/** What the server finds in renderings. */
function hits(texts: readonly string[], by: Pattern, state = "draft" as const): WireHits["passages"] {
	return texts.map((text, i) => ({
		id: `row${i}`,
		index: i,
		state: i === 1 ? "approved" : state,
		segments: [{ id: `t${i}.0`, side: "target", version: 1, text, places: by.find(text) }],
	}));
}

const none = new Set<never>();

test("a plan has every place with what comes there, and the ticked ones become one new text each", () => {
	const by = pattern("(old) (office|bureau)", true);
	const { passages } = planReplacement(
		hits(["An old office, the old bureau.", "Old office."], by),
		by,
		"$2",
		none,
	);
	expect(passages.map(({ changes }) => changes.map(({ after }) => after))).toEqual([
		["office", "bureau"],
		["office"],
	]);
	const second = passages[0]?.changes[1]?.key;
	expect(editsOf(passages, ({ key }) => key !== second)).toEqual({
		side: "target",
		edits: [
			["t0.0", 1, "An office, the old bureau."],
			["t1.0", 1, "office."],
		],
		hits: new Map([
			["t0.0", 1],
			["t1.0", 1],
		]),
	});
});

test("passages in a state that is left out, places that read so already, and codes in the way are told apart", () => {
	const by = pattern("office");
	const texts = ["The Office.", "The office.", `The off${markOf(3)}ice.`];
	const plan = planReplacement(hits(texts, by), by, "Office", new Set(["approved" as const]));
	expect(plan).toMatchObject({ leftOut: 1, same: 1 });
	expect(plan.passages.map(({ changes }) => changes.map(({ held }) => held))).toEqual([["codes"]]);
	expect(editsOf(plan.passages, () => true).edits).toEqual([]);
});

test.each([
	["", "text", "text"],
	["old", "new", "new"],
	[`${markOf(1)}old${markOf(2)}`, "new", `${markOf(1)}new${markOf(2)}`],
	[`a ${markOf(1)}b${markOf(2)} c`, "new", `new${markOf(1)}${markOf(2)}`],
])("a rendering put in the place of %j keeps the inline codes", (before, text, expected) => {
	expect(withMarksOf(before, text)).toBe(expected);
});

test("passages with the same source are planned in the wording of this one, each with its own texts", () => {
	const same: WireElsewhere["same"] = [
		{ id: "row5", index: 5, state: "draft", target: [{ id: "t5.0", version: 2, text: "Other." }] },
		{ id: "row6", index: 6, state: "draft", target: [{ id: "t6.0", version: 2, text: "Mine." }] },
	];
	const passages = planSameWording(
		{ passage: "row0", renderings: [], same, twins: 2 },
		row(0, ["同。"], ["Mine."]),
	);
	expect(editsOf(passages, () => true).edits).toEqual([["t5.0", 2, "Mine."]]);
});

test.each([
	[anyhow, ""],
	[{ regex: true, matchCase: true, wholeWord: true, side: "source" as const }, "rcws"],
	[{ ...anyhow, side: "target" as const }, "t"],
])("how a text is looked for (%j) is %j in the address", (options, letters) => {
	expect(lettersOf(options)).toBe(letters);
	expect(optionsOf(letters)).toEqual(options);
	expect(queryOf("a&b", options)).toContain("text=a%26b");
});

/** A workbench whose server finds "the" wherever it is by then, and whose editor is paper. */
function workbench(renderings: readonly string[]) {
	const rows = renderings.map((text, i) => row(i, ["原文。"], [text]));
	const window: RowWindow = { headNumber: 1, orderNumber: 1, total: rows.length, offset: 0, rows };
	const said: string[] = [];
	const answers: Partial<Record<string, unknown>> = {};
	const desk: Desk = new Desk({
		head: head(rows.length),
		window,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string): Promise<Body> => {
			const known = Object.keys(answers).find((part) => path.includes(part));
			if (known) return answers[known] as Body;
			if (!path.includes("/search?")) return window as Body;
			const by = pattern(new URLSearchParams(path.split("?")[1]).get("text") ?? "");
			const passages = [...desk.data.rows.rows()].map(({ id, index, target }) => {
				const matches = target.map((s) => ({ segment: s.id, places: by.find(s.text) }));
				return { id, index, count: 0, matches: matches.filter(({ places }) => places.length > 0) };
			});
			const found: WireSearch = {
				total: 0,
				passages: passages.filter(({ matches }) => matches.length > 0),
				more: 0,
			};
			return found as Body;
		},
	});
	const editor = {
		text: "",
		caret: 0,
		selected: "",
		isComposing: false,
		open({ text }: { text: string }) {
			editor.text = text;
		},
		replace(text: string) {
			editor.text = text;
		},
		put(start: number, end: number, text: string) {
			editor.text = editor.text.slice(0, start) + text + editor.text.slice(end);
			desk.typed(editor.text);
		},
		mark: () => undefined,
		focus: () => undefined,
		blur: () => undefined,
	};
	desk.editor = editor as unknown as SegmentEditor;
	desk.say = (key) => said.push(key);
	desk.open(null);
	const posted: { type: string; text?: string; segment?: string; version?: number }[] = [];
	vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
		const { operation } = JSON.parse(String(init.body)) as { operation: (typeof posted)[number] };
		posted.push(operation);
		const number = posted.length + 1;
		const changed = [...desk.data.rows.rows()].filter(({ target }) => target[0]?.id === operation.segment);
		const now = changed.map((one) => ({
			...one,
			target: one.target.map((s) => ({ ...s, text: operation.text ?? s.text, version: number })),
		}));
		return Response.json({
			number,
			headNumber: number,
			orderNumber: 1,
			replaced: now.map(({ id }) => id),
			rows: now,
			reload: false,
		});
	});
	return { desk, editor, said, posted, answers };
}

const texts = (desk: Desk) => [...desk.data.rows.rows()].map(({ target }) => target[0]?.text);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test("replacing goes from place to place, and never into what it has put in", async () => {
	const { desk, posted } = workbench(["the cat and the dog", "nothing", "the end"]);
	desk.finder.openReplace();
	desk.finder.look("the");
	desk.state.set({ replacement: "the the" });
	for (let i = 0; i < 4; i++) await replaceHere(desk);
	await desk.data.queue.whenIdle();
	expect(texts(desk)).toEqual(["the the cat and the the dog", "nothing", "the the end"]);
	expect(posted.map(({ type }) => type)).toEqual(["edit", "edit", "edit"]);
});

test("a place that holds inline codes is passed over, and that is said", async () => {
	const { desk, said } = workbench([`the c${markOf(0)}at`, "a cat"]);
	desk.finder.openReplace();
	desk.finder.look("cat");
	desk.state.set({ replacement: "dog" });
	for (let i = 0; i < 3; i++) await replaceHere(desk);
	await desk.data.queue.whenIdle();
	expect(texts(desk)).toEqual([`the c${markOf(0)}at`, "a dog"]);
	expect(said).toContain("codesInTheWay");
});

const offered = (texts: readonly string[]) => ({
	texts,
	state: "reviewed",
	by: "Ana",
	at: null,
	places: 1,
	documentId: "other",
	title: "Other",
	passage: "row9",
	here: false,
});

test("Ctrl+1 puts in a rendering of the same source as typed text, where one is offered", async () => {
	const { desk, editor, said, answers } = workbench(["First.", "Second."]);
	actions.suggestion1(desk);
	expect(said).toEqual(["noRendering"]);
	answers["/elsewhere"] = {
		passage: "row0",
		renderings: [offered(["Better."]), offered(["Two", "parts."])],
		same: [],
		twins: 0,
	};
	const ending = new AbortController();
	desk.elsewhere.begin(ending.signal);
	await vi.advanceTimersByTimeAsync(500);
	actions.suggestion1(desk);
	expect([editor.text, desk.typing.text]).toEqual(["Better.", "Better."]);
	actions.suggestion2(desk);
	expect(editor.text).toBe("Two parts.");
	ending.abort();
});

test("confirming a passage whose source others have offers them its wording, once it is saved", async () => {
	const { desk, said, answers } = workbench(["First.", "Second."]);
	const same = [
		{ id: "row1", index: 1, state: "draft", target: [{ id: "t1.0", version: 1, text: "Second." }] },
	];
	answers["/elsewhere"] = { passage: "row0", renderings: [], same, twins: 1 };
	const ending = new AbortController();
	desk.elsewhere.begin(ending.signal);
	await vi.advanceTimersByTimeAsync(500);
	await actions.confirm(desk);
	await vi.advanceTimersByTimeAsync(500);
	expect(said).toContain("sameElsewhere");
	ending.abort();
});

test("F3 looks up what is selected, and nothing else once more", () => {
	const { desk, editor } = workbench(["The County Office."]);
	editor.selected = " County Office ";
	actions.concordance(desk);
	editor.selected = "";
	actions.concordance(desk);
	expect(desk.state.get().concordance).toEqual({ text: "County Office", turn: 2 });
});
