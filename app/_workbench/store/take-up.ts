/** What becomes of wordings that earlier pages left on this device. */
import { fieldsOf, operationOf } from "../sync/edited.ts";
import type { KeptDraft, KeptRequest } from "../sync/kept.ts";
import { rowOfSegment } from "../sync/row-cache.ts";
import type { Desk } from "./desk.ts";
import { goToSegment } from "./go-to-segment.ts";
import { sendText } from "./send-text.ts";
import { sendSuggestion } from "./suggesting.ts";

export interface LeftBehind {
	readonly left: readonly KeptDraft[];
	/** Of the sentence that somebody has begun to type in before these were found. */
	readonly beside: readonly KeptDraft[];
	readonly requests: readonly KeptRequest[];
}

/** One wording goes on in the editor; the others are sent as if their sentences had just been left. */
export async function takeUp(desk: Desk, { left, beside, requests }: LeftBehind): Promise<void> {
	const { typing, state } = desk;
	for (const draft of beside)
		if (!isSettled(desk, draft, requests)) void send(desk, onWhatIsKnown(draft, requests));
	const drafts: KeptDraft[] = [];
	for (const { segment } of left) {
		const draft = typing.draftOf(segment);
		if (draft && isSettled(desk, draft, requests)) typing.discard(segment);
		else if (draft) drafts.push(onWhatIsKnown(draft, requests));
	}
	const [latest] = drafts.toSorted((a, b) => b.at - a.at);
	const here = drafts.find(({ passage }) => passage === state.get().place?.passage) ?? latest;
	if (!here) return;
	const { leftCaret } = desk;
	desk.leave(); // what was opened before knew nothing of these
	desk.leftCaret = leftCaret;
	typing.adopt(drafts);
	state.set({ restored: new Map(drafts.map(({ segment, at }) => [segment, at])) });
	if (here.suggested) state.set({ mode: "review" });
	for (const draft of drafts) if (draft !== here) void send(desk, draft);
	if (await desk.turns.run(() => reopen(desk, here))) return;
	const draft = typing.draftOf(here.segment);
	if (draft) await send(desk, draft);
}

/** What was typed on a text whose request is gone was typed on a version that nobody can name any more. */
function onWhatIsKnown(draft: KeptDraft, requests: readonly KeptRequest[]): KeptDraft {
	const isKnown = draft.version >= 0 || requests.some(({ stand }) => stand === draft.version);
	return isKnown ? draft : { ...draft, version: 0 };
}

/** The text stands there already, or is on its way. */
function isSettled(desk: Desk, draft: KeptDraft, requests: readonly KeptRequest[]): boolean {
	if (textOf(desk, draft) === draft.text) return true;
	return requests.some((request) => {
		const { segment, text } = fieldsOf(operationOf(request) ?? { type: "" });
		return segment === draft.segment && text === draft.text;
	});
}

/** What stands in the segment now, as far as it is loaded. */
function textOf(desk: Desk, { segment, passage }: KeptDraft): string | undefined {
	const { rows } = desk.data;
	const row = rows.row(rowOfSegment(rows, segment, passage) ?? "");
	return row && [...row.target, ...row.source].find(({ id }) => id === segment)?.text;
}

/** Goes to where the wording was being typed; answers whether one can go on with it there. */
async function reopen(desk: Desk, { passage, segment, isNew }: KeptDraft): Promise<boolean> {
	const found = await goToSegment(desk, segment, passage);
	if (!found && isNew && desk.data.rows.row(passage)) desk.go({ passage, side: "target", segment });
	const { place, mode } = desk.state.get();
	return place?.segment === segment && mode === "review";
}

/** Sends a wording that nobody goes on with; one that has no place in the document any more is shown, to be copied. */
async function send(desk: Desk, draft: KeptDraft): Promise<void> {
	const { segment, passage, text } = draft;
	if (draft.suggested) {
		await sendSuggestion(desk, draft, text);
		return;
	}
	if (draft.isNew && !desk.data.rows.row(passage)) {
		await desk.windows.refresh(passage, desk.data);
		if (desk.typing.open?.segment === segment) return;
	}
	const isNew = draft.isNew && textOf(desk, draft) === undefined;
	if (sendText(desk, { ...draft, isNew }, text) !== null) return;
	desk.typing.pause(segment, draft);
	desk.settlement.tell({ key: "refusals.segment-gone", values: {}, text, segment });
}
