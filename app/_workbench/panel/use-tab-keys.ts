import type { KeyboardEvent } from "react";

/**
 * The keys of a row of tabs, as the WAI-ARIA pattern has them: one stop for Tab, and the arrows, Home and End choose.
 * Answers what to give the tab list as onKeyDown.
 */
export function useTabKeys<Name extends string>(
	names: readonly Name[],
	chosen: Name,
	choose: (name: Name) => void,
	idOf: (name: Name) => string,
): (event: KeyboardEvent) => void {
	return (event) => {
		const at = names.indexOf(chosen);
		const places: Readonly<Record<string, number>> = {
			ArrowLeft: at - 1,
			ArrowRight: at + 1,
			Home: 0,
			End: names.length - 1,
		};
		const place = places[event.key];
		const name = place === undefined ? undefined : names.at(place % names.length);
		if (name === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
		event.preventDefault();
		choose(name);
		document.getElementById(idOf(name))?.focus();
	};
}
