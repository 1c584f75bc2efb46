import { describe, expect, test } from "vitest";
import { isOffered, type KeyActionId, keyActions } from "#app/_workbench/keys/registry.ts";
import {
	actionCommands,
	type Command,
	headingCommands,
	passageCommand,
	sectionsOf,
} from "#app/_workbench/palette/commands.ts";
import { rank } from "#app/_workbench/palette/rank.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { Turns } from "#app/_workbench/store/turns.ts";
import { TypedEarly } from "#app/_workbench/store/typed-early.ts";
import { english } from "#lib/messages/catalogue.ts";
import chinese from "#lib/messages/zh-Hans/workbench.json" with { type: "json" };
import { head, rowsFrom } from "./rows.ts";

const { action } = english.workbench;
const named = (id: KeyActionId) => action[id];

function openDesk(permissions: readonly string[], passages = 20): Desk {
	const window = { headNumber: 1, orderNumber: 1, total: passages, offset: 0, rows: rowsFrom(0, 20) };
	return new Desk({
		head: { ...head(passages), permissions },
		window,
		passage: null,
		person: { id: "me", name: "Lin" },
		aligners: ["length"],
		read: () => new Promise(() => undefined),
	});
}

const everything = ["rendering.edit", "align", "review", "approve", "source.edit"];

function commandsOf(desk: Desk, chosen: string[] = []): Command[] {
	return actionCommands(desk, {
		nameOf: named,
		otherNameOf: (id) => chinese.action[id],
		capsOf: () => ({}),
		act: (id) => chosen.push(id),
	});
}

describe("the palette lists", () => {
	test.each([
		["a lead", [...everything, "document.import", "document.describe"]],
		["a reviewer", ["rendering.edit", "align", "review"]],
		["a reader", []],
	])("every action of the registry that %s is offered, and does it", (_, permissions) => {
		const desk = openDesk(permissions);
		const chosen: string[] = [];
		const listed = commandsOf(desk, chosen);
		const offered = keyActions.filter((one) => isOffered(one, permissions, desk.has)).map(({ id }) => id);
		for (const command of listed) command.act();
		expect(chosen).toEqual(offered);
		const shown = sectionsOf(listed, "", [], null).flatMap(({ commands }) => commands);
		expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(offered));
	});

	test("what was chosen last before all else, once", () => {
		const listed = commandsOf(openDesk(everything));
		const [recent, ...rest] = sectionsOf(listed, "", ["merge", "gone", "help"], null);
		expect(recent?.heading).toBe("recent");
		expect(recent?.commands.map(({ id }) => id)).toEqual(["merge", "help"]);
		expect(rest.flatMap(({ commands }) => commands.map(({ id }) => id))).not.toContain("merge");
	});

	test("headings of the document", async () => {
		const desk = openDesk(everything);
		const each = (letter: string) => letter.repeat(20);
		desk.overview.setLetters({
			headNumber: 1,
			states: each("d"),
			links: each("a"),
			confidences: each("-"),
			starts: each("1"),
			shapes: each("1"),
			usual: null,
			authors: each("-"),
			people: [],
			headings: [{ index: 7, passage: "row7", text: "The harbour", source: "港口", kind: "heading" }],
			words: { done: 0, total: 1, unit: "words", empty: 0 },
		});
		const [found] = sectionsOf(headingCommands(desk), "harb", [], null);
		found?.commands[0]?.act();
		await expect.poll(() => desk.state.get().place?.passage).toBe("row7");
	});

	test.each([
		["12", "row11"],
		["#12", "row11"],
		[" １２ ", "row11"],
		["0", null],
		["21", null],
		["12a", null],
	])("the passage of a number: %s", async (query, passage) => {
		const desk = openDesk(everything);
		const command = passageCommand(desk, query, (number) => `Go to passage ${number}`);
		command?.act();
		await expect.poll(() => (command ? desk.state.get().place?.passage : null)).toBe(passage);
	});
});

describe("a query finds", () => {
	const best = (query: string) =>
		sectionsOf(
			commandsOf(openDesk([...everything, "document.import", "document.describe"])),
			query,
			[],
			null,
		)[0]?.commands[0]?.id;

	test.each([
		["merge", "merge"],
		["next unc", "nextUnconfirmed"],
		["unconf", "nextUnconfirmed"],
		["nta", "nextAttention"],
		["source correct", "editSource"],
		["合并", "merge"],
		["撤销", "undo"],
		["redo", "redo"],
		["compare", "compare"],
	] as const)("“%s”: %s", (query, id) => {
		expect(best(query)).toBe(id);
	});

	test("nothing where nothing is called that", () => {
		expect(best("zeppelin")).toBeUndefined();
	});

	test("what was chosen lately before what fits as well", () => {
		const listed = commandsOf(openDesk(everything));
		const first = (recent: string[]) => sectionsOf(listed, "merge passage", recent, null)[0]?.commands[0]?.id;
		expect([first(["merge"]), first(["mergePrevious"])]).toEqual(["merge", "mergePrevious"]);
	});

	test.each([
		["undo", "Undo", "Undo the last merge"],
		["merge", "Merge with the next passage", "Emerge"],
		["link", "Confirm the link", "Blink twice"],
		["ctl", "Confirm the link", "Catalogue"],
	])("“%s” in “%s” rather than in “%s”", (query, better, worse) => {
		expect(rank(query, better) ?? 0).toBeGreaterThan(rank(query, worse) ?? 0);
	});
});

describe("keys pressed before a dialog is there", () => {
	function hands() {
		const turns = new Turns();
		const early = new TypedEarly(turns);
		return {
			turns,
			early,
			type: (keys: string[]) => keys.map((key) => early.take(key, key.length === 1 ? key : "")),
		};
	}

	test("are the dialog's, and nobody else's before and afterwards", () => {
		const { early, type } = hands();
		expect(type(["m"])).toEqual([false]);
		early.begin();
		expect(type(["m", "x", "Backspace", "e"])).toEqual([true, true, true, true]);
		expect(early.claim()).toEqual({ text: "me", entered: false });
		expect(early.claim()).toEqual({ text: "", entered: false });
		expect(type(["z"])).toEqual([false]);
	});

	test("after an Enter are done after what the dialog makes of it", async () => {
		const { turns, early, type } = hands();
		const done: string[] = [];
		early.begin();
		expect(type(["7", "Enter", "T"])).toEqual([true, true, false]);
		turns.take(() => done.push("typed after"));
		expect(early.claim()).toEqual({ text: "7", entered: true });
		early.decide(async () => done.push("went to 7"));
		await expect.poll(() => done).toEqual(["went to 7", "typed after"]);
	});

	test("after an Enter that nothing comes of are not typed somewhere else", async () => {
		const { turns, early, type } = hands();
		const done: string[] = [];
		early.begin();
		type(["x", "Enter"]);
		turns.take(() => done.push("typed after"));
		early.settle();
		await expect.poll(() => turns.busy).toBe(false);
		expect(done).toEqual([]);
	});

	test("hold nothing up where an Enter is a new line", () => {
		const { turns, early, type } = hands();
		early.begin("lines");
		type(["a", "Enter", "b"]);
		expect([early.claim().text, turns.busy]).toEqual(["a\nb", false]);
	});
});
