import { describe, expect, test } from "vitest";
import { keyCaps } from "#app/_ui/kbd.tsx";
import { capsOf, type Platform, textOfPress } from "#app/_workbench/keys/binding.ts";
import type { KeyAction } from "#app/_workbench/keys/key-action.ts";
import { actionOf, defaultKeys } from "#app/_workbench/keys/key-map.ts";
import { whyNever } from "#app/_workbench/keys/never-bound.ts";
import { isOffered, keyActions } from "#app/_workbench/keys/registry.ts";

/** The product page's table: action, key on Windows and Linux, key on macOS. */
const table: readonly (readonly [string, string, string])[] = [
	["toAlign", "Esc", "Esc"],
	["toReview", "Enter", "Enter"],
	["confirm", "Ctrl+Enter", "⌘Enter"],
	["approve", "Ctrl+Alt+Enter", "⌃⌘Enter"],
	["previous", "Alt+↑", "⌥↑"],
	["next", "Alt+↓", "⌥↓"],
	["nextAttention", "F8", "F8"],
	["previousAttention", "Shift+F8", "⇧F8"],
	["draftChanges", "F9", "F9"],
	["replace", "Ctrl+H", "⌥⌘F"],
	["goTo", "Ctrl+G", "⌘G"],
	["find", "Ctrl+F", "⌘F"],
	...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`suggestion${n}`, `Ctrl+${n}`, `⌃${n}`] as const),
	["editSource", "F2", "F2"],
	["concordance", "F3", "F3"],
	["palette", "Ctrl+K", "⌘K"],
	["help", "F1", "F1"],
	["undo", "Ctrl+Z", "⌘Z"],
	["redo", "Ctrl+Y, Ctrl+Shift+Z", "⇧⌘Z"],
	["merge", "M", "M"],
	["join", "J", "J"],
	["split", "S", "S"],
	["moveUp", "U", "U"],
	["moveDown", "D", "D"],
	["shiftDown", "]", "]"],
	["shiftUp", "[", "["],
	["confirmLink", "C", "C"],
	["confirmAbove", "Shift+C", "⇧C"],
	["nextUnconfirmed", "N", "N"],
	["nextUncertain", "Shift+N", "⇧N"],
	["realign", "R", "R"],
	["showFault", "Alt+Enter", "⌥Enter"],
	["lookUp", "Shift+F3", "⇧F3"],
];

function shown(action: KeyAction, platform: Platform): string {
	const [kind, plus] = platform === "mac" ? (["mac", ""] as const) : (["other", "+"] as const);
	return action.keys[platform].map((key) => keyCaps(capsOf(key), kind).join(plus)).join(", ");
}

describe("the key registry", () => {
	test.each(table)("%s is %s on Windows and %s on macOS", (id, windows, mac) => {
		const action = keyActions.find((known) => known.id === id);
		expect(action && [shown(action, "windows"), shown(action, "mac")]).toEqual([windows, mac]);
	});

	test.each(["windows", "mac"] as const)(
		"no key on %s belongs to the browser, the system or an input method",
		(platform) => {
			const taken = keyActions.flatMap((action: KeyAction) =>
				action.keys[platform].filter((key) => whyNever(key, platform, action.place) !== null),
			);
			expect(taken).toEqual([]);
		},
	);

	test.each([
		"Ctrl+KeyN",
		"Ctrl+KeyT",
		"Ctrl+KeyW",
		"Ctrl+Space",
		"Shift+Space",
		"ShiftLeft",
		"Shift+ShiftLeft",
		"Ctrl+Period",
		"Ctrl+Shift+KeyF",
		"Alt+KeyB",
	])("%s would be refused", (key) => {
		for (const platform of ["windows", "mac"] as const) {
			expect(whyNever(key, platform, "align")).not.toBeNull();
		}
	});

	test.each(["Ctrl+ArrowUp", "Ctrl+ArrowLeft", "Meta+Digit1", "Meta+Digit9", "Meta+KeyH"])(
		"%s would be refused on macOS",
		(key) => {
			expect(whyNever(key, "mac", "align")).not.toBeNull();
		},
	);

	test.each(["windows", "mac"] as const)("on %s no key means two things in one mode", (platform) => {
		for (const mode of ["review", "align"] as const) {
			const keys = keyActions
				.filter((action: KeyAction) => action.place === mode || action.place === "both")
				.flatMap((action: KeyAction) => action.keys[platform]);
			expect(new Set(keys).size).toBe(keys.length);
		}
	});

	test.each(["windows", "mac"] as const)(
		"bare letters act on rows only, never while typing (%s)",
		(platform) => {
			const typed = keyActions.filter(
				(action: KeyAction) =>
					action.place !== "align" &&
					action.keys[platform].some((key) => /^(Key.|Bracket.*|Digit.)$/.test(key)),
			);
			expect(typed).toEqual([]);
		},
	);
});

describe("a key press", () => {
	const press = (code: string, held: string[] = []) => ({
		code,
		ctrlKey: held.includes("ctrl"),
		altKey: held.includes("alt"),
		shiftKey: held.includes("shift"),
		metaKey: held.includes("meta"),
	});

	test.each([
		[press("Enter", ["ctrl"]), "windows", "review", "confirm"],
		[press("NumpadEnter", ["ctrl"]), "windows", "review", "confirm"],
		[press("Enter", ["ctrl", "alt"]), "windows", "review", "approve"],
		[press("Enter", ["ctrl", "meta"]), "mac", "review", "approve"],
		[press("KeyZ", ["shift", "meta"]), "mac", "review", "redo"],
		[press("KeyM"), "windows", "align", "merge"],
		[press("KeyM"), "windows", "review", null],
		[press("BracketRight"), "mac", "align", "shiftDown"],
		[press("Enter"), "windows", "review", null],
	] as const)("%j on %s while in %s means %s", (pressed, platform, mode, action) => {
		expect(actionOf(defaultKeys, textOfPress(pressed), platform, mode)).toBe(action);
	});

	test("is offered to those who may, where there is something to do", () => {
		const offered = (
			permissions: string[],
			twoSided: boolean,
			chinese = true,
			versions = true,
			empties = true,
		) =>
			keyActions
				.filter((action) =>
					isOffered(action, permissions, {
						twoSided,
						oneSided: !twoSided,
						chinese,
						english: true,
						versions,
						empties,
						news: true,
					}),
				)
				.map((action) => action.id);
		expect(offered([], true)).not.toContain("confirm");
		expect(offered(["review"], false)).toContain("confirm");
		expect(offered(["review", "align"], false)).not.toContain("merge");
		expect(offered(["document.import"], false)).toContain("attach");
		expect(offered(["document.import"], true)).not.toContain("attach");
		expect(offered(["document.describe"], false)).toContain("convert");
		expect(offered(["document.describe"], true, false)).not.toContain("convert");
		expect(offered(["rendering.edit"], true)).toContain("keepMine");
		expect(offered(["rendering.edit"], true, true, false)).not.toContain("keepMine");
		expect(offered(["rendering.edit"], false)).toContain("bridge");
		expect(offered(["rendering.edit"], false, true, true, false)).not.toContain("bridge");
	});
});
