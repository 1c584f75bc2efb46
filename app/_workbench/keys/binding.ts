/** A key press as text ("Ctrl+Alt+Enter", "Meta+KeyZ"): modifiers, then `KeyboardEvent.code`. */

export type Platform = "windows" | "mac";

export interface Press {
	readonly code: string;
	readonly ctrlKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
	readonly metaKey: boolean;
}

/** The text of a press; Enter on the number pad is Enter. */
export function textOfPress(press: Press): string {
	const code = press.code === "NumpadEnter" ? "Enter" : press.code;
	return [
		press.ctrlKey && "Ctrl",
		press.altKey && "Alt",
		press.shiftKey && "Shift",
		press.metaKey && "Meta",
		code,
	]
		.filter(Boolean)
		.join("+");
}

const caps: Readonly<Record<string, string>> = {
	ArrowUp: "Up",
	ArrowDown: "Down",
	ArrowLeft: "Left",
	ArrowRight: "Right",
	Escape: "Esc",
	BracketRight: "]",
	BracketLeft: "[",
	Minus: "-",
	Equal: "=",
	Comma: ",",
	Period: ".",
	Slash: "/",
	Backslash: "\\",
	Semicolon: ";",
	Quote: "'",
	Backquote: "`",
};

/** The same binding in the words of app/_ui/kbd.tsx, which shows it as the person's platform writes it. */
export function capsOf(binding: string): string {
	return binding
		.split("+")
		.map((part) => caps[part] ?? part.replace(/^(Key|Digit)/, ""))
		.join("+");
}

export function platformOf(agent: string): Platform {
	return /Mac|iPhone|iPad/.test(agent) ? "mac" : "windows";
}
