import type { ActionInDialog, KeyActionId } from "../keys/registry.ts";
import {
	joinSegments,
	mergeWithNext,
	mergeWithPrevious,
	moveParagraph,
	moveSegment,
	redo,
	shiftSide,
	split,
	undo,
	whenCertain,
} from "./align-actions.ts";
import { chooseHere } from "./choose-version.ts";
import { beginComment, decideHere, goToComment } from "./comment-actions.ts";
import { lookUpSelection } from "./concordance.ts";
import { confirmAbove, toggleAutoConfirm } from "./confirm-above.ts";
import type { Desk } from "./desk.ts";
import { askToDismiss, goToFinding } from "./finding-queue.ts";
import { lookUp } from "./look-up.ts";
import { goToLopsided } from "./lopsided.ts";
import { toggleDisplay } from "./other-script.ts";
import { discardEmpty, swapWithNext, takeApart, toggleParagraph } from "./pair-actions.ts";
import { goToNextPerson } from "./people.ts";
import { confirmAndNext, confirmLink } from "./review-actions.ts";
import { goToNextRisk } from "./risks.ts";
import { showFault } from "./show-fault.ts";
import { suggestInstead } from "./suggesting.ts";
import { insertTerm, openGlossary, showTerms } from "./term-actions.ts";
import { goToAttention, goToSide, goToUncertain, goToUnconfirmed, step } from "./travel.ts";
import { toggleWrote } from "./wrote.ts";

/** What each action of the key registry does. Dialogs are opened by the screen. */
export const actions: Readonly<Record<Exclude<KeyActionId, ActionInDialog>, (desk: Desk) => unknown>> = {
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
	whoWrote: toggleWrote,
	find: (desk) => desk.finder.open(),
	concordance: lookUpSelection,
	showTerms,
	insertTerm,
	glossary: (desk) => openGlossary(desk),
	suggestion1: (desk) => desk.elsewhere.insert(0),
	suggestion2: (desk) => desk.elsewhere.insert(1),
	suggestion3: (desk) => desk.elsewhere.insert(2),
	suggestion4: (desk) => desk.elsewhere.insert(3),
	suggestion5: (desk) => desk.elsewhere.insert(4),
	suggestion6: (desk) => desk.elsewhere.insert(5),
	suggestion7: (desk) => desk.elsewhere.insert(6),
	suggestion8: (desk) => desk.elsewhere.insert(7),
	suggestion9: (desk) => desk.elsewhere.insert(8),
	replace: (desk) => desk.finder.openReplace(),
	showFault,
	nextFinding: (desk) => goToFinding(desk, 1),
	previousFinding: (desk) => goToFinding(desk, -1),
	dismissFinding: (desk) => askToDismiss(desk),
	nextRisk: goToNextRisk,
	proofread: (desk) => desk.faults.toggle(),
	lookUp,
	showScript: toggleDisplay,
	showParagraphs: (desk) => desk.layout.toggleView(),
	foldOutline: (desk) => desk.layout.toggleFold("outline"),
	foldPanel: (desk) => desk.layout.toggleFold("panel"),
	filterText: (desk) => desk.layout.filterByText(),
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
	mergePrevious: whenCertain(mergeWithPrevious),
	moveParagraphUp: whenCertain((desk) => moveParagraph(desk, "up")),
	moveParagraphDown: whenCertain((desk) => moveParagraph(desk, "down")),
	takeApart: whenCertain(takeApart),
	swap: whenCertain(swapWithNext),
	paragraph: whenCertain(toggleParagraph),
	discard: whenCertain(discardEmpty),
	confirmLink,
	confirmAbove: whenCertain(confirmAbove),
	autoConfirm: toggleAutoConfirm,
	nextLopsided: (desk) => goToLopsided(desk, 1),
	previousLopsided: (desk) => goToLopsided(desk, -1),
	nextUnconfirmed: goToUnconfirmed,
	nextUncertain: goToUncertain,
	nextPerson: goToNextPerson,
	otherSide: goToSide,
	comment: beginComment,
	suggestInstead,
	nextComment: (desk) => goToComment(desk, 1),
	previousComment: (desk) => goToComment(desk, -1),
	acceptSuggestion: (desk) => decideHere(desk, true),
	rejectSuggestion: (desk) => decideHere(desk, false),
	showNews,
	compareNews: (desk) => visit(desk, "compare", { from: String(desk.state.get().news?.since ?? "draft") }),
	markSeen: (desk) => desk.news.markSeen(),
	compare: (desk) => visit(desk, "compare"),
	timeline: (desk) => visit(desk, "timeline"),
	deliver: (desk) => visit(desk, "deliver"),
	measures: (desk) => visit(desk, "measures"),
	projectFindings: openProjectFindings,
};

/** Leaves for another page of the document. */
function visit(
	desk: Desk,
	page: "compare" | "deliver" | "timeline" | "measures",
	query: Readonly<Record<string, string>> = {},
): void {
	const { projectId, id } = desk.state.get().head;
	const asked = new URLSearchParams(query).toString();
	desk.typing.save();
	desk.visit(`/projects/${projectId}/documents/${id}/${page}${asked && `?${asked}`}`);
}

/** Leaves for what the checks find in all documents of the project. */
function openProjectFindings(desk: Desk): void {
	desk.typing.save();
	desk.visit(`/projects/${desk.state.get().head.projectId}/findings`);
}

/** Shows the passages that others changed since one was here last, and no others. */
function showNews(desk: Desk): void {
	const { news } = desk.state.get();
	if (news) desk.filterBy({ since: String(news.since), by: "others" });
}
