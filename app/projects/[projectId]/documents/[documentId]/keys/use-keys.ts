"use client";

import { useEffect } from "react";
import { actions } from "../store/actions.ts";
import type { Desk } from "../store/desk.ts";
import { goToNeighbour, goToSide } from "../store/travel.ts";
import { platformOf, textOfPress } from "./binding.ts";
import { actionOf, isOffered, type KeyActionId, keyActions } from "./registry.ts";
import { isLanding, isStroke, pasteLater, strike, textOf } from "./strokes.ts";

/** Actions that are a dialog: what they do is done there. */
const inDialogs = [
	"goTo",
	"help",
	"realign",
	"convert",
	"bridge",
	"reimport",
] as const satisfies KeyActionId[];
export type ActionInDialog = (typeof inDialogs)[number];
export type OpenDialog = (dialog: ActionInDialog) => void;

const isInDialog = (id: KeyActionId): id is ActionInDialog => inDialogs.some((one) => one === id);

/** Does an action of the registry, however it was asked for, when everything asked for before is done. */
export function perform(desk: Desk, id: KeyActionId, openDialog: OpenDialog): void {
	desk.turns.take(() => (isInDialog(id) ? openDialog(id) : actions[id](desk)));
}

const popups = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** All keys of the workbench, taken before anything on the page sees them. */
export function useKeys(desk: Desk, openDialog: OpenDialog): void {
	useEffect(() => {
		const platform = platformOf(navigator.platform);
		function onKey(event: KeyboardEvent): void {
			if (event.isComposing || event.keyCode === 229) return;
			const target = event.target instanceof Element ? event.target : document.body;
			if (document.querySelector(popups)) return;
			const done = desk.turns.busy ? keepForLater(target, event) : doNow(target, event);
			if (!done) return;
			event.preventDefault();
			event.stopPropagation();
		}
		function doNow(target: Element, event: KeyboardEvent): boolean {
			const meant = meaningOf(target, textOfPress(event));
			if (meant) return meant();
			if (!isLanding(desk) || !isStroke(event)) return false;
			strike(desk, event);
			return true;
		}
		/** A row is on its way: what is pressed now is meant for it. */
		function keepForLater(target: Element, event: KeyboardEvent): boolean {
			const press = textOfPress(event);
			if (target.closest("input, textarea, select") || isForControl(target, press)) return false;
			if (event.key === "Escape" && desk.giveUp && desk.state.get().loading === "failing") {
				turnBack(desk);
				return true;
			}
			const ours = actionOf(press, platform, "review") ?? actionOf(press, platform, "align");
			if (!ours && !isStroke(event)) return false;
			const place = desk.editor?.view.dom ?? document.body;
			desk.turns.take(() => {
				const meant = meaningOf(desk.state.get().mode === "review" ? place : document.body, press);
				if (!meant?.()) strike(desk, event);
			}, textOf(event));
			return true;
		}
		/** What a press does here, if it is ours; what it does answers whether it did anything. */
		function meaningOf(target: Element, press: string): (() => boolean) | null {
			const { mode } = desk.state.get();
			const inEditor = target.closest(".cm-editor") !== null;
			if (!inEditor && isForControl(target, press)) return null;
			if (press === "Tab" || press === "Shift+Tab") return tabIn(desk, target, inEditor, press);
			if (mode === "review" && (press === "Enter" || press === "Shift+Enter"))
				return () => focusEditor(desk, inEditor);
			const id = actionOf(press, platform, mode);
			const action = keyActions.find((known) => known.id === id);
			if (!id || !action || !isOffered(action, desk.options.head.permissions, desk.has)) return null;
			return () => {
				perform(desk, id, openDialog);
				return true;
			};
		}
		const onPaste = (event: ClipboardEvent) => pasteLater(desk, event);
		window.addEventListener("keydown", onKey, { capture: true });
		window.addEventListener("paste", onPaste, { capture: true });
		return () => {
			window.removeEventListener("keydown", onKey, { capture: true });
			window.removeEventListener("paste", onPaste, { capture: true });
		};
	}, [desk, openDialog]);
}

/** In the text Tab goes to the neighbour segment of the passage, on passages to the other side, before it leaves. */
function tabIn(
	desk: Desk,
	target: Element,
	inEditor: boolean,
	press: "Tab" | "Shift+Tab",
): (() => boolean) | null {
	if (inEditor) return () => goToNeighbour(desk, press === "Tab" ? 1 : -1);
	if (desk.state.get().mode === "align" && target.closest("[role=row]"))
		return () => otherSideFirst(desk, press);
	return null;
}

/** Tab goes from the source to the rendering before it leaves the grid, and back the same way. */
function otherSideFirst(desk: Desk, press: string): boolean {
	const leaving = press === "Tab" ? "target" : "source";
	if (!desk.twoSided || desk.state.get().place?.side === leaving) return false;
	goToSide(desk);
	return true;
}

/** Gives the way to a passage up; what was typed for it is shown, to be copied. */
function turnBack(desk: Desk): void {
	const text = desk.turns.forget();
	if (text.trim() !== "") desk.state.set({ trouble: { key: "notArrived", values: {}, text, segment: "" } });
	desk.giveUp?.();
}

/** A segment is one line, so Enter makes none; elsewhere on the page it leads back to the text. */
function focusEditor(desk: Desk, inEditor: boolean): boolean {
	if (!inEditor) desk.editor?.focus();
	return true;
}

/** Other fields keep all keys; buttons and links keep those that work them. */
function isForControl(target: Element, press: string): boolean {
	if (target.closest("input, textarea, select")) return !/^(F\d+|Shift\+F\d+)$/.test(press);
	return (
		target.closest("button, a, summary, [role=tab]") !== null &&
		/^(Enter|Space|Escape|Arrow\w+|Key[A-Z]|Bracket\w+)$/.test(press)
	);
}
