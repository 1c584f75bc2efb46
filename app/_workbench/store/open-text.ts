import type { KeptDraft } from "../sync/kept.ts";
import { newId } from "../sync/new-id.ts";
import type { Desk } from "./desk.ts";
import { resumeDraft } from "./follow.ts";
import { caretLeftIn } from "./left-caret.ts";
import type { Place } from "./state.ts";

/** Puts the text of the place into the editor, with wording brought back from this device where there is some. */
export function openText(desk: Desk, caret: number | null): void {
	const { place, mode, conflicts, travelling } = desk.state.get();
	const row = desk.row();
	if (!place || !row || place.segment === null || mode !== "review" || !desk.editor) return;
	if (travelling !== null) return;
	const segment = desk.segment();
	const draft = desk.typing.draftOf(place.segment);
	if (draft?.suggested && !desk.state.get().suggesting) {
		desk.suggestsOnce = true;
		desk.state.set({ suggesting: true });
		desk.say("suggesting");
	}
	if (desk.state.get().suggesting && place.side === "target") {
		openSuggestion(desk, place, draft, caret);
		return;
	}
	const base = segment?.text ?? "";
	const text = draft?.text ?? conflicts.get(place.segment)?.mine ?? base;
	const { passage, side } = place;
	const now = { version: segment?.version ?? 0, base };
	const { version, base: begun } = (conflicts.has(place.segment) && draft) || now;
	desk.typing.start({ segment: place.segment, passage, side, isNew: !segment, version, base: begun }, text);
	const label = side === "source" ? "editSource" : "editRendering";
	const at = caret ?? caretLeftIn(desk, place.segment, text);
	desk.editor.open({ text, caret: at, lang: desk.language(side), label: desk.labels[label] });
	resumeDraft(desk);
}

/** Opens the text to be worded as somebody would suggest it; a suggestion begun earlier goes on from its own base. */
function openSuggestion(
	desk: Desk,
	{ passage, segment: id, side }: Place,
	draft: KeptDraft | undefined,
	caret: number | null,
): void {
	const segment = desk.segment();
	const { version, base, isNew } = draft?.suggested
		? draft
		: { version: segment?.version ?? 0, base: segment?.text ?? "", isNew: !segment };
	const text = draft?.text ?? base;
	desk.typing.start({ segment: id ?? newId(), passage, side, isNew, version, base, suggested: true }, text);
	const at = caret ?? caretLeftIn(desk, desk.typing.open?.segment ?? "", text);
	desk.editor?.open({ text, caret: at, lang: desk.language(side), label: desk.labels.suggest });
}
