import type { Desk } from "./desk.ts";

/** What is looked up in the project; `turn` rises each time it is asked for. */
export interface ConcordanceState {
	readonly text: string;
	readonly turn: number;
}

/** Longest text that is looked up. */
const longest = 500;

/** Looks up what is selected, in a text or in the editor; where nothing is, what was looked up before. */
export function lookUpSelection(desk: Desk): void {
	const { concordance } = desk.state.get();
	const text = selected(desk) || (concordance?.text ?? "");
	desk.state.set({ concordance: { text, turn: (concordance?.turn ?? 0) + 1 } });
}

function selected(desk: Desk): string {
	const inEditor = desk.state.get().mode === "review" ? (desk.editor?.selected ?? "") : "";
	const onPage = typeof window === "undefined" ? "" : String(window.getSelection() ?? "");
	return (inEditor || onPage).trim().slice(0, longest);
}
