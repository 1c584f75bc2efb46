import type { KeyActionId } from "../keys/registry.ts";
import {
	joinSegments,
	mergeWithNext,
	moveSegment,
	redo,
	shiftSide,
	split,
	undo,
	whenCertain,
} from "./align-actions.ts";
import { chooseHere } from "./choose-version.ts";
import type { Desk } from "./desk.ts";
import { toggleDisplay } from "./display.ts";
import { confirmAndNext, confirmLink } from "./review-actions.ts";
import { goToAttention, goToSide, goToUncertain, goToUnconfirmed, step } from "./travel.ts";

/** What each action of the key registry does. Dialogs are opened by the screen. */
export const actions: Readonly<
	Record<
		Exclude<KeyActionId, "goTo" | "help" | "realign" | "convert" | "bridge" | "reimport">,
		(desk: Desk) => unknown
	>
> = {
	toAlign: (desk) => desk.setMode("align"),
	toReview: (desk) => desk.setMode("review"),
	confirm: (desk) => confirmAndNext(desk, false),
	approve: (desk) => confirmAndNext(desk, true),
	previous: (desk) => step(desk, -1),
	next: (desk) => step(desk, 1),
	rowUp: (desk) => step(desk, -1),
	rowDown: (desk) => step(desk, 1),
	nextAttention: (desk) => goToAttention(desk, 1),
	previousAttention: (desk) => goToAttention(desk, -1),
	draftChanges: (desk) => desk.setStrip(!desk.state.get().strip),
	find: (desk) => desk.finder.open(),
	showScript: toggleDisplay,
	useOther: (desk) => chooseHere(desk, true),
	keepMine: (desk) => chooseHere(desk, false),
	editSource: (desk) => desk.editSource(),
	undo: (desk) => (desk.state.get().mode === "review" && desk.editor?.undo()) || undo(desk),
	redo: (desk) => (desk.state.get().mode === "review" && desk.editor?.redo()) || redo(desk),
	merge: whenCertain(mergeWithNext),
	join: whenCertain(joinSegments),
	split: whenCertain(split),
	moveUp: whenCertain((desk) => moveSegment(desk, "up")),
	moveDown: whenCertain((desk) => moveSegment(desk, "down")),
	shiftDown: whenCertain((desk) => shiftSide(desk, "down")),
	shiftUp: whenCertain((desk) => shiftSide(desk, "up")),
	confirmLink,
	nextUnconfirmed: goToUnconfirmed,
	nextUncertain: goToUncertain,
	otherSide: goToSide,
};
