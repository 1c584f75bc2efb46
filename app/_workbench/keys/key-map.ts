import type { Platform } from "./binding.ts";
import type { KeyAction, KeyPlace } from "./key-action.ts";
import { type KeyActionId, keyActions } from "./registry.ts";

/** The keys that work for this person: of every action, on every platform. */
export type KeyMap = Readonly<Record<KeyActionId, KeyAction["keys"]>>;

/** Whether a key could mean both of two actions at once. */
export function meet(one: KeyPlace, other: KeyPlace): boolean {
	return one === other || one === "both" || other === "both";
}

/** As the product comes. */
export const defaultKeys = Object.fromEntries(keyActions.map(({ id, keys }) => [id, keys])) as KeyMap;

/** The action that a press means here, if it means one. */
export function actionOf(
	map: KeyMap,
	press: string,
	platform: Platform,
	mode: "review" | "align",
): KeyActionId | null {
	const found = keyActions.find(({ id, place }) => meet(place, mode) && map[id][platform].includes(press));
	return found?.id ?? null;
}
