/** Finding, findings and the view in the other script, without a screen. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/projects/[projectId]/documents/[documentId]/editor/segment-editor.ts";
import { Desk } from "#app/projects/[projectId]/documents/[documentId]/store/desk.ts";
import { toggleDisplay } from "#app/projects/[projectId]/documents/[documentId]/store/display.ts";
import { placesFound } from "#app/projects/[projectId]/documents/[documentId]/store/finder.ts";
import { memoryKeep } from "#app/projects/[projectId]/documents/[documentId]/store/kept.ts";
import { goToAttention } from "#app/projects/[projectId]/documents/[documentId]/store/travel.ts";
import type {
	OperationBody,
	RowWindow,
	WireRow,
} from "#app/projects/[projectId]/documents/[documentId]/store/wire.ts";
import type { WireFindings, WireSearch } from "#lib/core/document/wire.ts";
import { head, row } from "./rows.ts";

/** Passages in traditional characters; the second and the fourth have slips. */
const texts: readonly (readonly [string, string])[] = [
	["水渠", "The canal"],
	["標准很高", "The standard is high"],
	["皇后村", "The Queen’s village"],
	["范圍和標準", "Range and standard"],
	["結束", "The end"],
];

function workbench(permissions: readonly string[] = head(5).permissions) {
	const rows: WireRow[] = texts.map(([source, target], i) => ({
		...row(i, [source], [target]),
		link: "confirmed" as const,
		state: "reviewed" as const,
	}));
	const window: RowWindow = { headNumber: 1, orderNumber: 1, total: rows.length, offset: 0, rows };
	const origins = [{ kind: "human" as const }];
	const description = { ...head(5).description, sourceLanguage: "zh-Hant", origins };
	const posted: OperationBody[] = [];
	const searched: string[] = [];
	const said: string[] = [];
	vi.stubGlobal("fetch", async (_path: string, init: RequestInit) => {
		posted.push((JSON.parse(String(init.body)) as { operation: OperationBody }).operation);
		return new Response(null, { status: 500 });
	});
	const answers = {
		search: { total: 0, passages: [], more: 0 } as WireSearch,
		findings: { headNumber: 1, total: 0, passages: [], more: 0 } as WireFindings,
	};
	const desk = new Desk({
		head: { ...head(rows.length), description, permissions: permissions as never },
		window,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			if (path.includes("/search?")) searched.push(decodeURIComponent(path.split("text=")[1] ?? ""));
			if (path.includes("/search?")) return answers.search as Body;
			if (path.endsWith("/findings")) return answers.findings as Body;
			return window as Body;
		},
	});
	const marked: (number | null)[] = [];
	const editor = {
		text: "",
		caret: 0,
		isComposing: false,
		open({ text, caret }: { text: string; caret: number | null }) {
			editor.text = text;
			editor.caret = caret ?? text.length;
		},
		replace(text: string) {
			editor.text = text;
		},
		put(start: number, end: number, text: string) {
			editor.text = editor.text.slice(0, start) + text + editor.text.slice(end);
			desk.typed(editor.text);
		},
		mark(shown: { current: number | null } | null) {
			marked.push(shown?.current ?? null);
		},
		focus() {},
	};
	desk.openKeep(memoryKeep());
	desk.editor = editor as unknown as SegmentEditor;
	desk.say = (key) => said.push(key);
	desk.open(null);
	const at = () => desk.data.rows.indexOf(desk.state.get().place?.passage ?? "");
	return { desk, editor, answers, posted, searched, said, marked, at };
}

/** As the server answers a search for “standard” in either language: two sources, two renderings. */
const found = (...places: readonly (readonly [number, "s" | "t", number])[]): WireSearch => ({
	total: places.length,
	passages: places.map(([index, side, start]) => ({
		id: `row${index}`,
		index,
		count: 1,
		matches: [{ segment: `${side}${index}.0`, places: [{ start, end: start + 2 }] }],
	})),
	more: 0,
});

afterEach(() => vi.unstubAllGlobals());

describe("finding", () => {
	test("goes through the places in order, round the ends, and back", async () => {
		const { desk, answers, at, searched } = workbench();
		answers.search = found([1, "s", 0], [3, "t", 4], [4, "t", 0]);
		desk.finder.open();
		desk.finder.look("标准");
		const walk: number[] = [];
		for (const direction of [1, 1, 1, 1, -1, -1] as const) {
			await desk.finder.step(direction);
			walk.push(at());
		}
		expect(walk).toEqual([1, 3, 4, 1, 4, 3]);
		expect(searched).toEqual(["标准"]);
		expect(desk.state.get().find).toMatchObject({ at: 1, failed: false });
	});

	test("begins at the passage one is on", async () => {
		const { desk, answers, at } = workbench();
		answers.search = found([1, "t", 0], [3, "t", 4], [4, "t", 0]);
		const [, , third] = desk.data.rows.rows();
		if (third) desk.go(desk.placeIn(third));
		desk.finder.open();
		desk.finder.look("the");
		await desk.finder.step(1);
		expect(at()).toBe(3);
	});

	test("puts the caret at the place in a rendering, and leaves the source closed", async () => {
		const { desk, answers, editor, marked } = workbench();
		answers.search = found([1, "s", 0], [3, "t", 10]);
		desk.finder.open();
		desk.finder.look("标准");
		await desk.finder.step(1);
		expect(desk.state.get().place).toMatchObject({ passage: "row1", side: "target" });
		expect(marked.at(-1)).toBeNull();
		await desk.finder.step(1);
		expect([editor.text, editor.caret]).toEqual(["Range and standard", 10]);
		expect(marked.at(-1)).toBe(0);
	});

	test("another text forgets where one was, and an answer that comes late is not taken", async () => {
		const { desk, answers } = workbench();
		answers.search = found([1, "s", 0]);
		desk.finder.open();
		desk.finder.look("标");
		const late = desk.finder.step(1);
		desk.finder.look("标准");
		await late;
		expect(desk.state.get().find).toMatchObject({ query: "标", found: null, at: -1 });
		await desk.finder.step(1);
		expect(desk.state.get().find).toMatchObject({ query: "标准", at: 0 });
	});

	test("closing marks nothing any more", async () => {
		const { desk, answers, marked } = workbench();
		answers.search = found([1, "t", 0]);
		desk.finder.open();
		desk.finder.look("the");
		await desk.finder.step(1);
		desk.finder.close();
		expect(desk.state.get().find).toBeNull();
		expect(marked.at(-1)).toBeNull();
	});

	test("nothing found leads nowhere", async () => {
		const { desk, at } = workbench();
		desk.finder.open();
		desk.finder.look("沒有");
		await desk.finder.step(1);
		expect(at()).toBe(0);
		expect(
			placesFound(desk.state.get().find ?? { query: "", found: null, failed: false, at: -1, places: null }),
		).toEqual([]);
	});
});

describe("findings", () => {
	async function checked(permissions?: readonly string[]) {
		const bench = workbench(permissions);
		const ending = new AbortController();
		bench.desk.findings.begin(ending.signal);
		await vi.waitFor(() => expect(bench.desk.state.get().findings).not.toBeNull());
		ending.abort();
		const of = (index: number) => {
			const found = bench.desk.data.rows.at(index);
			return found ? bench.desk.findings.of(found) : [];
		};
		return { ...bench, of };
	}

	test("are known of every loaded passage at once, and the same list for the same row", async () => {
		const { desk, of } = await checked();
		expect([0, 1, 2, 3, 4].map((index) => of(index).map(({ fix }) => fix))).toEqual([
			[],
			["標準"],
			[],
			["範圍"],
			[],
		]);
		const second = desk.data.rows.at(1);
		if (second) expect(desk.findings.of(second)).toBe(desk.findings.of(second));
	});

	test("a fix is an edit of the text as it is", async () => {
		const { desk, of, posted } = await checked();
		const [finding] = of(3);
		if (finding) desk.findings.fix("row3", finding);
		await vi.waitFor(() => expect(posted).toHaveLength(1));
		expect(posted[0]).toMatchObject({ type: "edit", segment: "s3.0", version: 1, text: "範圍和標準" });
		expect(of(3)).toEqual([]);
	});

	test("a fix in the text one is typing in goes through the editor", async () => {
		const { desk, of, posted, editor } = await checked();
		const second = desk.data.rows.at(1);
		if (second) desk.go(desk.placeIn(second, "source"));
		expect(editor.text).toBe("標准很高");
		const [finding] = of(1);
		if (finding) desk.findings.fix("row1", finding);
		expect(editor.text).toBe("標準很高");
		await vi.waitFor(() => expect(posted).toHaveLength(1));
		expect(posted[0]).toMatchObject({ type: "edit", text: "標準很高" });
	});

	test("a fix for a text that is another by now is not made", async () => {
		const { desk, of, posted, said } = await checked();
		const [finding] = of(3);
		if (finding) desk.findings.fix("row3", { ...finding, start: 1, end: 3 });
		expect(said).toEqual(["findingGone"]);
		expect(posted).toEqual([]);
	});

	test("what has any needs attention, though every link is confirmed and every rendering reviewed", async () => {
		const { desk, at, said } = await checked();
		desk.overview.setLetters({ states: "rrrrr", links: "ccccc", confidences: "-----" } as never);
		await goToAttention(desk, 1);
		expect(at()).toBe(1);
		await goToAttention(desk, 1);
		expect(at()).toBe(3);
		await goToAttention(desk, 1);
		expect([at(), said]).toEqual([1, []]);
	});
});

test("the other script is a view: rows stay as they are, and asking again shows them as stored", async () => {
	const { desk } = workbench();
	const before = [...desk.data.rows.rows()];
	await toggleDisplay(desk);
	const { display } = desk.state.get();
	expect(display).toMatchObject({ side: "source", script: "zh-Hans" });
	expect(display?.show("標準和範圍")).toBe("标准和范围");
	expect([...desk.data.rows.rows()]).toEqual(before);
	await toggleDisplay(desk);
	expect(desk.state.get().display).toBeNull();
});
