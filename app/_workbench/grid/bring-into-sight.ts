"use client";

import { useRef } from "react";
import { useDesk } from "../desk-context.tsx";
import type { Desk } from "../store/desk.ts";
import { activeBand, type Rows, windowOf } from "./active-band.ts";
import { arrivalOffset, type Band, growthOffset, isTall, pinnedOffset } from "./sight.ts";

/** For so long, in milliseconds, rows that arrive and are measured may not push the one gone to out of sight. */
const settling = 2_000;
/** A row that has stood still for so many frames has arrived: what is measured above it may not move it any more. */
const stableFrames = 6;
const byHand = ["wheel", "touchmove", "pointerdown", "beforeinput"] as const;

/**
 * Rows of unknown height are measured while one arrives: keeps the row in sight meanwhile. `where` is its group
 * now, which is another as soon as others are shown. Answers how to stop.
 */
export function bringIntoSight(desk: Desk, virtual: Rows, where: () => number): () => void {
	const until = performance.now() + settling;
	const scroller = virtual.scrollElement;
	let frame = 0;
	let standing = 0;
	const look = () => {
		const at = where();
		const row = activeBand(desk, virtual, at);
		const window = windowOf(desk, virtual);
		const offset = row && offsetFor(desk, row, window, caretIn(desk, virtual, row));
		if (!row && at >= 0) virtual.scrollToIndex(at, { align: "start" });
		else if (offset !== null) scrollTo(virtual, window, offset);
		standing = row && offset === null ? standing + 1 : 0;
		if (standing > stableFrames) desk.arrived = true;
		if (performance.now() < until) frame = requestAnimationFrame(look);
		else stop();
	};
	const stop = () => {
		cancelAnimationFrame(frame);
		for (const name of byHand) scroller?.removeEventListener(name, stop);
		desk.arrived = true;
	};
	for (const name of byHand) scroller?.addEventListener(name, stop, { passive: true });
	look();
	return stop;
}

/** Where the person wants the row one comes to. */
function offsetFor(desk: Desk, row: Band, window: Band, caret: Band | null): number | null {
	const { rowSight } = desk.state.get().preferences;
	return rowSight === "nearest"
		? arrivalOffset(row, window, caret)
		: pinnedOffset(row, window, rowSight, caret);
}

/**
 * The row one is on grows by a line, a comparison or a conflict: what was in sight stays in sight. Answers what to do
 * when rows have moved.
 */
export function useGrowth(virtual: Rows, activeAt: number): () => void {
	const desk = useDesk();
	const before = useRef<{ readonly key: unknown; readonly size: number; readonly seen: boolean } | null>(
		null,
	);
	return () => {
		const row = activeBand(desk, virtual, activeAt);
		if (!row) return;
		const window = windowOf(desk, virtual);
		const size = row.bottom - row.top;
		const was = before.current;
		const key = desk.state.get().place?.passage;
		const grew = was !== null && was.key === key && was.seen && size > was.size;
		const offset = grew ? growthOffset(row, window, caretIn(desk, virtual, row)) : null;
		if (offset !== null) scrollTo(virtual, window, offset);
		before.current = { key, size, seen: row.bottom > window.top && row.top < window.bottom };
	};
}

/** `offset` is where what can be seen is to begin. */
function scrollTo(virtual: Rows, window: Band, offset: number): void {
	const covered = window.top - (virtual.scrollElement?.scrollTop ?? 0);
	virtual.scrollToOffset(Math.max(0, offset - covered));
}

/** Where the caret is; asked for only in a row higher than the window, for it costs a layout. */
function caretIn(desk: Desk, virtual: Rows, row: Band): Band | null {
	const { scrollElement } = virtual;
	const view = desk.editor?.view;
	if (!isTall(row, windowOf(desk, virtual)) || !scrollElement || !view?.dom.isConnected) return null;
	const caret = view.coordsAtPos(view.state.selection.main.head);
	if (!caret) return null;
	const shift = scrollElement.scrollTop - scrollElement.getBoundingClientRect().top;
	return { top: caret.top + shift, bottom: caret.bottom + shift };
}
