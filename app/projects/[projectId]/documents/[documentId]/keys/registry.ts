import type { Platform } from "./binding.ts";

/** Where a key acts: while a text is being edited, while rows are being aligned, or in both. */
export type KeyPlace = "review" | "align" | "both";

export interface KeyAction {
	readonly id: string;
	readonly place: KeyPlace;
	readonly keys: Readonly<Record<Platform, readonly string[]>>;
	/** What a person needs to be offered this; null: everyone. */
	readonly permission: string | null;
	/** Absent where the document has one side only. */
	readonly twoSided?: true;
	/** Absent where no side is in Chinese. */
	readonly chinese?: true;
	/** Absent where the passage has no other version to choose from. */
	readonly versions?: true;
	/** Absent where every passage has a rendering. */
	readonly empties?: true;
}

/** What of the document, and of the passage one is on, makes actions possible. */
export interface Has {
	readonly twoSided: boolean;
	readonly chinese: boolean;
	readonly versions: boolean;
	/** There are passages with a source and without a rendering. */
	readonly empties: boolean;
}

const same = (...keys: string[]) => ({ windows: keys, mac: keys });
const each = (windows: readonly string[], mac: readonly string[]) => ({
	windows,
	mac,
});

/** Every key of the workbench. The help, the menus and the handler read this list and no other. */
export const keyActions = [
	{
		id: "toAlign",
		place: "review",
		keys: same("Escape"),
		permission: null,
		twoSided: true,
	},
	{
		id: "toReview",
		place: "align",
		keys: same("Enter"),
		permission: "rendering.edit",
	},
	{
		id: "confirm",
		place: "both",
		keys: each(["Ctrl+Enter"], ["Meta+Enter"]),
		permission: "review",
	},
	{
		id: "approve",
		place: "both",
		keys: each(["Ctrl+Alt+Enter"], ["Ctrl+Meta+Enter"]),
		permission: "approve",
	},
	{
		id: "previous",
		place: "both",
		keys: same("Alt+ArrowUp"),
		permission: null,
	},
	{ id: "next", place: "both", keys: same("Alt+ArrowDown"), permission: null },
	{ id: "nextAttention", place: "both", keys: same("F8"), permission: null },
	{
		id: "previousAttention",
		place: "both",
		keys: same("Shift+F8"),
		permission: null,
	},
	{ id: "draftChanges", place: "both", keys: same("F9"), permission: null },
	{
		id: "goTo",
		place: "both",
		keys: each(["Ctrl+KeyG"], ["Meta+KeyG"]),
		permission: null,
	},
	{
		id: "find",
		place: "both",
		keys: each(["Ctrl+KeyF"], ["Meta+KeyF"]),
		permission: null,
	},
	{
		id: "editSource",
		place: "both",
		keys: same("F2"),
		permission: "source.edit",
	},
	{ id: "showScript", place: "both", keys: same(), permission: null, chinese: true },
	{ id: "convert", place: "both", keys: same(), permission: "document.describe", chinese: true },
	{ id: "useOther", place: "both", keys: same(), permission: "rendering.edit", versions: true },
	{ id: "keepMine", place: "both", keys: same(), permission: "rendering.edit", versions: true },
	{ id: "bridge", place: "both", keys: same(), permission: "rendering.edit", empties: true },
	{ id: "reimport", place: "both", keys: same(), permission: "document.import" },
	{ id: "help", place: "both", keys: same("F1"), permission: null },
	{
		id: "undo",
		place: "both",
		keys: each(["Ctrl+KeyZ"], ["Meta+KeyZ"]),
		permission: "rendering.edit",
	},
	{
		id: "redo",
		place: "both",
		keys: each(["Ctrl+KeyY", "Ctrl+Shift+KeyZ"], ["Shift+Meta+KeyZ"]),
		permission: "rendering.edit",
	},
	{
		id: "merge",
		place: "align",
		keys: same("KeyM"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "join",
		place: "align",
		keys: same("KeyJ"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "split",
		place: "align",
		keys: same("KeyS"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "moveUp",
		place: "align",
		keys: same("KeyU"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "moveDown",
		place: "align",
		keys: same("KeyD"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "shiftDown",
		place: "align",
		keys: same("BracketRight"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "shiftUp",
		place: "align",
		keys: same("BracketLeft"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "confirmLink",
		place: "align",
		keys: same("KeyC"),
		permission: "review",
		twoSided: true,
	},
	{
		id: "nextUnconfirmed",
		place: "align",
		keys: same("KeyN"),
		permission: null,
		twoSided: true,
	},
	{
		id: "nextUncertain",
		place: "align",
		keys: same("Shift+KeyN"),
		permission: null,
		twoSided: true,
	},
	{
		id: "realign",
		place: "align",
		keys: same("KeyR"),
		permission: "align",
		twoSided: true,
	},
	{
		id: "otherSide",
		place: "align",
		keys: same("ArrowLeft", "ArrowRight"),
		permission: null,
		twoSided: true,
	},
	{ id: "rowUp", place: "align", keys: same("ArrowUp"), permission: null },
	{ id: "rowDown", place: "align", keys: same("ArrowDown"), permission: null },
] as const satisfies readonly KeyAction[];

export type KeyActionId = (typeof keyActions)[number]["id"];

/** Keys that belong to the browser, the system or an input method. A RegExp over the text of a press. */
export const neverBound: Readonly<Record<Platform, readonly RegExp[]>> = {
	windows: [
		/^Ctrl\+Key[NTW]$/,
		/^(Ctrl|Shift)\+Space$/,
		/^Shift\+Shift(Left|Right)$/,
		/^Shift(Left|Right)?$/,
		/^Ctrl\+Period$/,
		/^Ctrl\+Shift\+KeyF$/,
		/^Alt\+Key[A-Z]$/,
	],
	mac: [
		/^(Ctrl|Meta)\+Key[NTW]$/,
		/^(Ctrl|Shift)\+Space$/,
		/^Shift\+Shift(Left|Right)$/,
		/^Shift(Left|Right)?$/,
		/^Ctrl\+Period$/,
		/^Ctrl\+Shift\+KeyF$/,
		/^Ctrl\+Arrow/,
		/^Alt\+Key[A-Z]$/,
		/^Meta\+Digit[1-9]$/,
		/^Meta\+KeyH$/,
	],
};

/** The action that a press means here, if it means one. */
export function actionOf(press: string, platform: Platform, mode: "review" | "align"): KeyActionId | null {
	const found = keyActions.find(
		(action: KeyAction) =>
			(action.place === "both" || action.place === mode) && action.keys[platform].includes(press),
	);
	return found?.id ?? null;
}

/** Whether this document and this person have the action at all. */
export function isOffered(
	action: KeyAction,
	permissions: readonly string[],
	{ twoSided, chinese, versions, empties }: Has,
): boolean {
	if ((action.twoSided && !twoSided) || (action.chinese && !chinese)) return false;
	if ((action.versions && !versions) || (action.empties && !empties)) return false;
	return action.permission === null || permissions.includes(action.permission);
}
