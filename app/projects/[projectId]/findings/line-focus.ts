/** Going from line to line of the findings by keys. */

const links = (list: Element): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-line] a")];

/** Goes to the line at this place, to the last where there are fewer, or to the page where there is none. */
export function focusLine(list: Element | null, place: number): void {
	const all = list ? links(list) : [];
	const next = all[Math.min(place, all.length - 1)] ?? document.querySelector<HTMLElement>("main");
	next?.focus();
}

/** The line's link that a key leads to from here; undefined for other keys, and at the ends. */
export function lineAfter(list: Element, here: Element, key: string): HTMLElement | undefined {
	const all = links(list);
	const at = all.findIndex((link) => link.closest("[data-line]") === here.closest("[data-line]"));
	const places: Record<string, number> = {
		ArrowDown: at + 1,
		ArrowUp: at - 1,
		Home: 0,
		End: all.length - 1,
	};
	return at < 0 ? undefined : all[places[key] ?? -1];
}
