/** Keys pressed while the text they are meant for is still on its way. */
import { plainLine } from "../editor/plain-paste.ts";
import type { Desk } from "../store/desk.ts";

const editing = /^(Backspace|Delete|Home|End|Enter|Tab|Escape|Arrow(Left|Right|Up|Down))$/;

/** Whether a press types or edits; anything else is the browser's. */
export function isStroke(event: KeyboardEvent): boolean {
	if (textOf(event) !== "") return true;
	if ((event.ctrlKey || event.metaKey) && event.code === "KeyA") return true;
	return editing.test(event.key) && !event.altKey;
}

/** The character that a press types; none for a press that does something else. */
export function textOf(event: KeyboardEvent): string {
	const composed = event.getModifierState("AltGraph");
	const typed = [...event.key].length === 1 && (composed || !(event.ctrlKey || event.metaKey));
	return typed ? event.key : "";
}

/** The focus is on its way into the text: it is where the person believes to be typing. */
export function isLanding(desk: Desk): boolean {
	const { mode, travelling } = desk.state.get();
	if (mode !== "review" || travelling !== null || !desk.editor || !desk.typing.open) return false;
	return desk.wantsFocus && document.activeElement === document.body;
}

/** Types or edits in the text that is open now. */
export function strike(desk: Desk, event: KeyboardEvent): void {
	if (!desk.typing.open || desk.state.get().mode !== "review") return;
	if (!desk.editor?.press(event)) desk.editor?.insert(textOf(event));
}

/** What is pasted while a row is on its way goes into that row. */
export function pasteLater(desk: Desk, event: ClipboardEvent): void {
	const elsewhere = event.target instanceof Element && event.target.closest("input, textarea");
	if (!desk.turns.busy || elsewhere) return;
	const text = plainLine(event.clipboardData?.getData("text/plain") ?? "");
	event.preventDefault();
	event.stopPropagation();
	desk.turns.take(() => desk.typing.open && desk.editor?.insert(text), text);
}
