"use client";

import { useEffect } from "react";

const controls =
	"a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex='0']";

/**
 * A deed may take away the very thing that had the focus: a row that was deleted, a note that was settled. Then the
 * focus goes to the first control of what is left around it, or to the page, instead of being lost. The passages of the
 * workbench come and go with the scrolling, and look after their focus themselves; so do dialogs and menus.
 */
export function useKeptFocus(): void {
	useEffect(() => {
		let held: readonly Element[] = []; // what had the focus last, and all around it, from the inside out
		const onFocus = ({ target }: FocusEvent) => {
			held = target instanceof Element && !target.closest("[role=grid]") ? withSurroundings(target) : [];
		};
		const removals = new MutationObserver(() => {
			const [last] = held;
			if (!last || last.isConnected || document.activeElement !== document.body) return;
			const left = held.filter((element) => element.isConnected && element !== document.body);
			held = [];
			nextIn(left)?.focus();
		});
		document.addEventListener("focusin", onFocus);
		removals.observe(document.body, { childList: true, subtree: true });
		return () => {
			document.removeEventListener("focusin", onFocus);
			removals.disconnect();
		};
	}, []);
}

function withSurroundings(element: Element): Element[] {
	const chain: Element[] = [];
	for (let at: Element | null = element; at && at !== document.documentElement; at = at.parentElement)
		chain.push(at);
	return chain;
}

/** The first control within the nearest surroundings that have one; the page itself before all its controls. */
function nextIn(surroundings: readonly Element[]): HTMLElement | null {
	for (const element of surroundings) {
		if (element instanceof HTMLElement && element.id === "main") return element;
		const control = [...element.querySelectorAll<HTMLElement>(controls)].find(
			(found) => found.getClientRects().length > 0,
		);
		if (control) return control;
	}
	return null;
}
