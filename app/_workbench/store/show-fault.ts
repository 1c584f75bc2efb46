import type { Desk } from "./desk.ts";

/** Opens what is wrong at the caret, or else next after it, to be mended by keys. */
export function showFault(desk: Desk): void {
	const { editor } = desk;
	const { mode, travelling } = desk.state.get();
	if (!editor || mode !== "review" || travelling !== null || !desk.typing.open) return;
	const { faults, caret } = editor;
	const fault =
		faults.find(({ start, end }) => start <= caret && caret <= end) ??
		faults.find(({ start }) => start > caret) ??
		faults[0];
	if (fault) desk.state.set({ fault: { fault, by: "keys" } });
	else desk.say("noFaults");
}
