import type { Side } from "#lib/core/document/model.ts";
import type { Desk } from "./desk.ts";
import type { Keep, KeptDraft } from "./kept.ts";
import { rowOfSegment } from "./local.ts";
import { goToPassage } from "./travel.ts";

/** Brings back what earlier pages could not save: their requests are sent, their wording goes on in the editor. */
export async function restore(desk: Desk, keep: Keep): Promise<void> {
	const { drafts, requests } = await keep.adopt();
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
	desk.leave(); // what was opened before knew nothing of these
	desk.typing.adopt(left);
	desk.state.set({ restored: new Map(left.map(({ segment, at }) => [segment, at])) });
	if (!(await desk.turns.run(() => reopen(desk, here)))) show(desk, here, "refusals.segment-gone");
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
