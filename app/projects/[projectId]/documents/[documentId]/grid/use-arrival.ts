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
	useWorkbench((state) => state.editorReady); // the editor may come after the row
	// The focus falls out of the page when the row that held it is drawn anew: it goes back then.
	const held =
		typeof document !== "undefined" && (virtual.scrollElement?.contains(document.activeElement) ?? false);
	const shown = useRef<string | null>(null);
	const stop = useRef<() => void>(() => undefined);
	useLayoutEffect(() => {
		if (!place || activeAt < 0) return;
		if (shown.current === place.passage) return;
		const align = shown.current === null ? "center" : "auto";
		shown.current = place.passage;
		virtual.scrollToIndex(activeAt, { align });
		stop.current();
		stop.current = bringIntoSight(virtual, activeAt, align, () => {
			desk.arrived = true;
		});
	}, [desk, virtual, activeAt, place]);
	useLayoutEffect(() => {
		const dropped = held && document.activeElement === document.body;
		if ((!desk.wantsFocus && !dropped) || !place) return;
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

/** For so long, in milliseconds, rows that arrive and are measured may not push the one gone to out of sight. */
const settling = 2_000;
const byHand = ["wheel", "touchmove", "pointerdown"] as const;

/** Rows of unknown height are measured while one arrives: keeps the row in sight meanwhile. Answers how to stop. */
function bringIntoSight(
	virtual: Rows,
	at: number,
	align: "center" | "auto",
	arrived: () => void,
): () => void {
	const until = performance.now() + settling;
	const scroller = virtual.scrollElement;
	let frame = 0;
	const look = () => {
		const item = virtual.measurementsCache[at];
		const top = scroller?.scrollTop ?? 0;
		const height = scroller?.clientHeight ?? 0;
		const seen = item !== undefined && item.start >= top && (item.end <= top + height || item.size > height);
		if (!seen) virtual.scrollToIndex(at, { align });
		if (performance.now() < until) frame = requestAnimationFrame(look);
		else stop();
	};
	const stop = () => {
		cancelAnimationFrame(frame);
		for (const name of byHand) scroller?.removeEventListener(name, stop);
		arrived();
	};
	for (const name of byHand) scroller?.addEventListener(name, stop, { passive: true });
	frame = requestAnimationFrame(look);
	return stop;
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
