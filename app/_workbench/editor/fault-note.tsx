"use client";

import { type ComponentType, useEffect, useState } from "react";
import { useDesk, useWorkbench } from "../desk-context.tsx";
import type { OpenFault } from "../store/fault.ts";

/** Milliseconds that the pointer rests on a mark before it is explained, and may be off it before that goes away. */
const rest = 250;
const grace = 300;

/** What is wrong at a mark of the text being typed, with what may stand there instead. */
export function FaultNote() {
	const desk = useDesk();
	const open = useWorkbench((state) => state.fault);
	const FaultCard = useFaultCard();
	const place = useWorkbench((state) => state.place);
	const mode = useWorkbench((state) => state.mode);
	useEffect(() => {
		void place;
		void mode;
		if (desk.state.get().fault) desk.state.set({ fault: null });
	}, [desk, place, mode]);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | null = null;
		// While somebody types, marks come to lie under a pointer that nobody moves: nothing is asked by that.
		let moved = false;
		const after = (wait: number, run: () => void) => {
			if (timer) clearTimeout(timer);
			timer = setTimeout(run, wait);
		};
		function onPointer({ target }: PointerEvent): void {
			if (!moved || !(target instanceof Element)) return;
			const mark = target.closest(".cm-editor .fault");
			const { fault } = desk.state.get();
			if (mark) after(rest, () => showAt(mark));
			else if (target.closest("[data-fault-card]")) after(rest, () => undefined);
			else if (fault?.by === "pointer") after(grace, () => desk.state.set({ fault: null }));
			else if (timer) clearTimeout(timer);
		}
		function showAt(mark: Element): void {
			const { editor } = desk;
			if (!editor || !mark.isConnected || editor.isComposing) return;
			const at = editor.view.posAtDOM(mark);
			const fault = editor.faults.find(({ start, end }) => start <= at && at < end);
			if (fault) desk.state.set({ fault: { fault, by: "pointer" } });
		}
		function onMove(event: PointerEvent): void {
			if (moved) return;
			moved = true;
			onPointer(event);
		}
		const typed = () => {
			moved = false;
			if (timer) clearTimeout(timer);
			close();
		};
		const close = () => desk.state.get().fault && desk.state.set({ fault: null });
		const forget = desk.onTyped(typed);
		document.addEventListener("pointermove", onMove, { passive: true });
		document.addEventListener("pointerover", onPointer);
		document.addEventListener("scroll", close, { capture: true, passive: true });
		return () => {
			if (timer) clearTimeout(timer);
			forget();
			document.removeEventListener("pointermove", onMove);
			document.removeEventListener("pointerover", onPointer);
			document.removeEventListener("scroll", close, { capture: true });
		};
	}, [desk]);
	if (!open || !FaultCard) return null;
	return <FaultCard key={`${open.by} ${open.fault.start} ${open.fault.end}`} open={open} />;
}

/** Here before anybody asks for it: it takes the focus in the same moment, so that the next key is its own. */
function useFaultCard(): ComponentType<{ open: OpenFault }> | null {
	const ready = useWorkbench((state) => state.settled);
	const [card, setCard] = useState<ComponentType<{ open: OpenFault }> | null>(null);
	useEffect(() => {
		if (ready) void import("./fault-card.tsx").then(({ FaultCard }) => setCard(() => FaultCard));
	}, [ready]);
	return card;
}
