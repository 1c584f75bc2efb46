"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import { popups } from "../keys/use-keys.ts";
import { activeBand, type Rows, windowOf } from "./active-band.ts";
import { bringIntoSight } from "./bring-into-sight.ts";
import { growthOffset } from "./sight.ts";

/**
 * Shows the passage one went to, and puts the focus into its editor or, while aligning, on its row; whoever goes to a
 * field elsewhere before that is left there.
 */
export function useArrival(virtual: Rows, activeGroup: number): void {
	const desk = useDesk();
	const place = useWorkbench((state) => state.place);
	const mode = useWorkbench((state) => state.mode);
	useWorkbench((state) => state.editorReady); // the editor may come after the row
	// The focus falls out of the page when the row that held it is drawn anew: it goes back then.
	const held =
		typeof document !== "undefined" && (virtual.scrollElement?.contains(document.activeElement) ?? false);
	useEffect(() => {
		const lend = ({ target }: FocusEvent) => {
			const field = target instanceof Element && target.matches("input, textarea, select");
			if (field && !target.closest("[role=grid]")) desk.wantsFocus = false;
		};
		document.addEventListener("focusin", lend);
		return () => document.removeEventListener("focusin", lend);
	}, [desk]);
	const shown = useRef<string | null>(null);
	const stop = useRef<() => void>(() => undefined);
	const group = useRef(activeGroup);
	useLayoutEffect(() => {
		group.current = activeGroup;
		if (!place || activeGroup < 0 || shown.current === place.passage) return;
		shown.current = place.passage;
		stop.current();
		const { pointed } = desk;
		desk.pointed = null;
		if (pointed?.passage === place.passage)
			stop.current = stayUnderPointer(desk, virtual, activeGroup, pointed.top);
		else stop.current = bringIntoSight(desk, virtual, () => group.current);
	}, [desk, virtual, activeGroup, place]);
	useLayoutEffect(() => {
		const { activeElement } = document;
		const dropped = held && activeElement === document.body;
		const onRow = activeElement?.getAttribute("role") === "row" ? activeElement : null;
		const strayed = onRow !== null && onRow.getAttribute("data-passage") !== place?.passage;
		if ((!desk.wantsFocus && !dropped && !strayed) || !place) return;
		if (activeElement?.closest(popups)) return; // somebody chooses there: afterwards
		if (mode === "review") {
			if (!desk.editor?.view.dom.isConnected) return;
			desk.editor.focus();
		} else {
			const row = virtual.scrollElement?.querySelector<HTMLElement>(
				`[role=row][data-passage="${place.passage}"]`,
			);
			if (!row) return;
			row.focus({ preventScroll: true });
		}
		desk.wantsFocus = false;
	});
}

/** What somebody pointed at does not move away, whatever was open above it. */
function stayUnderPointer(
	desk: ReturnType<typeof useDesk>,
	virtual: Rows,
	activeGroup: number,
	top: number,
): () => void {
	const row = activeBand(desk, virtual, activeGroup);
	if (row) {
		const seen = windowOf(desk, virtual);
		const covered = seen.top - (virtual.scrollElement?.scrollTop ?? 0);
		const from = Math.max(0, row.top - top);
		const window = { top: from + covered, bottom: from + covered + seen.bottom - seen.top };
		const grown = growthOffset(row, window, null); // its lower end may have been out of sight
		virtual.scrollToOffset(grown === null ? from : Math.max(0, grown - covered));
	}
	desk.arrived = true;
	return () => undefined;
}

/** Rows that are drawn after a jump are measured where nothing scrolls with them: it is made good for so long. Milliseconds. */
const holding = 600;
const byHand = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/** Until when the row is held where it is: whoever scrolls lets it go. */
function useHold(virtual: Rows): RefObject<number> {
	const until = useRef(0);
	const { scrollElement } = virtual;
	useEffect(() => {
		const release = () => {
			until.current = 0;
		};
		for (const name of byHand) scrollElement?.addEventListener(name, release, { passive: true });
		return () => {
			for (const name of byHand) scrollElement?.removeEventListener(name, release);
		};
	}, [scrollElement]);
	return until;
}

interface Stood {
	readonly passage: string;
	readonly segment: string | null;
	/** What the rows are known by: another where they are others. */
	readonly list: unknown;
	/** Where the grid begins on the screen: what is said above it comes and goes. */
	readonly edge: number;
	/** From the top of the screen, and from the top of its group. */
	readonly top: number;
	readonly within: number;
	readonly seen: boolean;
}

/**
 * Whatever comes, goes or grows above it, the passage one is on stays where it is on the screen, unless it would be
 * covered. Answers what to do when rows have moved.
 */
export function useKeptAnchor(virtual: Rows, activeGroup: number, list: unknown): () => void {
	const desk = useDesk();
	const before = useRef<Stood | null>(null);
	const until = useHold(virtual);
	return () => {
		const { place } = desk.state.get();
		const row = activeBand(desk, virtual, activeGroup);
		const { scrollElement } = virtual;
		if (!row || !place || !scrollElement) return;
		const edge = scrollElement.getBoundingClientRect().top;
		const was = before.current;
		const within = row.top - (virtual.measurementsCache[activeGroup]?.start ?? 0);
		const same = was?.passage === place.passage || (place.segment !== null && was?.segment === place.segment);
		const others = was !== null && (was.list !== list || was.within !== within || was.edge !== edge);
		const now = row.top - scrollElement.scrollTop + edge;
		const held = was !== null && performance.now() < until.current && Math.abs(now - was.top) > 0.5;
		const moved = same && was !== null && ((others && was.seen) || held);
		if (others || !same) until.current = moved ? performance.now() + holding : 0;
		const covered = was !== null && was.top >= was.edge && was.top < edge; // by what came above the grid
		const top = !moved ? now : covered ? edge : was.top;
		if (moved) virtual.scrollToOffset(Math.max(0, row.top - (top - edge)));
		const seen = top < edge + scrollElement.clientHeight && top + row.bottom - row.top > edge;
		before.current = { passage: place.passage, segment: place.segment, list, edge, top, within, seen };
	};
}
