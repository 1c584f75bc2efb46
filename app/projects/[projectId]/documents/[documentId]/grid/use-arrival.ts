"use client";

import { useLayoutEffect, useRef } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { bringIntoSight, type Rows } from "./bring-into-sight.ts";

/** Shows the passage one went to, and puts the focus into its editor or, while aligning, on its row. */
export function useArrival(virtual: Rows, activeAt: number): void {
	const desk = useDesk();
	const place = useWorkbench((state) => state.place);
	const mode = useWorkbench((state) => state.mode);
	useWorkbench((state) => state.editorReady); // the editor may come after the row
	// The focus falls out of the page when the row that held it is drawn anew: it goes back then.
	const held =
		typeof document !== "undefined" && (virtual.scrollElement?.contains(document.activeElement) ?? false);
	const shown = useRef<string | null>(null);
	const stop = useRef<() => void>(() => undefined);
	useLayoutEffect(() => {
		if (!place || activeAt < 0 || shown.current === place.passage) return;
		shown.current = place.passage;
		stop.current();
		stop.current = bringIntoSight(desk, virtual, activeAt);
	}, [desk, virtual, activeAt, place]);
	useLayoutEffect(() => {
		const { activeElement } = document;
		const dropped = held && activeElement === document.body;
		const onRow = activeElement?.getAttribute("role") === "row" ? activeElement : null;
		const strayed = onRow !== null && onRow.getAttribute("data-passage") !== place?.passage;
		if ((!desk.wantsFocus && !dropped && !strayed) || !place) return;
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
