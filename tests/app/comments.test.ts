import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { calledAt, withMentions } from "#app/_workbench/comments/mention-list.tsx";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { actions } from "#app/_workbench/store/actions.ts";
import { filtered, marksOf } from "#app/_workbench/store/comment-state.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { restore } from "#app/_workbench/store/restore.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import type { OperationBody, RowWindow } from "#app/_workbench/sync/wire.ts";
import type { WireThread } from "#lib/core/comments/wire.ts";
import { permissionsOf, type Role } from "#lib/server/access.ts";
import { head, rowsFrom } from "./rows.ts";

/** A workbench of somebody with a role, and a server that answers as the test says. */
function workbench(role: Role, keep = memoryKeep()) {
	const rows: RowWindow = { headNumber: 1, orderNumber: 1, total: 5, offset: 0, rows: rowsFrom(0, 5) };
	const posted: { path: string; body: Record<string, unknown> }[] = [];
	const answers: Response[] = [];
	vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
		posted.push({ path, body: JSON.parse(String(init.body)) });
		const told = Response.json({ number: 1, threads: [], people: {} }, { status: 201 });
		const later = new Response(null, { status: 503, headers: { "retry-after": "60" } });
		return answers.shift() ?? (path.endsWith("/operations") ? later : told);
	});
	const desk = new Desk({
		head: { ...head(5), role, permissions: permissionsOf(role) },
		window: rows,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: async <Body>() => rows as Body,
	});
	const said: string[] = [];
	const editor = { text: "", caret: 0, isComposing: false, open: ({ text }: { text: string }) => type(text) };
	const type = (text: string) => {
		editor.text = text;
	};
	const stub = { ...editor, replace: type, focus() {}, blur() {}, markComments() {} };
	desk.editor = stub as unknown as SegmentEditor;
	desk.openKeep(keep);
	desk.say = (key) => said.push(key);
	return { desk, keep, posted, answers, said };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe("what a reader types", () => {
	test("is a suggestion, sent when the sentence is left, and never an edit", async () => {
		const { desk, keep, posted, said } = workbench("reader");
		actions.toReview(desk);
		desk.typed("Text nought.");
		await vi.advanceTimersByTimeAsync(10_000);
		expect(posted).toEqual([]);
		expect(keep.drafts.get("t0.0")).toMatchObject({ text: "Text nought.", suggested: true });
		await actions.next(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(posted.map(({ path }) => path)).toEqual([expect.stringMatching(/\/suggestions$/)]);
		expect(posted[0]?.body).toMatchObject({ segment: "t0.0", base: "Text 0.", text: "Text nought." });
		expect(keep.drafts.size).toBe(0);
		expect(said).toEqual(["suggestionSent"]);
		expect(desk.data.rows.row("row0")?.target[0]?.text).toBe("Text 0.");
	});

	test("is sent to nobody where it was left as it was", async () => {
		const { desk, posted } = workbench("reader");
		actions.toReview(desk);
		await actions.next(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(posted).toEqual([]);
	});

	test("stays on this device until the server has it, and a second try has the same key", async () => {
		const { desk, keep, posted, answers } = workbench("reader");
		answers.push(new Response(null, { status: 500 }));
		actions.toReview(desk);
		desk.typed("Text nought.");
		await actions.next(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(keep.drafts.get("t0.0")?.text).toBe("Text nought.");
		await actions.previous(desk);
		expect(desk.typing.text).toBe("Text nought.");
		await actions.next(desk);
		await vi.advanceTimersByTimeAsync(10);
		expect(posted).toHaveLength(2);
		expect(posted[1]?.body["key"]).toBe(posted[0]?.body["key"]);
		expect(keep.drafts.size).toBe(0);
	});
});

test("what is typed before the box of a comment is there goes into it, not into the text", () => {
	const { desk } = workbench("reviewer");
	const selection = { main: { from: 0, to: 0 } };
	const blur = vi.fn();
	desk.open(null);
	Object.assign(desk.editor ?? {}, { blur, view: { state: { selection } } });
	actions.comment(desk);
	expect(blur).toHaveBeenCalledOnce();
	for (const letter of "Why?") expect(desk.typedEarly.take(letter, letter)).toBe(true);
	expect(desk.comments.state.writing).toMatchObject({ segment: "t0.0", span: null });
	expect(desk.typedEarly.claim().text).toBe("Why?");
	expect(desk.typing.isDirty).toBe(false);
});

describe("somebody who may edit", () => {
	const kinds = (posted: readonly { path: string; body: Record<string, unknown> }[]) =>
		posted.map(({ path, body }) =>
			path.endsWith("/suggestions") ? "suggestion" : (body as { operation: OperationBody }).operation.type,
		);

	test("suggests sentence after sentence when asked to, changes the next again when asked to, and hears both", async () => {
		const { desk, posted, said } = workbench("reviewer");
		desk.open(null);
		actions.suggestInstead(desk);
		for (const text of ["Text nought.", "Text one."]) {
			desk.typed(text);
			await actions.confirm(desk);
		}
		await vi.advanceTimersByTimeAsync(10);
		expect(desk.state.get()).toMatchObject({ suggesting: true, place: { passage: "row2" } });
		actions.suggestInstead(desk);
		desk.typed("Text two.");
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(10);
		expect(kinds(posted)).toEqual(["suggestion", "suggestion", "edit"]);
		expect(said.filter((key) => key !== "suggestionSent")).toEqual(["suggesting", "changingAgain"]);
	});

	test("confirms a passage as it stands while suggesting, and corrects the source itself", async () => {
		const { desk, posted } = workbench("lead");
		desk.open(null);
		actions.suggestInstead(desk);
		await actions.confirm(desk);
		desk.editSource();
		desk.typed("原文。");
		desk.typing.save();
		await vi.advanceTimersByTimeAsync(10);
		expect(kinds(posted)).toEqual(["confirm"]);
		expect(desk.data.queue.requests.map(({ change }) => change)).toMatchObject([
			{ operation: { type: "confirm" } },
			{ operation: { type: "edit", text: "原文。" } },
		]);
	});

	test("changes texts again after a suggestion that was only found on the device", async () => {
		const kept = { segment: "t2.0", passage: "row2", version: 1, base: "Text 2.", at: 1, isNew: false };
		const keep = memoryKeep([{ ...kept, text: "Text two.", suggested: true }]);
		const { desk, said } = workbench("reviewer", keep);
		desk.open(null);
		await restore(desk, keep);
		expect([desk.state.get().suggesting, said]).toEqual([true, ["suggesting"]]);
		await actions.next(desk);
		expect([desk.state.get().suggesting, said.includes("changingAgain")]).toEqual([false, true]);
	});

	test("finds a suggestion after a crash as a suggestion", async () => {
		const kept = { segment: "t2.0", passage: "row2", version: 1, base: "Text 2.", at: 1, isNew: false };
		const keep = memoryKeep([{ ...kept, text: "Text two.", suggested: true }]);
		const { desk, posted } = workbench("reviewer", keep);
		desk.open(null);
		await restore(desk, keep);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(desk.typing.open).toMatchObject({ segment: "t2.0", suggested: true });
		expect(desk.typing.text).toBe("Text two.");
		expect(posted).toEqual([]);
	});
});

function thread(id: string, index: number | null, more: Partial<WireThread> = {}): WireThread {
	const place = {
		side: "target",
		segment: `t${index}.0`,
		span: { start: 0, end: 4 },
		orphaned: false,
	} as const;
	return {
		id,
		kind: "comment",
		state: "open",
		number: Number(id),
		last: Number(id),
		author: { id: "you", name: "Bo" },
		at: "2026-01-01T00:00:00.000Z",
		anchor: index === null ? null : { passage: `row${index}`, index, ...place },
		quote: "Text",
		excerpt: "",
		comments: 1,
		mine: false,
		mentionsMe: false,
		...more,
	};
}

describe("threads", () => {
	const threads = [
		thread("1", 3),
		thread("2", null),
		thread("3", 0, { state: "resolved" }),
		thread("4", 0, { kind: "suggestion", mine: true }),
		thread("5", 3, { mentionsMe: true }),
	];

	test.each([
		["open", ["4", "1", "5", "2"]],
		["mine", ["4"]],
		["mentioned", ["5"]],
		["suggestions", ["4"]],
		["resolved", ["3"]],
	] as const)("%s: %j, in the order of the document", (filter, ids) => {
		expect(filtered(threads, filter).map(({ id }) => id)).toEqual(ids);
	});

	test("that an older answer knows nothing of stay, and it is asked again", async () => {
		const { desk } = workbench("reader");
		const mine = { ...thread("1", 0), entries: [], base: null };
		const old = { number: 0, threads: [], next: null, people: {} };
		const now = { number: 1, threads: [mine], next: null, people: {} };
		const first = Promise.withResolvers<typeof old>();
		const read = vi.spyOn(desk.options, "read");
		read.mockReturnValueOnce(first.promise as never).mockResolvedValue(now as never);
		const reading = desk.comments.refresh();
		desk.comments.take(now);
		first.resolve(old);
		await reading;
		expect(desk.comments.state.threads.map(({ id }) => id)).toEqual(["1"]);
		expect(read.mock.calls.length).toBeGreaterThan(1);
	});

	test("mark the rows in which they are open", () => {
		const { counts, commented, spans } = marksOf(threads);
		expect([...commented]).toEqual([3, 0]);
		expect([...counts]).toEqual([
			["row3", 2],
			["row0", 1],
		]);
		expect(spans.get("t3.0")).toHaveLength(2);
	});
});

describe("a mention", () => {
	test.each([
		["Ask @am", 7, { start: 4, name: "am" }],
		["请问，@林", 5, { start: 3, name: "林" }],
		["@", 1, { start: 0, name: "" }],
		["me@example", 10, null],
		["@am now", 7, null],
	])("in %j at %i is %j", (text, caret, called) => {
		expect(calledAt(text, caret)).toEqual(called);
	});

	test("becomes the person whose whole name it is", () => {
		const members = [
			{ id: "a", name: "Lin" },
			{ id: "b", name: "Lin Yue" },
		];
		expect(withMentions("@Lin Yue and @Lin, not @Bo", members)).toBe("@{b} and @{a}, not @Bo");
	});
});
