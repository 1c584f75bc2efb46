import type { Desk } from "./desk.ts";

/** Where the caret was in a text when this page of the tab was left. */
export interface LeftCaret {
	readonly segment: string;
	readonly text: string;
	readonly at: number;
}

const placeOf = (desk: Desk) => `duizhao.caret.${desk.options.head.id}`;

export function keepCaret(desk: Desk): void {
	const { open, text } = desk.typing;
	if (!open || !desk.editor) sessionStorage.removeItem(placeOf(desk));
	else {
		const left: LeftCaret = { segment: open.segment, text, at: desk.editor.caret };
		sessionStorage.setItem(placeOf(desk), JSON.stringify(left));
	}
}

/** Goes on in the sentence of the passage that the caret was in. */
export function recallCaret(desk: Desk): void {
	const kept = sessionStorage.getItem(placeOf(desk));
	const left = kept === null ? null : (JSON.parse(kept) as LeftCaret);
	const { place } = desk.state.get();
	desk.leftCaret = left;
	if (left && place && desk.row()?.target.some(({ id }) => id === left.segment))
		desk.state.set({ place: { ...place, side: "target", segment: left.segment } });
}

/** Null where the text is another one by now. */
export function caretLeftIn({ leftCaret }: Desk, segment: string, text: string): number | null {
	return leftCaret?.segment === segment && leftCaret.text === text ? leftCaret.at : null;
}
