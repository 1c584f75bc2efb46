import type { Letters } from "#app/_workbench/store/outline-letters.ts";

/** An outline as the API sends it, of as many passages as there are states. */
export function outline(states: string, more: Partial<Letters> = {}): Letters {
	const each = (letter: string) => letter.repeat(states.length);
	return {
		headNumber: 1,
		states,
		links: each("a"),
		confidences: each("-"),
		starts: each("1"),
		shapes: each("o"),
		usual: null,
		authors: each("-"),
		people: [],
		headings: [],
		words: { done: 0, total: states.length, unit: "words", empty: 0 },
		...more,
	};
}
