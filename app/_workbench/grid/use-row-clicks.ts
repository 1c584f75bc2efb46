"use client";

import { type RefObject, useEffect } from "react";
import { useDesk } from "../desk-context.tsx";
import { caretAt } from "./caret-at.ts";

const notForRows = "button, a, input, .cm-editor, [data-plain]";

/** Of a sentence that runs on within its paragraph: of its first line. */
function topOf(element: Element | null, passage?: string): number {
	const [first] = (passage && element?.closest(`[data-passage="${passage}"]`)?.getClientRects()) || [];
	return first?.top ?? element?.getBoundingClientRect().top ?? 0;
}

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
			desk.pointed = { passage: row.id, top: topOf(target, row.id) - topOf(element) };
			const caret = side === "target" ? caretAt(target, event) : null;
			desk.turns.take(() => {
				const { mode, place } = desk.state.get();
				const suggests = side === "target" && place?.passage === passage && !desk.may("rendering.edit");
				if (suggests) desk.go(desk.placeIn(row, "target", segment), { caret, mode: "review" });
				else if (mode === "align") desk.go(desk.placeIn(row, side, segment));
				else desk.go(desk.placeIn(row, "target", segment), { caret });
			});
		}
		element?.addEventListener("click", onClick);
		return () => element?.removeEventListener("click", onClick);
	}, [desk, scroller]);
}
