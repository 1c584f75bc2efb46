"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";

type Rows = Virtualizer<HTMLDivElement, Element>;

/** Shows the passage one went to, and puts the focus into its editor or, while aligning, on its row. */
export function useArrival(virtual: Rows, activeAt: number): void {
	const desk = useDesk();
	const place = useWorkbench((state) => state.place);
	const mode = useWorkbench((state) => state.mode);
	const shown = useRef<string | null>(null);
	useLayoutEffect(() => {
		if (!place || activeAt < 0) return;
		if (shown.current !== place.passage) {
			virtual.scrollToIndex(activeAt, { align: shown.current === null ? "center" : "auto" });
			shown.current = place.passage;
		}
	}, [virtual, activeAt, place]);
	useLayoutEffect(() => {
		if (!desk.wantsFocus || !place) return;
		if (mode === "review") {
			if (!desk.editor?.view.dom.isConnected) return;
			desk.editor.focus();
		} else {
			const row = virtual.scrollElement?.querySelector<HTMLElement>(`[data-passage="${place.passage}"]`);
			if (!row) return;
			row.focus({ preventScroll: true });
		}
		desk.wantsFocus = false;
	});
}

/** Rows loaded anew take other places: the passage one is on stays where it was on the screen. */
export function useKeptAnchor(virtual: Rows, activeAt: number): void {
	const anchor = useWorkbench((state) => state.anchor);
	const turn = useRef(anchor.turn);
	const top = useRef(0);
	useLayoutEffect(() => {
		const item = virtual.measurementsCache[activeAt];
		if (!item) return;
		if (turn.current !== anchor.turn) virtual.scrollToOffset(Math.max(0, item.start - top.current));
		else top.current = item.start - (virtual.scrollOffset ?? 0);
		turn.current = anchor.turn;
	});
}
