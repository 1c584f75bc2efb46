"use client";

import { type PointerEvent as Press, useEffect, useRef, useState } from "react";
import type { Desk } from "../store/desk.ts";
import { type Dragged, drop } from "../store/drop.ts";
import type { WireRow } from "../sync/wire.ts";

/** What somebody who cannot see it is told. */
export type Said = "picked" | "over" | "dropped" | "cancelled" | "notThere" | null;

interface SegmentDrag {
	readonly dragged: Dragged | null;
	/** The neighbour that the pointer is over. */
	readonly over: "up" | "down" | null;
	readonly said: Said;
	begin(event: Press, dragged: Dragged): void;
}

/** The passage that a point of the screen lies in. */
function passageAt(x: number, y: number): string | null {
	return document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-passage]")?.dataset["passage"] ?? null;
}

/** Follows a pointer from a handle to where it is let go; Esc gives up. */
export function useSegmentDrag(desk: Desk, row: WireRow): SegmentDrag {
	const [dragged, setDragged] = useState<Dragged | null>(null);
	const [over, setOver] = useState<"up" | "down" | null>(null);
	const [said, setSaid] = useState<Said>(null);
	const end = useRef<(() => void) | null>(null);
	useEffect(() => () => end.current?.(), []);

	/** Only neighbours can take it: further away it would be more than one operation. */
	function neighbourAt(x: number, y: number): "up" | "down" | null {
		const passage = passageAt(x, y);
		const { rows } = desk.data;
		const at = rows.indexOf(row.id);
		if (passage === null || at < 0) return null;
		return passage === rows.idAt(at - 1) ? "up" : passage === rows.idAt(at + 1) ? "down" : null;
	}

	function begin(event: Press, taken: Dragged): void {
		if (event.button !== 0) return;
		event.preventDefault();
		end.current?.();
		const listening = new AbortController();
		const { signal } = listening;
		const { pointerId } = event;
		setDragged(taken);
		setSaid("picked");
		function finish(how: Said): void {
			listening.abort();
			end.current = null;
			setDragged(null);
			setOver(null);
			setSaid(how);
		}
		end.current = () => finish(null);
		const onMove = (moved: PointerEvent) => {
			if (moved.pointerId !== pointerId) return;
			const now = neighbourAt(moved.clientX, moved.clientY);
			setOver(now);
			setSaid(now ? "over" : "picked");
		};
		const onUp = (let_go: PointerEvent) => {
			if (let_go.pointerId !== pointerId) return;
			const direction = neighbourAt(let_go.clientX, let_go.clientY);
			const still = passageAt(let_go.clientX, let_go.clientY) === row.id;
			finish(direction ? "dropped" : still ? "cancelled" : "notThere");
			if (direction) drop(desk, taken, direction);
			else if (!still) desk.say("dropOnNeighbour");
			desk.focus();
		};
		const onKey = (pressed: KeyboardEvent) => {
			if (pressed.key !== "Escape") return;
			pressed.preventDefault();
			pressed.stopImmediatePropagation();
			finish("cancelled");
		};
		window.addEventListener("pointermove", onMove, { signal });
		window.addEventListener("pointerup", onUp, { signal });
		window.addEventListener("pointercancel", () => finish("cancelled"), { signal });
		window.addEventListener("keydown", onKey, { signal, capture: true });
	}
	return { dragged, over, said, begin };
}
