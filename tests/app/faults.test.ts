/** What is marked in the text being typed, where checks and the reader of English see the same. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Desk } from "#app/_workbench/store/desk.ts";
import type { Fault } from "#app/_workbench/store/fault.ts";
import { Faults } from "#app/_workbench/store/faults.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { SwitchedOff } from "#lib/core/qa/settings.ts";

const text = "The goverment is an university.";
const spelling: Remark = { slip: "spelling", start: 4, end: 13, replacements: ["government"] };
const article: Remark = { slip: "article", start: 17, end: 19, replacements: ["a"] };

/** The page's own worker. */
class ReaderOfEnglish {
	#hear: (event: { data: object }) => void = () => undefined;
	addEventListener(type: string, hear: (event: { data: object }) => void): void {
		if (type === "message") this.#hear = hear;
	}
	postMessage({ turn }: { turn: number }): void {
		this.#hear({ data: { turn, remarks: [spelling, article] } });
	}
	terminate(): void {}
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	vi.stubGlobal("localStorage", { getItem: () => null });
	vi.stubGlobal("Worker", ReaderOfEnglish);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** As the server keeps it. */
const kept = ({ slip: key, start, end }: Remark) => ({
	check: "english",
	key,
	severity: "minor",
	side: "target",
	segment: "t",
	start,
	end,
	values: {},
	fix: null,
});

async function marksOf({
	found = [],
	dismissed = [],
	off = [],
	saved = text,
	look = vi.fn(() => ({ findings: [] })),
}: {
	found?: readonly object[];
	dismissed?: readonly object[];
	off?: readonly SwitchedOff[];
	saved?: string;
	look?: () => object;
}): Promise<string[]> {
	let asked = false;
	const shown = Promise.withResolvers<readonly Fault[]>();
	const state = {
		checks: { reading: ["english"], look },
		head: { description: { origins: [] } },
		findings: { settings: { off } },
		proofreading: true,
	};
	const row = { id: "p", source: [], target: [{ id: "t", text: saved, origin: null }] };
	const desk = {
		state: { get: () => state, set: () => undefined, subscribe: () => () => undefined },
		options: { read: async () => ({ words: [] }), head: { projectId: "p" } },
		onTyped: () => () => undefined,
		typing: { open: { segment: "t", side: "target" } },
		row: () => row,
		language: () => "en",
		findings: { of: () => found, dismissedOf: () => dismissed },
		editor: {
			text,
			isComposing: false,
			showFaults: ({ checks, english }: { checks: readonly Fault[]; english: readonly Fault[] | null }) => {
				if (asked && english) shown.resolve([...checks, ...english]);
				asked ||= english === null; // by then the text is being read
			},
		},
	};
	const ending = new AbortController();
	new Faults(desk as unknown as Desk).begin(ending.signal);
	await vi.advanceTimersByTimeAsync(3_000);
	const marks = await shown.promise;
	ending.abort();
	return marks.map((fault) => `${fault.kind} ${fault.found}`);
}

test("a slip of English that the server keeps too is marked once, as it is read here", async () => {
	expect(await marksOf({ found: [kept(spelling), kept(article)] })).toEqual([
		"spelling goverment",
		"grammar an",
	]);
	expect(await marksOf({ found: [{ ...kept(spelling), check: "number" }] })).toEqual([
		"check goverment",
		"spelling goverment",
		"grammar an",
	]);
});

test("what somebody held to be none in this text is not marked", async () => {
	expect(await marksOf({ dismissed: [kept(spelling)] })).toEqual(["grammar an"]);
});

test.each([
	["spelling", ["grammar an"]],
	["article", ["spelling goverment"]],
	[null, []],
])("where the project does without %s of English, it marks %j", async (key, marks) => {
	expect(await marksOf({ off: [{ check: "english", key }] })).toEqual(marks);
});

test("the checks look once at a text that is being typed, though English is marked in it later", async () => {
	const look = vi.fn(() => ({ findings: [] }));
	expect(await marksOf({ saved: "The", look })).toEqual(["spelling goverment", "grammar an"]);
	expect(look).toHaveBeenCalledOnce();
});
