import { each, type KeyAction, same } from "./key-action.ts";
import type { KeyActionId } from "./registry.ts";

export interface KeyPreset {
	readonly id: string;
	/** The tool's own name, the same in every language; null for ours. */
	readonly tool: string | null;
	/** What the other tool has for what can be done here; a key that cannot be had in a browser leaves ours. */
	readonly keys: Readonly<Partial<Record<KeyActionId, KeyAction["keys"]>>>;
}

/** Keys as other tools have them, for hands that know those. What a preset does not name keeps our key. */
export const keyPresets = [
	{ id: "duizhao", tool: null, keys: {} },
	{
		id: "trados",
		tool: "Trados Studio",
		keys: {
			editSource: same("Alt+F2"),
			comment: each(["Ctrl+Shift+KeyN"], ["Shift+Meta+KeyN"]),
			merge: same("Alt+Shift+KeyS", "KeyM"),
			split: same("Alt+Shift+KeyT", "KeyS"),
		},
	},
	{
		id: "memoq",
		tool: "memoQ",
		keys: {
			nextAttention: each(["Ctrl+KeyG", "F8"], ["Meta+KeyG", "F8"]),
			goTo: each(["Ctrl+Shift+KeyG"], ["Shift+Meta+KeyG"]),
			merge: each(["Ctrl+KeyJ", "KeyM"], ["Meta+KeyJ", "KeyM"]),
			split: each(["Ctrl+KeyT"], ["Meta+KeyT"]),
			concordance: each(["Ctrl+KeyK", "F3"], ["Meta+KeyK", "F3"]),
			palette: same("Shift+F1"),
		},
	},
	{
		id: "omegat",
		tool: "OmegaT",
		keys: {
			next: each(["Ctrl+KeyN"], ["Meta+KeyN"]),
			previous: each(["Ctrl+KeyP", "Alt+ArrowUp"], ["Meta+KeyP", "Alt+ArrowUp"]),
			nextAttention: each(["Ctrl+KeyU", "F8"], ["Meta+KeyU", "F8"]),
			goTo: each(["Ctrl+KeyJ"], ["Meta+KeyJ"]),
			replace: each(["Ctrl+KeyK", "Ctrl+KeyH"], ["Meta+KeyK", "Alt+Meta+KeyF"]),
			palette: same("Shift+F1"),
			toReview: same("KeyE", "Enter"),
			confirmLink: same("KeyA", "KeyC"),
			nextLopsided: same("KeyW"),
			previousLopsided: same("Shift+KeyW"),
			realign: each(["Ctrl+KeyR"], ["Meta+KeyR"]),
		},
	},
] as const satisfies readonly KeyPreset[];

/** The preset of this name; ours for a name that no release knows. */
export function presetNamed(id: string): (typeof keyPresets)[number] {
	return keyPresets.find((preset) => preset.id === id) ?? keyPresets[0];
}
