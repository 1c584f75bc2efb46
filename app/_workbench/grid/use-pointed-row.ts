"use client";

import { type RefObject, useEffect } from "react";
import { useDesk } from "../desk-context.tsx";

/** Tells which passage's gutter, or tools, the mouse is over; a finger points at the passage one is on. */
export function usePointedRow(scroller: RefObject<HTMLElement | null>): void {
	const desk = useDesk();
	useEffect(() => {
		const element = scroller.current;
		function point(pointed: string | null): void {
			if (desk.state.get().pointed !== pointed) desk.state.set({ pointed });
		}
		function onOver({ target, pointerType, buttons }: PointerEvent): void {
			if (desk.state.get().mode !== "align" || pointerType !== "mouse" || buttons > 0) return;
			const gutter = target instanceof Element ? target.closest("[data-gutter], [data-tools]") : null;
			point(gutter?.closest<HTMLElement>("[data-passage]")?.dataset["passage"] ?? null);
		}
		const onLeave = () => point(null);
		element?.addEventListener("pointerover", onOver);
		element?.addEventListener("pointerleave", onLeave);
		return () => {
			element?.removeEventListener("pointerover", onOver);
			element?.removeEventListener("pointerleave", onLeave);
		};
	}, [desk, scroller]);
}
