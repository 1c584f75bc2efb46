"use client";

import { useEffect } from "react";
import { actionsHere, expectActions } from "../store/actions-here.ts";
import type { Desk } from "../store/desk.ts";
import { goToNeighbour, goToSide, step } from "../store/travel.ts";
import { newId } from "../sync/new-id.ts";
import { platformOf, textOfPress } from "./binding.ts";
import { actionOf } from "./key-map.ts";
import { type ActionInDialog, actionNamed, isInDialog, isOffered, type KeyActionId } from "./registry.ts";
import { isLanding, isStroke, pasteLater, strike, textOf } from "./strokes.ts";

type Actions = Awaited<ReturnType<typeof expectActions>>;
export type OpenDialog = (dialog: ActionInDialog) => void;

/** Does an action of the registry, however it was asked for, when everything asked for before is done. */
export function perform(desk: Desk, id: KeyActionId, openDialog: OpenDialog): void {
	desk.turns.take(() => act(desk, id, openDialog));
}

function act(desk: Desk, id: KeyActionId, openDialog: OpenDialog): unknown {
	const now = (actions: Actions) => (isInDialog(id) ? openDialog(id) : actions[id](desk));
	const actions = actionsHere();
	return actions ? now(actions) : expectActions().then(now);
}

/** Does what was chosen by its name: where a key acts on passages, one goes to aligning first. */
export function choose(desk: Desk, id: KeyActionId, openDialog: OpenDialog): void {
	desk.turns.take(() => actOnChoice(desk, id, openDialog));
}

/** The same, in a turn that has been taken already. */
export function actOnChoice(desk: Desk, id: KeyActionId, openDialog: OpenDialog): unknown {
	const alone = actionNamed(id).place === "align" && id !== "toReview";
	if (alone && desk.state.get().mode === "review") desk.setMode("align");
	desk.wantsFocus = true;
	return act(desk, id, openDialog);
}

/** What keeps all keys for itself while it is there. */
export const popups = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** All keys of the workbench, taken before anything on the page sees them. */
export function useKeys(desk: Desk, openDialog: OpenDialog): void {
	useEffect(() => {
		const platform = platformOf(navigator.platform);
		function onKey(event: KeyboardEvent): void {
			if (event.isComposing || event.keyCode === 229) return;
			const target = event.target instanceof Element ? event.target : document.body;
			const early = !desk.turns.busy && isStroke(event) && typeEarly(desk, event);
			const done = early || (desk.turns.busy ? keepForLater(target, event) : doNow(target, event));
			if (!done) return;
			event.preventDefault();
			event.stopPropagation();
		}
		function doNow(target: Element, event: KeyboardEvent): boolean {
			const meant = meaningOf(target, textOfPress(event));
			const landing = !meant && isLanding(desk) && isStroke(event);
			if ((!meant && !landing) || document.querySelector(popups)) return false;
			if (meant) return meant();
			strike(desk, event);
			return true;
		}
		/** A row is on its way: what is pressed now is meant for it. */
		function keepForLater(target: Element, event: KeyboardEvent): boolean {
			const press = textOfPress(event);
			if (target.closest("input, textarea, select") || isForControl(target, press)) return false;
			if (document.querySelector(popups)) return false;
			if (event.key === "Escape" && desk.giveUp && desk.state.get().loading === "failing") {
				turnBack(desk);
				return true;
			}
			const { keys } = desk.state.get();
			const ours = actionOf(keys, press, platform, "review") ?? actionOf(keys, press, platform, "align");
			if (!ours && !isStroke(event)) return false;
			const place = desk.editor?.view.dom ?? document.body;
			desk.turns.take(() => {
				if (isStroke(event) && typeEarly(desk, event)) return;
				const meant = meaningOf(desk.state.get().mode === "review" ? place : document.body, press);
				if (!meant?.()) strike(desk, event);
			}, textOf(event));
			return true;
		}
		/** What a press does here, if it is ours; what it does answers whether it did anything. */
		function meaningOf(target: Element, press: string): (() => boolean) | null {
			const { mode, keys } = desk.state.get();
			const inEditor = target.closest(".cm-editor") !== null;
			if (!inEditor && isForControl(target, press)) return null;
			if (press === "Tab" || press === "Shift+Tab") return tabIn(desk, target, inEditor, press);
			if (mode === "review" && (press === "Enter" || press === "Shift+Enter"))
				return () => focusEditor(desk, inEditor);
			const id = actionOf(keys, press, platform, mode);
			if (id === "confirm" && desk.typing.open?.suggested) return () => goOn(desk);
			if (!id || !isOffered(actionNamed(id), desk.options.head.permissions, desk.has)) return null;
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

/** Keys that are meant for a dialog on its way. */
function typeEarly(desk: Desk, event: KeyboardEvent): boolean {
	return desk.typedEarly.take(textOfPress(event), textOf(event));
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

/** Leaving a sentence sends what is suggested for it. */
function goOn(desk: Desk): boolean {
	desk.turns.take(() => step(desk, 1));
	return true;
}

/** Gives the way to a passage up; what was typed for it is shown, to be copied. */
function turnBack(desk: Desk): void {
	const text = desk.turns.forget();
	if (text.trim() !== "") desk.settlement.tell({ key: "notArrived", values: {}, text, segment: newId() });
	desk.giveUp?.();
}

/** A segment is one line, so Enter makes none; elsewhere on the page it leads back to the text. */
function focusEditor(desk: Desk, inEditor: boolean): boolean {
	if (!inEditor) desk.editor?.focus();
	return true;
}

/** Other fields keep all keys; buttons and links keep those that work them, what finds and replaces the key that does. */
function isForControl(target: Element, press: string): boolean {
	if (target.closest("input, textarea, select")) return !/^(F\d+|Shift\+F\d+)$/.test(press);
	if (target.closest("search") && /^(Ctrl|Meta)\+Enter$/.test(press)) return true;
	return (
		target.closest("button, a, summary, [role=tab]") !== null &&
		/^(Enter|Space|Escape|Arrow\w+|Key[A-Z]|Bracket\w+)$/.test(press)
	);
}
