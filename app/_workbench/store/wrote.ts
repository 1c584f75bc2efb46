import type { Desk } from "./desk.ts";

/** Where the choice to see who wrote what is remembered. */
export const wroteKey = "duizhao.wrote";

export function toggleWrote(desk: Desk): void {
	const wrote = !desk.state.get().wrote;
	desk.state.set({ wrote });
	localStorage.setItem(wroteKey, wrote ? "on" : "off");
}
