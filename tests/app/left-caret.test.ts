/** Where the caret is after a page was loaded anew. */
import { beforeEach, expect, test, vi } from "vitest";
import { keepCaret, recallCaret } from "#app/_workbench/store/left-caret.ts";
import { idOf, passages, served } from "./served.ts";

beforeEach(() => {
	const stored = new Map<string, string>();
	vi.stubGlobal("sessionStorage", {
		getItem: (name: string) => stored.get(name) ?? null,
		setItem: (name: string, value: string) => stored.set(name, value),
		removeItem: (name: string) => stored.delete(name),
	});
	return () => vi.unstubAllGlobals();
});

/** A page that is left with the caret in the second sentence, and the next one, whose sentence may be another. */
function loadedAnew(second = "Fog lay on the pier.") {
	const before = served(passages(["The ferry left.", "Fog lay on the pier."]));
	before.enter("b");
	before.editor.caret = 8;
	keepCaret(before.desk);
	const after = served(passages(["The ferry left.", second], ["Rain."]));
	recallCaret(after.desk);
	after.desk.open(null);
	return after;
}

test("it is where it was, in the same sentence", () => {
	const { desk, editor } = loadedAnew();
	expect([desk.typing.open?.segment, editor.caret]).toEqual([idOf("b"), 8]);
});

test("it is there too when wording that was not saved is brought back", async () => {
	const before = served(passages(["The ferry left."], ["Rain."]));
	before.server.reachable = false;
	before.enter("b");
	before.type("Rain all day.", 4);
	keepCaret(before.desk);
	const drafts = await vi.waitUntil(() => before.keep.drafts.size > 0 && [...before.keep.drafts.values()]);
	const after = served(passages(["The ferry left."], ["Rain."]), { drafts });
	recallCaret(after.desk);
	after.desk.open(null);
	await after.restored();
	expect([after.editor.text, after.editor.caret]).toEqual(["Rain all day.", 4]);
});

test("it is at the end of a text that is another by now", () => {
	const { editor } = loadedAnew("Mist lay on the pier.");
	expect(editor.caret).toBe("Mist lay on the pier.".length);
});

test("it is at the end again once one has been elsewhere, or has typed", () => {
	const { editor, enter } = loadedAnew();
	enter("a");
	expect(editor.caret).toBe("The ferry left.".length);
	enter("b");
	expect(editor.caret).toBe("Fog lay on the pier.".length);
});

test("nothing is kept of a page on which no text was open", () => {
	const { desk } = served(passages(["The ferry left."]));
	desk.state.set({ mode: "align" });
	desk.typing.leave();
	keepCaret(desk);
	recallCaret(desk);
	expect(desk.leftCaret).toBeNull();
});
