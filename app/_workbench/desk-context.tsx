"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Desk } from "./store/desk.ts";
import type { WorkbenchState } from "./store/state.ts";

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

export function useDesk(): Desk {
	const desk = useContext(DeskContext);
	if (!desk) throw new TypeError("useDesk outside of the workbench");
	return desk;
}

/** A part of what the workbench shows; the component draws again only when that part is another. */
export function useWorkbench<Part>(part: (state: WorkbenchState) => Part): Part {
	const { state, first } = useDesk();
	// What comes alive late begins as the server drew it, whatever has happened since.
	return useSyncExternalStore(
		state.subscribe,
		() => part(state.get()),
		() => part(first),
	);
}
