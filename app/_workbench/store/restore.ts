import type { Side } from "#lib/core/document/model.ts";
import type { Keep, KeptDraft } from "../sync/kept.ts";
import { expectOperations } from "../sync/operations-here.ts";
import { rowOfSegment } from "../sync/row-cache.ts";
import { expectComparing } from "./comparing.ts";
import type { Desk } from "./desk.ts";
import { goToPassage } from "./travel.ts";

/** Nothing is kept on this device before it is known what was: so long at most that waits for code. Milliseconds. */
const patience = 3_000;

/** Brings back what earlier pages could not save: their requests are sent, their wording goes on in the editor. */
export async function restore(desk: Desk, keep: Keep): Promise<void> {
	const { drafts, requests } = await keep.adopt();
	if (requests.length + drafts.length > 0) await codeForThem();
	desk.openKeep(keep);
	desk.data.adopt(requests);
	const left: KeptDraft[] = [];
	for (const draft of drafts) {
		if (textOf(desk, draft) === draft.text) await keep.dropDraft(draft.segment);
		else if (desk.typing.isDirty && desk.typing.open?.segment === draft.segment)
			show(desk, draft, "refusals.segment-changed");
		else left.push(draft);
	}
	const here = left.find(({ passage }) => passage === desk.state.get().place?.passage) ?? left[0];
	if (!here) return;
	const { leftCaret } = desk;
	desk.leave(); // what was opened before knew nothing of these
	desk.leftCaret = leftCaret;
	desk.typing.adopt(left);
	desk.state.set({ restored: new Map(left.map(({ segment, at }) => [segment, at])) });
	if (here.suggested) desk.state.set({ mode: "review" });
	if (await desk.turns.run(() => reopen(desk, here))) return;
	await desk.data.queue.whenIdle(); // a text of it that is on its way may find where the sentence went
	const draft = desk.typing.draftOf(here.segment);
	if (!draft || desk.state.get().trouble?.segment === here.segment) return;
	const { passage, text, isNew, suggested } = draft;
	const along = isNew || suggested ? null : await import("./take-along.ts").catch(() => null);
	if (along && (await along.takeAlong(desk, { ...draft, passage }, () => text))) return;
	show(desk, draft, "refusals.segment-gone");
}

/**
 * Without it requests are sent all the same, and shown when the server has answered; and where the text of a draft has
 * moved on meanwhile, somebody decides between the two.
 */
async function codeForThem(): Promise<void> {
	const code = Promise.all([expectOperations(), expectComparing()]).catch(() => undefined);
	await Promise.race([code, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** What stands in the segment now, as far as it is loaded. */
function textOf(desk: Desk, { segment, passage }: KeptDraft): string | undefined {
	const { rows } = desk.data;
	const row = rows.row(rowOfSegment(rows, segment, passage) ?? "");
	return row && [...row.target, ...row.source].find(({ id }) => id === segment)?.text;
}

/** Goes to where the wording was being typed; answers whether that is still there. */
async function reopen(desk: Desk, { passage, segment, isNew }: KeptDraft): Promise<boolean> {
	const inSource = () => desk.data.rows.row(passage)?.source.some(({ id }) => id === segment);
	const side: Side = inSource() ? "source" : "target";
	const found = await goToPassage(desk, passage, { segment, side });
	if (found && isNew) desk.go({ passage, side: "target", segment });
	return found && desk.state.get().place?.segment === segment;
}

/** A text that has no place in the document any more is shown, to be copied. */
function show(desk: Desk, { segment, text }: KeptDraft, key: string): void {
	desk.typing.pause(segment);
	desk.state.set({ trouble: { key, values: {}, text, segment } });
}
