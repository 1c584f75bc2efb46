"use client";

import { useEffect } from "react";
import { actions } from "../store/actions.ts";
import type { Desk } from "../store/desk.ts";
import { goToNeighbour, goToSide } from "../store/travel.ts";
import { platformOf, textOfPress } from "./binding.ts";
import { actionOf, isOffered, type KeyActionId, keyActions } from "./registry.ts";

export type OpenDialog = (dialog: "goTo" | "help") => void;

/** Does an action of the registry, however it was asked for. */
export function perform(desk: Desk, id: KeyActionId, openDialog: OpenDialog): void {
	if (id === "goTo" || id === "help") openDialog(id);
	else void actions[id](desk);
}

const popups = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** All keys of the workbench, taken before anything on the page sees them. */
export function useKeys(desk: Desk, openDialog: OpenDialog): void {
	useEffect(() => {
		const platform = platformOf(navigator.platform);
		function onKey(event: KeyboardEvent): void {
			if (event.isComposing || event.keyCode === 229 || document.querySelector(popups)) return;
			const target = event.target instanceof Element ? event.target : document.body;
			const press = textOfPress(event);
			if (isForControl(target, press)) return;
			if (handle(target, press)) {
				event.preventDefault();
				event.stopPropagation();
			}
		}
		function handle(target: Element, press: string): boolean {
			const { mode } = desk.state.get();
			const inEditor = target.closest(".cm-editor") !== null;
			if (inEditor && (press === "Tab" || press === "Shift+Tab"))
				return goToNeighbour(desk, press === "Tab" ? 1 : -1);
			if (mode === "review" && (press === "Enter" || press === "Shift+Enter"))
				return focusEditor(desk, inEditor);
			if (mode === "align" && target.closest("[role=row]") && (press === "Tab" || press === "Shift+Tab")) {
				return otherSideFirst(desk, press);
			}
			const id = actionOf(press, platform, mode);
			const action = keyActions.find((known) => known.id === id);
			if (!id || !action || !isOffered(action, desk.options.head.permissions, desk.twoSided)) return false;
			perform(desk, id, openDialog);
			return true;
		}
		window.addEventListener("keydown", onKey, { capture: true });
		return () => window.removeEventListener("keydown", onKey, { capture: true });
	}, [desk, openDialog]);
}

/** Tab goes from the source to the rendering before it leaves the grid, and back the same way. */
function otherSideFirst(desk: Desk, press: string): boolean {
	const leaving = press === "Tab" ? "target" : "source";
	if (!desk.twoSided || desk.state.get().place?.side === leaving) return false;
	goToSide(desk);
	return true;
}

/** A segment is one line, so Enter makes none; elsewhere on the page it leads back to the text. */
function focusEditor(desk: Desk, inEditor: boolean): boolean {
	if (!inEditor) desk.editor?.focus();
	return true;
}

/** Other fields keep all keys; buttons and links keep those that work them. */
function isForControl(target: Element, press: string): boolean {
	if (target.closest(".cm-editor")) return false;
	if (target.closest("input, textarea, select")) return !/^(F\d+|Shift\+F\d+)$/.test(press);
	return (
		target.closest("button, a, summary, [role=tab]") !== null &&
		/^(Enter|Space|Escape|Arrow\w+|Key[A-Z]|Bracket\w+)$/.test(press)
	);
}
