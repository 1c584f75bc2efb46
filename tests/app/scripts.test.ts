/** Finding, findings and the view in the other script, without a screen. */
import { afterEach, describe, expect, test, vi } from "vitest";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { askToDismiss, goToFinding } from "#app/_workbench/store/finding-queue.ts";
import { placesFound } from "#app/_workbench/store/found-places.ts";
import { toggleDisplay } from "#app/_workbench/store/other-script.ts";
import { goToAttention } from "#app/_workbench/store/travel.ts";
import { edit } from "#app/_workbench/sync/compose.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import type { OperationBody, RowWindow, WireRow } from "#app/_workbench/sync/wire.ts";
import type { WireSearch } from "#lib/core/document/wire.ts";
import { contentOf } from "#lib/core/qa/fingerprint.ts";
import { plainSettings } from "#lib/core/qa/settings.ts";
import type { WireFindings } from "#lib/core/qa/wire.ts";
import { outline } from "./outlines.ts";
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
		findings: {
			headNumber: 1,
			unread: 0,
			counting: { left: 5, total: 5 },
			total: 0,
			dismissed: 0,
			counts: [],
			checks: {},
			passages: [],
			more: 0,
			settings: plainSettings,
		} as WireFindings,
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
			editor.from = null;
		},
		from: null as number | null,
		select(start: number, end: number) {
			editor.from = start;
			editor.caret = end;
		},
		get selectedRange() {
			return { from: editor.from ?? editor.caret, to: editor.caret };
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

	test("ends with the match selected, but where the caret was put elsewhere meanwhile", async () => {
		const { desk, answers, editor } = workbench();
		answers.search = found([3, "t", 10]);
		for (const [caret, selected] of [
			[null, [10, 18]],
			[4, [4, 4]],
		] as const) {
			desk.finder.open();
			desk.finder.look("standard");
			await desk.finder.step(1);
			if (caret !== null) editor.caret = caret;
			desk.finder.close();
			const { from, to } = editor.selectedRange;
			expect([from, to]).toEqual(selected);
		}
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
		expect(placesFound(desk.state.get().find ?? { found: null })).toEqual([]);
	});
});

describe("findings", () => {
	async function checked(permissions?: readonly string[], told: Partial<WireFindings> = {}) {
		const bench = workbench(permissions);
		bench.answers.findings = { ...bench.answers.findings, ...told };
		const ending = new AbortController();
		bench.desk.findings.begin(ending.signal);
		await vi.waitFor(() => expect(bench.desk.state.get().findings).not.toBeNull(), { timeout: 10_000 });
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
		expect(of(3).map(({ check }) => check)).toEqual(["stale-link"]);
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

	/** What the server keeps of the second row: one finding of a check that the browser cannot make. */
	const kept = (dismissed: boolean): WireFindings["passages"][number] => ({
		id: "row1",
		index: 1,
		content: contentOf({
			source: [{ id: "s1.0", text: "標准很高" }],
			target: [{ id: "t1.0", text: "The standard is high" }],
		}),
		findings: [
			{
				check: "english",
				key: "spelling",
				severity: "minor",
				side: "target",
				segment: "t1.0",
				start: 4,
				end: 12,
				values: { found: "standard", suggestion: "none" },
				fix: null,
				fingerprint: "0".repeat(32),
				dismissal: dismissed
					? { id: "d", reason: "intended", note: "", by: "Ana", at: "2026-01-01T00:00:00.000Z" }
					: null,
			},
		],
	});

	test("are as the server keeps them while the texts are those that it looked at", async () => {
		const { desk, of } = await checked(undefined, { counting: null, passages: [kept(false)] });
		expect([1, 3].map((index) => of(index).map(({ check }) => check))).toEqual([["english"], []]);
		const second = desk.data.rows.at(1);
		if (second) desk.data.push(edit("s1.0", 1, "標准更高"), "row1", "標准很高");
		expect(of(1).map(({ check }) => check)).toContain("script-slip");
	});

	test("are absent where somebody dismissed them, and told with who did", async () => {
		const { desk, of } = await checked(undefined, { counting: null, passages: [kept(true)] });
		expect(of(1)).toEqual([]);
		const second = desk.data.rows.at(1);
		expect(second && desk.findings.dismissedOf(second)).toMatchObject([{ dismissal: { by: "Ana" } }]);
	});

	test("are asked about where the caret is, else from the first of the passage on", async () => {
		const [word] = kept(false).findings;
		if (!word) throw new Error("no finding");
		const findings = [word, { ...word, start: 16, end: 20, values: { found: "high", suggestion: "none" } }];
		const { desk, editor } = await checked(undefined, {
			counting: null,
			passages: [{ ...kept(false), findings }],
		});
		const second = desk.data.rows.at(1);
		if (second) desk.go(desk.placeIn(second));
		const asked = [18, 20, 4, 13].map((caret) => {
			editor.caret = caret;
			askToDismiss(desk);
			return desk.state.get().dismissAt;
		});
		expect(asked).toEqual(["english t1.0 16", "english t1.0 16", "english t1.0 4", null]);
		expect(desk.state.get().dismissing).toBe(4);
	});

	test("are gone through one by one, all or those of a check, from the last to the first", async () => {
		const { desk, at, said } = await checked();
		await goToFinding(desk, 1);
		await goToFinding(desk, 1);
		expect(at()).toBe(3);
		await goToFinding(desk, 1);
		expect(at()).toBe(1);
		desk.state.set({ findingQueue: { check: "stale-link", severity: null } });
		await goToFinding(desk, 1);
		expect([at(), said]).toEqual([1, ["noFindings"]]);
	});

	test("what has any needs attention, though every link is confirmed and every rendering reviewed", async () => {
		const { desk, at, said } = await checked();
		desk.overview.setLetters(outline("rrrrr", { links: "ccccc" }));
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
