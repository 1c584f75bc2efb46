import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	chosenKeys,
	holdersOf,
	keptApart,
	keyMapOf,
	withKey,
	withoutKeys,
	withUsualKeys,
} from "#app/_workbench/keys/chosen-keys.ts";
import type { KeyAction } from "#app/_workbench/keys/key-action.ts";
import { actionOf, defaultKeys, type KeyMap } from "#app/_workbench/keys/key-map.ts";
import { whyNever } from "#app/_workbench/keys/never-bound.ts";
import { keyPresets } from "#app/_workbench/keys/presets.ts";
import { actionNamed, type KeyActionId, keyActions } from "#app/_workbench/keys/registry.ts";
import { type KeyChoices, usualPreferences } from "#lib/core/people/preferences.ts";

const platforms = ["windows", "mac"] as const;
const usual = usualPreferences.keys;
const withPreset = (preset: string): KeyChoices => ({ ...usual, preset });

/** Keys that could mean two things where one is. */
function ambiguous(map: KeyMap): string[] {
	return platforms.flatMap((platform) =>
		(["review", "align"] as const).flatMap((mode) => {
			const keys = keyActions
				.filter(({ place }) => place === mode || place === "both")
				.flatMap(({ id }) => map[id][platform]);
			return keys.filter((key, i) => keys.indexOf(key) !== i).map((key) => `${key}, ${platform}, ${mode}`);
		}),
	);
}

/** Keys that nobody can have. */
function forbidden(map: KeyMap): string[] {
	return platforms.flatMap((platform) =>
		keyActions.flatMap(({ id, place }: KeyAction & { id: KeyActionId }) =>
			map[id][platform].filter((key) => whyNever(key, platform, place) !== null),
		),
	);
}

describe("the effective keys", () => {
	test("are the registry's for who chose nothing, or a preset that no release knows", () => {
		for (const { id, keys } of keyActions) expect(defaultKeys[id]).toEqual(keys);
		expect(keyMapOf(usual)).toEqual(defaultKeys);
		expect(keyMapOf(withPreset("wordstar"))).toEqual(defaultKeys);
	});

	test("are sent only to who chose some", () => {
		expect(chosenKeys(usual)).toBeNull();
		expect(chosenKeys(withPreset("memoq"))).toEqual(keyMapOf(withPreset("memoq")));
		const { place } = actionNamed("find");
		const own = withKey(usual, "mac", { id: "find", place }, "F7");
		expect(chosenKeys(own)?.find).toEqual({ windows: defaultKeys.find.windows, mac: ["F7"] });
	});

	test.each([
		["trados", "editSource", "Alt+F2", "Alt+F2"],
		["trados", "merge", "Alt+Shift+KeyS", "KeyM"],
		["memoq", "nextAttention", "Ctrl+KeyG", "Meta+KeyG"],
		["memoq", "goTo", "Ctrl+Shift+KeyG", "Shift+Meta+KeyG"],
		["memoq", "merge", "Ctrl+KeyJ", "Meta+KeyJ"],
		["omegat", "nextAttention", "Ctrl+KeyU", "Meta+KeyU"],
		["omegat", "goTo", "Ctrl+KeyJ", "Meta+KeyJ"],
		["omegat", "confirmLink", "KeyA", "KeyA"],
	] as const)("of %s: %s is %s on Windows and %s on macOS", (preset, id, windows, mac) => {
		const map = keyMapOf(withPreset(preset));
		expect([map[id].windows[0], map[id].mac[0]]).toEqual([windows, mac]);
	});

	test.each([
		["memoq", "split", "Ctrl+KeyT"],
		["omegat", "next", "Ctrl+KeyN"],
		["omegat", "realign", "Ctrl+KeyR"],
	] as const)("of %s keep ours for %s, because %s belongs to the browser, and say so", (preset, id, key) => {
		expect(keyMapOf(withPreset(preset))[id].windows).toEqual(defaultKeys[id].windows);
		const chosen = keyPresets.find((one) => one.id === preset) ?? keyPresets[0];
		expect(keptApart(chosen, "windows")).toContainEqual({ id, key, why: "browser" });
	});

	test.each(keyPresets.map(({ id }) => id))("of %s leave no action without a key that has one", (preset) => {
		const map = keyMapOf(withPreset(preset));
		const bereft = platforms.flatMap((platform) =>
			keyActions.filter(({ id, keys }) => keys[platform].length > 0 && map[id][platform].length === 0),
		);
		expect(bereft).toEqual([]);
		expect(ambiguous(map)).toEqual([]);
		expect(forbidden(map)).toEqual([]);
	});

	const ids = keyActions.map(({ id }) => id);
	const press = fc.constantFrom(
		"F4",
		"F8",
		"KeyM",
		"Ctrl+KeyN",
		"Ctrl+Enter",
		"Alt+KeyB",
		"Ctrl+KeyG",
		"Enter",
	);
	const own = fc.dictionary(fc.constantFrom(...ids, "goneAction"), fc.array(press, { maxLength: 3 }));
	const choices = fc.record({
		preset: fc.constantFrom(...keyPresets.map(({ id }) => id as string), "wordstar"),
		own: fc.record({ windows: own, mac: own }),
	});

	test("never mean two things in one place and are never one that nobody can have, whatever was stored", () => {
		fc.assert(
			fc.property(choices, (chosen) => {
				const map = keyMapOf(chosen);
				expect([ambiguous(map), forbidden(map)]).toEqual([[], []]);
			}),
		);
	});

	test("a key that somebody gives to an action does that and nothing else there", () => {
		fc.assert(
			fc.property(choices, fc.constantFrom(...ids), press, (chosen, id, key) => {
				const { place } = actionNamed(id);
				fc.pre(whyNever(key, "windows", place) === null);
				const given = keyMapOf(withKey(chosen, "windows", { id, place }, key));
				expect(given[id].windows).toEqual([key]);
				expect(holdersOf(given, key, "windows", { id, place })).toEqual([]);
				expect(given[id].mac).toEqual(keyMapOf(chosen)[id].mac);
			}),
		);
	});
});

describe("a key of one's own", () => {
	const find = { id: "find", place: "both" } as const;

	test("goes before the preset, and the preset's comes back with a reset", () => {
		const chosen = withKey(withPreset("memoq"), "windows", { id: "goTo", place: "both" }, "Ctrl+KeyG");
		expect(actionOf(keyMapOf(chosen), "Ctrl+KeyG", "windows", "review")).toBe("goTo");
		expect(keyMapOf(chosen).nextAttention.windows).toEqual(["F8"]);
		const back = withUsualKeys(withUsualKeys(chosen, "windows", "goTo"), "windows", "nextAttention");
		expect(keyMapOf(back)).toEqual(keyMapOf(withPreset("memoq")));
	});

	test("is taken from who had it, which is named before", () => {
		expect(holdersOf(defaultKeys, "F8", "windows", find)).toEqual(["nextAttention"]);
		const map = keyMapOf(withKey(usual, "windows", find, "F8"));
		expect([map.find.windows, map.nextAttention.windows, map.nextAttention.mac]).toEqual([
			["F8"],
			[],
			["F8"],
		]);
	});

	test("may be another's where the two never meet", () => {
		expect(holdersOf(defaultKeys, "Escape", "windows", { id: "merge", place: "align" })).toEqual([]);
		expect(holdersOf(defaultKeys, "Escape", "windows", find)).toEqual(["toAlign"]);
	});

	test("can be none", () => {
		expect(keyMapOf(withoutKeys(usual, "mac", "find")).find.mac).toEqual([]);
	});
});

describe("a key that cannot be had", () => {
	test.each([
		["Ctrl+KeyT", "windows", "both", "browser"],
		["Meta+Digit3", "mac", "both", "browser"],
		["Meta+KeyH", "mac", "both", "system"],
		["Ctrl+Space", "windows", "align", "inputMethod"],
		["ControlLeft", "windows", "align", "inputMethod"],
		["KeyM", "windows", "both", "typing"],
		["Shift+KeyM", "mac", "review", "typing"],
		["KeyM", "windows", "align", null],
		["Tab", "windows", "align", "typing"],
		["Ctrl+Alt+KeyE", "windows", "both", "typing"],
		["Alt+Shift+Digit2", "mac", "both", "typing"],
		["Ctrl+KeyC", "windows", "both", "typing"],
		["Enter", "windows", "review", "typing"],
		["Enter", "windows", "align", null],
		["Ctrl+ArrowUp", "windows", "both", null],
		["Ctrl+ArrowUp", "mac", "both", "system"],
		["F4", "mac", "both", null],
	] as const)("%s on %s for %s: %s", (press, platform, place, why) => {
		expect(whyNever(press, platform, place)).toBe(why);
	});
});
