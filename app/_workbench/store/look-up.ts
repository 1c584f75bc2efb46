import type { Desk } from "./desk.ts";

/** The server takes no more at once. UTF-16 code units. */
export const longestLookup = 200;

/** Looks up what is selected on the page or in the text being typed, else the source of the passage one is on. */
export function lookUp(desk: Desk): void {
	const chosen = [window.getSelection()?.toString() ?? "", desk.editor?.selection ?? ""].find(isToLookUp);
	const source = desk
		.row()
		?.source.map(({ text }) => text)
		.join("");
	const text = chosen ?? source ?? "";
	if (isToLookUp(text)) show(desk, text);
	else desk.say("nothingToLookUp");
}

/** Whether there is anything in a text that a dictionary of Chinese could know. */
export const isToLookUp = (text: string): boolean => /\p{Script=Han}/u.test(text);

function show(desk: Desk, text: string): void {
	const turn = (desk.state.get().lookup?.turn ?? 0) + 1;
	desk.state.set({ lookup: { text: text.slice(0, longestLookup), turn } });
	desk.layout.unfold("panel");
	desk.showPanel();
}
