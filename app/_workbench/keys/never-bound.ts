import type { Platform } from "./binding.ts";
import type { KeyPlace } from "./key-action.ts";

/** Why a key cannot be had; the message of that name says it. */
export type Unavailable = "browser" | "inputMethod" | "system" | "typing";

interface Rule {
	/** Over the text of a press. */
	readonly press: RegExp;
	readonly why: Unavailable;
}

const everywhere: readonly Rule[] = [
	{ press: /^(Ctrl|Shift)\+Space$/, why: "inputMethod" },
	{ press: /^(Ctrl\+)?Shift\+Shift(Left|Right)$/, why: "inputMethod" },
	{ press: /^(Ctrl|Alt|Shift|Meta|Control|OS)(Left|Right)?$/, why: "inputMethod" },
	{ press: /^Ctrl\+Period$/, why: "inputMethod" },
	{ press: /^Ctrl\+Shift\+KeyF$/, why: "inputMethod" },
	{ press: /^Alt\+Key[A-Z]$/, why: "browser" },
	{ press: /^(F5|F11|F12|Ctrl\+F5|Shift\+F5)$/, why: "browser" },
	{ press: /^Ctrl\+(Shift\+)?(Tab|PageUp|PageDown)$/, why: "browser" },
];

/** Keys that belong to the browser, the system or an input method. */
export const neverBound: Readonly<Record<Platform, readonly Rule[]>> = {
	windows: [
		{ press: /^Ctrl\+(Shift\+)?Key[NTW]$/, why: "browser" },
		{ press: /^Ctrl\+Key[LR]$/, why: "browser" },
		{ press: /^Ctrl\+Shift\+Key[PIJ]$/, why: "browser" },
		{ press: /^Alt\+(ArrowLeft|ArrowRight|Home|Digit\d)$/, why: "browser" },
		{ press: /^(Alt\+(F4|Tab|Space|Escape)|Ctrl\+Escape)$/, why: "system" },
		{ press: /Meta\+/, why: "system" },
		{
			press: /^Ctrl\+Alt\+(Shift\+)?(Key|Digit|Minus|Equal|Bracket|Semicolon|Quote|Comma|Period|Slash)/,
			why: "typing",
		},
		...everywhere,
	],
	mac: [
		{ press: /^(Ctrl|Meta)\+Key[NTW]$/, why: "browser" },
		{ press: /^Meta\+(Key[LRM]|Digit[1-9])$/, why: "browser" },
		{ press: /^Shift\+Meta\+Key[NTW]$/, why: "browser" },
		{ press: /^Ctrl\+Arrow/, why: "system" },
		{ press: /^Meta\+(Key[HQ]|Space|Tab|Comma|Backquote)$/, why: "system" },
		{
			press: /^Alt\+(Shift\+)?(Key|Digit|Minus|Equal|Bracket|Semicolon|Quote|Comma|Period|Slash)/,
			why: "typing",
		},
		...everywhere,
	],
};

/** Keys that write, edit or move the caret. */
const typing =
	/^(Shift\+)?(Key[A-Z]|Digit\d|Numpad\w+|Minus|Equal|Bracket\w+|Backslash|Intl\w+|Semicolon|Quote|Backquote|Comma|Period|Slash|Space|Enter)$/;
const editing =
	/^((Ctrl|Alt|Meta)\+)?(Shift\+)?(Backspace|Delete|ArrowLeft|ArrowRight|Home|End)$|^(Shift\+)?(Tab|ArrowUp|ArrowDown|PageUp|PageDown)$|^(Ctrl|Meta)\+Key[ACVX]$/;

/** Why a press is never bound on a platform, for an action of this place; null where it may be. */
export function whyNever(press: string, platform: Platform, place: KeyPlace): Unavailable | null {
	const rule = neverBound[platform].find((one) => one.press.test(press));
	if (rule) return rule.why;
	const taken = place === "align" ? /^(Shift\+)?Tab$|^(Ctrl|Meta)\+Key[CV]$/ : editing;
	return taken.test(press) || (place !== "align" && typing.test(press)) ? "typing" : null;
}
