import type { Desk } from "./desk.ts";
import { preferredOf, termsOfRow } from "./terms-of-row.ts";

/** Brings the terms of the passage one is on into sight. */
export function showTerms(desk: Desk): void {
	desk.state.set({ termsAsked: desk.state.get().termsAsked + 1 });
	desk.layout.unfold("panel");
	desk.showPanel();
}

/** Puts in the rendering of the first term of the source that the rendering does not have yet. */
export function insertTerm(desk: Desk): void {
	const { terms } = desk.state.get();
	const row = desk.row();
	const [next] = row && terms ? termsOfRow(row, terms.matcher).filter(isMissing) : [];
	const rendering = next && preferredOf(next.term);
	if (rendering) insertRendering(desk, rendering.text);
	else desk.say("noTermLeft");
}

const isMissing = ({ term, used }: ReturnType<typeof termsOfRow>[number]): boolean =>
	preferredOf(term) !== undefined && [...used].every(({ status }) => status === "forbidden");

/** Writes at the caret, or in the place of what is selected, as somebody would who types it. */
export function insertRendering(desk: Desk, text: string): void {
	const row = desk.row();
	const { place, mode } = desk.state.get();
	if (!row) return;
	if (place?.side !== "target" || mode !== "review") desk.go(desk.placeIn(row), { mode: "review" });
	const { editor } = desk;
	if (!editor || !desk.typing.open) return;
	const { from, to } = editor.selectedRange;
	const before = editor.text.slice(0, from);
	const after = editor.text.slice(to);
	const apart = [
		/[\p{L}\p{N},;:.!?)”’]$/u.test(before) ? " " : "",
		/^[\p{L}\p{N}(“]/u.test(after) ? " " : "",
	];
	editor.put(from, to, apart.join(text));
	desk.focus();
}

/** Leaves for the project's glossary. */
export function openGlossary(desk: Desk, term: string | null = null): void {
	const { projectId } = desk.state.get().head;
	desk.typing.save();
	desk.visit(`/projects/${projectId}/glossary${term === null ? "" : `?term=${encodeURIComponent(term)}`}`);
}
