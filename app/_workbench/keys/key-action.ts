import type { Platform } from "./binding.ts";

/** Where a key acts: while a text is being edited, while rows are being aligned, or in both. */
export type KeyPlace = "review" | "align" | "both";

/** What an action is about, in the order in which the menus, the palette and the help show it. */
export const actionGroups = [
	"confirming",
	"moving",
	"wording",
	"alignment",
	"checks",
	"comments",
	"document",
	"view",
	"help",
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** What of the document, and of the passage one is on, makes actions possible. */
export interface Has {
	readonly twoSided: boolean;
	readonly oneSided: boolean;
	/** A side is in Chinese. */
	readonly chinese: boolean;
	/** The renderings are in English. */
	readonly english: boolean;
	/** The passage has another version to choose from. */
	readonly versions: boolean;
	/** There are passages with a source and without a rendering. */
	readonly empties: boolean;
	/** Others changed something since this person was here last. */
	readonly news: boolean;
}

/** An action is absent where a condition it names does not hold. */
export interface KeyAction extends Readonly<Partial<Record<keyof Has, true>>> {
	readonly id: string;
	readonly group: ActionGroup;
	readonly place: KeyPlace;
	/** As the product comes; what a person chose instead is in the key map. Two at most, the one to show first. */
	readonly keys: Readonly<Record<Platform, readonly string[]>>;
	/** What a person needs to be offered this; null: everyone. */
	readonly permission: string | null;
	/** What it does is done in a dialog of its name. */
	readonly dialog?: true;
	/** A way of moving about by keys: there is nothing to choose in a menu. */
	readonly byKeyOnly?: true;
}

const noKeys = { windows: [], mac: [] } as const;

/** The keys of an action: the same everywhere. */
export const same = (...keys: string[]) => ({ windows: keys, mac: keys });
/** The keys of an action where the Mac has its own. */
export const each = (windows: readonly string[], mac: readonly string[]) => ({ windows, mac });
/** An action without keys, which can be given some. */
export const none = (): KeyAction["keys"] => noKeys;
