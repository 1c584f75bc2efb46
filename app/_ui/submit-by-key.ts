import type { KeyboardEvent } from "react";

/** Ctrl+Enter, or ⌘Enter; not while an input method composes. */
function isSubmit({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean {
	return key === "Enter" && (ctrlKey || metaKey) && !nativeEvent.isComposing && nativeEvent.keyCode !== 229;
}

/** Sends a form from any of its fields. */
export function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
	if (!isSubmit(event) || event.defaultPrevented) return;
	event.preventDefault();
	if (!event.repeat) event.currentTarget.requestSubmit();
}

/** Presses the main button of a dialog, or sends a form in it that has its own, from anywhere in it. A dialog that opened over it has its own. */
export function pressMainByKey(event: KeyboardEvent<HTMLElement>): void {
	const dialog = event.currentTarget;
	if (!isSubmit(event) || event.defaultPrevented || !dialog.contains(event.target as Node)) return;
	event.preventDefault();
	if (event.repeat) return;
	const main = dialog.querySelector<HTMLElement>("footer [data-main]");
	if (main) main.click();
	else if (event.target instanceof Element) event.target.closest("form")?.requestSubmit();
}
