"use client";

import { type ReactVirtualizer, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useMemo } from "react";
import { useDesk } from "../desk-context.tsx";
import type { WireRow } from "../sync/wire.ts";
import type { ShownRows } from "./use-rows.ts";

/** Pixels of a line of text, and of the space around a row. */
const lineHeight = 30;
const rowSpace = 20;
const charactersInLine = 48;
/** A Chinese character is as wide as so many letters. */
const wide = 1.8;

type DrawnRows = ReactVirtualizer<HTMLDivElement, Element>;

/** Lines of each passage, with parts of lines. */
function linesOf(rows: readonly WireRow[]): number[] {
	const length = (segments: WireRow["target"], width: number) =>
		segments.reduce((sum, { text }) => sum + text.length * width, 0);
	return rows.map((row) => Math.max(length(row.source, wide), length(row.target, 1), 1) / charactersInLine);
}

/**
 * How high rows of this document are until they were drawn: the same for all of as many passages, loaded or not, so
 * that rows which arrive above the one in sight do not push it away.
 */
function usualHeight(rows: readonly WireRow[], paragraphs: boolean): (passages: number) => number {
	const lines = linesOf(rows);
	const whole = paragraphs ? lines : lines.map(Math.ceil);
	const each = (lineHeight * whole.reduce((sum, count) => sum + count, 0)) / Math.max(1, whole.length);
	return (passages) => rowSpace + (paragraphs ? Math.max(lineHeight, each * passages) : each);
}

/**
 * The rows in sight and a few around them, and always the one that one is on. What only moves because a row above it
 * has another height is moved without being drawn anew; `moved` is told.
 */
export function useVirtualRows(
	shown: ShownRows,
	scroller: RefObject<HTMLDivElement | null>,
	moved: () => void,
): DrawnRows {
	const desk = useDesk();
	const { groups, activeGroup: active } = shown;
	const paragraphs = shown.Paragraph !== null;
	const passagesIn = paragraphs ? groups.size : null;
	const height = useMemo(() => usualHeight(desk.options.window.rows, paragraphs), [desk, paragraphs]);
	const single = height(1);
	const virtual: DrawnRows = useVirtualizer({
		directDomUpdates: true,
		directDomUpdatesMode: "position",
		onChange: moved,
		count: groups.count,
		getScrollElement: () => scroller.current,
		estimateSize: passagesIn ? (group) => height(passagesIn(group)) : () => single,
		getItemKey: shown.keyOf,
		overscan: paragraphs ? 2 : 8,
		initialRect: { width: 1200, height: 900 },
		initialOffset: () => Math.max(0, active - 3) * single,
		rangeExtractor: ({ startIndex, endIndex, overscan }) => {
			const first = Math.max(0, startIndex - overscan);
			const last = Math.min(groups.count - 1, endIndex + overscan);
			const range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
			if (active >= 0 && active < first) range.unshift(active);
			if (active > last && active < groups.count) range.push(active);
			return range;
		},
	});
	// What lies above the active row may change its height: the active row stays where it is.
	virtual.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, instance) => {
		const top = instance.scrollOffset ?? 0;
		const here = instance.measurementsCache[active];
		if (!desk.arrived || item.index === active) return false; // it grows beneath the caret
		const seen =
			here !== undefined && here.end > top && here.start < top + (instance.scrollRect?.height ?? 0);
		return item.start < top || (seen && item.index < active);
	};
	return virtual;
}
