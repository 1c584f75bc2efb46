"use client";

import type { Virtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { useDesk } from "../desk-context.tsx";
import type { Desk } from "../store/desk.ts";
import { arrivalOffset, type Band, growthOffset, isTall } from "./sight.ts";

export type Rows = Virtualizer<HTMLDivElement, Element>;

/** For so long, in milliseconds, rows that arrive and are measured may not push the one gone to out of sight. */
const settling = 2_000;
const byHand = ["wheel", "touchmove", "pointerdown", "beforeinput"] as const;

/** Rows of unknown height are measured while one arrives: keeps the row in sight meanwhile. Answers how to stop. */
export function bringIntoSight(desk: Desk, virtual: Rows, at: number): () => void {
	const until = performance.now() + settling;
	const scroller = virtual.scrollElement;
	let frame = 0;
	const look = () => {
		const row = rowAt(virtual, at);
		const offset = row && arrivalOffset(row, windowOf(virtual), caretIn(desk, virtual, row));
		if (!row) virtual.scrollToIndex(at, { align: "start" });
		else if (offset !== null) virtual.scrollToOffset(offset);
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

/** The row one is on grows by a comparison or a conflict beneath its text: what was in sight stays in sight. */
export function useGrowth(virtual: Rows, activeAt: number): void {
	const desk = useDesk();
	const before = useRef<{ readonly key: unknown; readonly size: number; readonly seen: boolean } | null>(
		null,
	);
	useLayoutEffect(() => {
		const item = virtual.measurementsCache[activeAt];
		const row = rowAt(virtual, activeAt);
		if (!item || !row) return;
		const window = windowOf(virtual);
		const { key, size } = item;
		const grew = before.current?.key === key && before.current.seen && size > before.current.size;
		const offset = grew ? growthOffset(row, window, caretIn(desk, virtual, row)) : null;
		if (offset !== null) virtual.scrollToOffset(offset);
		before.current = { key, size, seen: row.bottom > window.top && row.top < window.bottom };
	});
}

function rowAt(virtual: Rows, at: number): Band | null {
	const item = virtual.measurementsCache[at];
	return item ? { top: item.start, bottom: item.end } : null;
}

function windowOf({ scrollElement }: Rows): Band {
	const top = scrollElement?.scrollTop ?? 0;
	return { top, bottom: top + (scrollElement?.clientHeight ?? 0) };
}

/** Where the caret is; asked for only in a row higher than the window, for it costs a layout. */
function caretIn(desk: Desk, virtual: Rows, row: Band): Band | null {
	const { scrollElement } = virtual;
	const view = desk.editor?.view;
	if (!isTall(row, windowOf(virtual)) || !scrollElement || !view?.dom.isConnected) return null;
	const caret = view.coordsAtPos(view.state.selection.main.head);
	if (!caret) return null;
	const shift = scrollElement.scrollTop - scrollElement.getBoundingClientRect().top;
	return { top: caret.top + shift, bottom: caret.bottom + shift };
}
