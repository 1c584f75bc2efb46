"use client";

import { useEffect, useEffectEvent } from "react";

/** F8 and Shift+F8, as in the workbench; never while an input method composes. */
export function useChangeKeys(step: (direction: 1 | -1) => void): void {
	const onStep = useEffectEvent(step);
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.code !== "F8" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
			event.preventDefault();
			onStep(event.shiftKey ? -1 : 1);
		};
		window.addEventListener("keydown", onKey);
		return () => window.removeEventListener("keydown", onKey);
	}, []);
}
