import { mergeTexts } from "#lib/core/diff/merge.ts";
import type { Desk } from "./desk.ts";
import { rowOfSegment } from "./local.ts";
import { segmentsOf } from "./wire.ts";

/** Stays with the segment where it went; takes in its new text where nobody is typing. */
export function followPlace(desk: Desk): void {
	const { place } = desk.state.get();
	if (!place) return;
	const { rows } = desk.data;
	const holder = place.segment ? rowOfSegment(rows, place.segment, place.passage) : null;
	const row = rows.row(holder ?? place.passage);
	if (!row) return;
	const { open } = desk.typing;
	const segment = segmentsOf(row, place.side).find(({ id }) => id === place.segment);
	if (row.id !== place.passage) desk.state.set({ place: { ...place, passage: row.id } });
	if (!segment && open && !open.isNew && !desk.typing.isDirty) {
		desk.state.set({ place: desk.placeIn(row, place.side) });
		desk.open(null);
	} else if (segment && open?.segment === segment.id && mayFollow(desk, segment.id)) {
		desk.typing.follow(segment.version, segment.text);
		if (desk.editor && desk.editor.text !== segment.text) desk.editor.replace(segment.text);
	}
}

/** The editor's text may change under a person's eyes only while it is not theirs: nothing typed, sent or undecided. */
function mayFollow(desk: Desk, segment: string): boolean {
	const { conflicts, trouble } = desk.state.get();
	const undecided = conflicts.has(segment) || trouble?.segment === segment;
	const sent = desk.data.queue.requests.some(
		({ change }) => change.kind === "operation" && change.operation["segment"] === segment,
	);
	return !undecided && !sent && !desk.typing.isDirty && !desk.editor?.isComposing;
}

/**
 * Goes on in wording found on this device. Where the text on the server moved on meanwhile, the two are merged
 * or put beside each other.
 */
export function resumeDraft(desk: Desk): void {
	const { open } = desk.typing;
	const draft = open ? desk.typing.draftOf(open.segment) : undefined;
	if (
		!open ||
		!draft ||
		draft.isNew ||
		draft.base === open.base ||
		desk.state.get().conflicts.has(draft.segment)
	)
		return;
	const merged = mergeTexts(draft.base, draft.text, open.base, desk.language(open.side));
	if (merged.kind === "merged") {
		desk.editor?.replace(merged.text);
		desk.typed(merged.text);
		return;
	}
	desk.typing.pause(draft.segment);
	const { passage, side, version } = open;
	const both = { passage, side, version, base: draft.base, mine: draft.text, theirs: open.base };
	desk.state.set({ conflicts: new Map(desk.state.get().conflicts).set(draft.segment, both) });
}
