import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { insertRendering } from "#app/_workbench/store/term-actions.ts";
import { termsOfRow } from "#app/_workbench/store/terms-of-row.ts";
import type { RowWindow } from "#app/_workbench/sync/wire.ts";
import { compileTerms } from "#lib/core/terms/matcher.ts";
import type { RenderingStatus, Term } from "#lib/core/terms/term.ts";
import { head, row } from "./rows.ts";

const rendering = (text: string, status: RenderingStatus) => ({
	text,
	status,
	note: "",
	authority: "",
	alwaysWrong: false,
});
const term = (simplified: string, traditional: string, ...renderings: Term["renderings"]): Term => ({
	id: simplified,
	simplified,
	traditional,
	domain: "harbour",
	note: "",
	renderings,
});

const wharf = term("码头", "碼頭", rendering("wharf", "preferred"), rendering("dock", "forbidden"));
const customs = term(
	"海关",
	"海關",
	rendering("customs house", "preferred"),
	rendering("customs", "allowed"),
);
const matcher = compileTerms([wharf, customs]);

describe("the terms of a passage", () => {
	test("are those of its source in either script, once each, with what its rendering uses of them", () => {
		const passage = row(
			0,
			["碼頭旁邊是海關。", "码头很长。"],
			["Beside the docks stands the customs house."],
		);
		const found = termsOfRow(passage, matcher);
		expect(found.map(({ term: { id }, written }) => [id, written])).toEqual([
			["码头", "碼頭"],
			["海关", "海關"],
		]);
		expect(found.map(({ used }) => [...used].map(({ text }) => text).toSorted())).toEqual([
			["dock"],
			["customs", "customs house"],
		]);
	});

	test("are none where the source names none", () => {
		expect(termsOfRow(row(0, ["灯塔亮了。"], ["The wharf is lit."]), matcher)).toEqual([]);
	});
});

function workbench(target: string) {
	const rows: RowWindow = {
		headNumber: 1,
		orderNumber: 1,
		total: 1,
		offset: 0,
		rows: [row(0, ["码头旁边是海关。"], [target])],
	};
	const answers = { version: 3, terms: [wharf, customs] };
	let away = false;
	const read = async <Body>(path: string) => {
		if (away) throw new Error("away");
		return (path.endsWith("/terms") ? answers : rows) as Body;
	};
	const goAway = () => {
		away = true;
	};
	const desk = new Desk({
		head: head(1),
		window: rows,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read,
	});
	let text = "";
	const selection = { from: 0, to: 0 };
	const editor = {
		caret: 0,
		isComposing: false,
		selectedRange: selection,
		get text() {
			return text;
		},
		open: (opened: { text: string }) => {
			text = opened.text;
		},
		put: (start: number, end: number, put: string) => {
			text = text.slice(0, start) + put + text.slice(end);
		},
		focus() {},
		blur() {},
	};
	desk.editor = editor as unknown as SegmentEditor;
	const said: string[] = [];
	desk.say = (key) => said.push(key);
	desk.open(null);
	return { desk, goAway, answers, said, editor, selection };
}

beforeEach(() => {
	vi.stubGlobal("fetch", async () => new Response(null, { status: 503, headers: { "retry-after": "60" } }));
});
afterEach(() => vi.unstubAllGlobals());

describe("the glossary at the workbench", () => {
	test("is compiled anew only when it is another one", async () => {
		const { desk, answers } = workbench("The wharf is here.");
		await desk.terms.reload();
		const first = desk.state.get().terms;
		expect(first).toMatchObject({ version: 3, domains: ["harbour"] });
		await desk.terms.reload();
		expect(desk.state.get().terms).toBe(first);
		answers.version = 4;
		await desk.terms.reload();
		expect(desk.state.get().terms?.version).toBe(4);
	});

	test("stays as it is where it cannot be read again", async () => {
		const { desk, goAway } = workbench("The wharf is here.");
		await desk.terms.reload();
		goAway();
		await desk.terms.reload();
		expect(desk.state.get().terms?.version).toBe(3);
	});

	test("gives the rendering of the first term that is not rendered yet, at the caret", async () => {
		const { desk, editor, selection, said } = workbench("The wharf is beside the .");
		await desk.terms.reload();
		Object.assign(selection, { from: 24, to: 24 });
		actions.insertTerm(desk);
		expect(editor.text).toBe("The wharf is beside the customs house.");
		expect(said).toEqual([]);
	});

	test("says so where every term is rendered; what is forbidden renders none", async () => {
		const done = workbench("The wharf is beside the customs house.");
		await done.desk.terms.reload();
		actions.insertTerm(done.desk);
		expect(done.said).toEqual(["noTermLeft"]);
		const wrong = workbench("The dock is beside the customs house.");
		await wrong.desk.terms.reload();
		Object.assign(wrong.selection, { from: 4, to: 8 });
		actions.insertTerm(wrong.desk);
		expect(wrong.editor.text).toBe("The wharf is beside the customs house.");
	});

	test.each([
		["Beside stands", 6, "Beside customs house stands"],
		["Beside", 6, "Beside customs house"],
		["(stands)", 1, "(customs house stands)"],
		["", 0, "customs house"],
	])("a rendering put into %j at %i stands apart from the words around it", (text, at, after) => {
		const { desk, editor, selection } = workbench(text);
		Object.assign(selection, { from: at, to: at });
		insertRendering(desk, "customs house");
		expect(editor.text).toBe(after);
	});

	test("is left for by its action", () => {
		const { desk } = workbench("The wharf is here.");
		const visited: string[] = [];
		desk.visit = (address) => visited.push(address);
		actions.glossary(desk);
		expect(visited).toEqual(["/projects/project000001/glossary"]);
	});
});
