/** Writes docs/keys.md from the workbench's own lists: `node scripts/keys-page.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { capsOf, type Platform } from "#app/_workbench/keys/binding.ts";
import { keptApart, keyMapOf } from "#app/_workbench/keys/chosen-keys.ts";
import { actionGroups, type KeyAction } from "#app/_workbench/keys/key-action.ts";
import { defaultKeys, type KeyMap } from "#app/_workbench/keys/key-map.ts";
import { keyPresets } from "#app/_workbench/keys/presets.ts";
import { type KeyActionId, keyActions } from "#app/_workbench/keys/registry.ts";
import { usualPreferences } from "#lib/core/people/preferences.ts";
import commands from "#lib/messages/en/commands.json" with { type: "json" };
import workbench from "#lib/messages/en/workbench.json" with { type: "json" };

const onMac: Readonly<Record<string, string>> = { Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Meta: "⌘" };
const arrows: Readonly<Record<string, string>> = { Up: "↑", Down: "↓", Left: "←", Right: "→" };

function written(key: string, platform: Platform): string {
	const caps = capsOf(key)
		.split("+")
		.map((cap) => arrows[cap] ?? (platform === "mac" ? (onMac[cap] ?? cap) : cap));
	return caps.join(platform === "mac" ? "" : "+");
}

const cell = (map: KeyMap, id: KeyActionId, platform: Platform) =>
	map[id][platform].map((key) => written(key, platform)).join(", ") || "–";

const { group: groupNames, ...names } = workbench.action;

function groupTable(about: (typeof actionGroups)[number]): string[] {
	const actions = keyActions.filter(({ group }) => group === about);
	if (actions.length === 0) return [];
	return [
		`## ${groupNames[about]}`,
		"",
		"| action | Windows, Linux | macOS | where |",
		"|---|---|---|---|",
		...actions.map(
			({ id, place }: KeyAction & { id: KeyActionId }) =>
				`| ${names[id]} | ${cell(defaultKeys, id, "windows")} | ${cell(defaultKeys, id, "mac")} | ${where[place]} |`,
		),
		"",
	];
}

const where = { both: "anywhere", review: "in the text", align: "while aligning" } as const;

function presetTable(): string[] {
	const others = keyPresets.filter(({ id }) => id !== "duizhao");
	const maps = others.map(({ id }) => keyMapOf({ ...usualPreferences.keys, preset: id }));
	const differing = keyActions.filter(({ id }) =>
		maps.some((map) => cell(map, id, "windows") !== cell(defaultKeys, id, "windows")),
	);
	const apart = others.flatMap((preset) =>
		keptApart(preset, "windows").map(
			({ id, key, why }) =>
				`- ${preset.tool} has ${written(key, "windows")} for “${names[id]}”; ${commands.keys.why[why]}, so our key stays.`,
		),
	);
	return [
		"## Keys as in other tools",
		"",
		"What a preset does not name keeps our key. On macOS the same, with ⌘ for Ctrl.",
		"",
		`| action | ours | ${others.map(({ tool }) => tool).join(" | ")} |`,
		`|---|---|${others.map(() => "---|").join("")}`,
		...differing.map(
			({ id }) =>
				`| ${names[id]} | ${[defaultKeys, ...maps].map((map) => cell(map, id, "windows")).join(" | ")} |`,
		),
		"",
		...apart,
		"",
	];
}

const introduction = `# Keys

<!-- Made by scripts/keys-page.ts from the lists that work the keys. -->

Everything in the workbench has a name, and is found by it in the palette (Ctrl+K, ⌘K on macOS): type a part of the name in English or Chinese, the number of a passage, a heading, or the title of another document of the project. Enter does it where you were.

There are two modes. In **review** what you type goes into the rendering of the passage you are on. In **align** single keys act on whole passages; Esc leads there from the text, and Enter back.

**Change keys** (in the palette, in the Actions menu and in the help, F1) gives any action another key: press its keys in the list, then the new ones. A key that belongs to another action there is named before it is taken. Keys that the browser, the system, an input method or typing needs cannot be had, and the list says why. Your keys are kept with your account, apart for Windows and Linux and for macOS.
`;

/** The whole page. */
export function keysPage(): string {
	return [introduction, ...actionGroups.flatMap(groupTable), ...presetTable()]
		.join("\n")
		.trimEnd()
		.concat("\n");
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, "../docs/keys.md"), keysPage());
