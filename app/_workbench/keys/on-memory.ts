import { each, type KeyAction, none, same } from "./key-action.ts";

/** The keys of a suggestion: the same number on every platform. */
const suggestion = <Id extends string>(id: Id, digit: number) => ({
	id,
	group: "wording" as const,
	place: "both" as const,
	keys: each([`Ctrl+Digit${digit}`], [`Ctrl+Digit${digit}`]),
	permission: "rendering.edit",
});

/** What the project knows already: renderings of the same source, and where words occur. */
export const onMemory = [
	{ id: "concordance", group: "moving", place: "both", keys: same("F3"), permission: null },
	{
		id: "applyElsewhere",
		group: "wording",
		place: "both",
		keys: none(),
		permission: "rendering.edit",
		dialog: true,
	},
	suggestion("suggestion1", 1),
	suggestion("suggestion2", 2),
	suggestion("suggestion3", 3),
	suggestion("suggestion4", 4),
	suggestion("suggestion5", 5),
	suggestion("suggestion6", 6),
	suggestion("suggestion7", 7),
	suggestion("suggestion8", 8),
	suggestion("suggestion9", 9),
] as const satisfies readonly KeyAction[];
