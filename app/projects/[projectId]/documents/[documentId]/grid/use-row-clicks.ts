"use client";

import { type RefObject, useEffect } from "react";
import { useDesk } from "../desk-context.tsx";
import { caretAt } from "./caret-at.ts";

const notForRows = "button, a, input, .cm-editor, [data-plain]";

/** A click goes to the passage under it, with the caret where it fell; choosing text to copy does not. */
export function useRowClicks(scroller: RefObject<HTMLElement | null>): void {
	const desk = useDesk();
	useEffect(() => {
		const element = scroller.current;
		function onClick(event: MouseEvent): void {
			const { target } = event;
			if (!(target instanceof Element) || target.closest(notForRows) || !window.getSelection()?.isCollapsed)
				return;
			const passage = target.closest<HTMLElement>("[data-passage]")?.dataset["passage"];
			const row = passage ? desk.data.rows.row(passage) : undefined;
			if (!row) return;
			const side =
				target.closest<HTMLElement>("[data-side]")?.dataset["side"] === "source" ? "source" : "target";
			const segment = target.closest<HTMLElement>("[data-segment]")?.dataset["segment"];
			const caret = side === "target" ? caretAt(target, event) : null;
			desk.turns.take(() => {
				if (desk.state.get().mode === "align") desk.go(desk.placeIn(row, side, segment));
				else desk.go(desk.placeIn(row, "target", segment), { caret });
			});
		}
		element?.addEventListener("click", onClick);
		return () => element?.removeEventListener("click", onClick);
	}, [desk, scroller]);
}
