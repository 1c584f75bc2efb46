import { rowOfSegment } from "../sync/row-cache.ts";
import { segmentsOf, type WireRow, type WireSegment } from "../sync/wire.ts";
import { merge } from "./comparing.ts";
import type { Desk } from "./desk.ts";
import type { OpenText } from "./typing.ts";

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
	if (!segment && open?.segment === place.segment && followJoin(desk, row, open)) return;
	const waits = open?.segment === place.segment && isOnItsWay(desk, open?.segment ?? "");
	if (!segment && open && !open.isNew && !desk.typing.isDirty && !waits && !desk.editor?.isComposing) {
		desk.state.set({ place: desk.placeIn(row, place.side) });
		desk.open(null);
	} else if (segment && open?.segment === segment.id && mayFollow(desk, segment.id)) {
		if (desk.typing.isDirty) mergeIn(desk, open, segment);
		else {
			desk.typing.follow(segment.version, segment.text);
			if (desk.editor && desk.editor.text !== segment.text) desk.editor.replace(segment.text);
		}
	}
}

/** Somebody joined the sentence to its neighbour: the caret and what is being typed go on in the whole. */
function followJoin(desk: Desk, row: WireRow, open: OpenText): boolean {
	const { base, side, version } = open;
	if (!desk.editor || open.isNew || open.suggested || base === "" || !mayFollow(desk, open.segment))
		return false;
	const wholes = segmentsOf(row, side).filter((one) => one.version > version && one.text.includes(base));
	const [whole] = wholes;
	const at = whole?.text.indexOf(base) ?? 0;
	if (!whole || wholes.length > 1 || at !== whole.text.lastIndexOf(base)) return false;
	if (desk.typing.draftOf(whole.id)) return false;
	const text = `${whole.text.slice(0, at)}${desk.typing.text}${whole.text.slice(at + base.length)}`;
	const caret = at + desk.editor.caret;
	const place = { passage: row.id, side, segment: whole.id };
	desk.typing.carryOver({ ...place, isNew: false, version: whole.version, base: whole.text }, text);
	desk.state.set({ place });
	desk.open(caret);
	return true;
}

/** What somebody else saved goes into what is being typed, word by word; the same words wait for the next save, which shows both. */
function mergeIn(desk: Desk, { base, version, side }: OpenText, segment: WireSegment): void {
	if (!desk.editor || segment.version <= version || segment.text === base) return;
	const merged = merge(base, desk.typing.text, segment.text, desk.language(side));
	if (merged.kind === "conflict") return;
	desk.typing.rebase(segment.version, segment.text, merged.text);
	desk.editor.replace(merged.text);
	desk.say("merged", {}, { tone: "success" });
}

/** The editor's text may change under a person's eyes only while nothing of it is on its way or undecided. */
function mayFollow(desk: Desk, segment: string): boolean {
	const { conflicts, troubles } = desk.state.get();
	const undecided = conflicts.has(segment) || troubles.some((trouble) => trouble.segment === segment);
	return !undecided && !isOnItsWay(desk, segment) && !desk.editor?.isComposing;
}

/** What comes of a text that is on its way is known when it is answered: see `takeAlong`. */
function isOnItsWay(desk: Desk, segment: string): boolean {
	return desk.data.queue.requests.some(
		({ change }) => change.kind === "operation" && change.operation["segment"] === segment,
	);
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
	const merged = merge(draft.base, draft.text, open.base, desk.language(open.side));
	if (merged.kind === "merged") {
		desk.editor?.replace(merged.text);
		desk.typed(merged.text);
		return;
	}
	desk.typing.pause(draft.segment, draft);
	const { passage, side, version } = open;
	const both = { passage, side, version, base: draft.base, mine: draft.text, theirs: open.base };
	desk.state.set({ conflicts: new Map(desk.state.get().conflicts).set(draft.segment, both) });
}
