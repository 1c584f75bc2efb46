import type { Desk } from "./desk.ts";

/** Longer than any term. UTF-16 code units. */
const longest = 100;

/** What was selected of a source text last: selecting its rendering, or opening a dialog, takes the selection away. */
const selections = new WeakMap<Desk, { readonly passage: string | null; readonly text: string }>();

export function rememberSelectedSource(desk: Desk, signal: AbortSignal): void {
	const look = () => {
		const selection = document.getSelection();
		const text = String(selection ?? "").trim();
		if (text === "" || text.length > longest || !/\p{Script=Han}/u.test(text)) return;
		const { anchorNode } = selection ?? {};
		const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
		if (element?.closest("[data-side=source]"))
			selections.set(desk, { passage: desk.state.get().place?.passage ?? null, text });
	};
	document.addEventListener("selectionchange", look, { signal });
}

/** Of the passage one is on; empty where nothing was selected in it. */
export function selectedSource(desk: Desk): string {
	const known = selections.get(desk);
	return known?.passage === (desk.state.get().place?.passage ?? null) ? (known?.text ?? "") : "";
}
